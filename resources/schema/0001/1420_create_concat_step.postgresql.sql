CREATE FUNCTION concat_step(held text, item text, separator text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN item IS NULL THEN held WHEN held IS NULL THEN item ELSE held || separator || item END
$$
