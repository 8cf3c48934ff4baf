CREATE FUNCTION certdesk_visible_testing_period(v_login TEXT) RETURNS SETOF BIGINT
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT t.id FROM certdesk_scope(v_login) v, testing_period t
  WHERE v.kind <> 'all' AND (TRUE)
$$
