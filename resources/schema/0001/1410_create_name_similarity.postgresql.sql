CREATE FUNCTION name_similarity(a text, b text) RETURNS bigint LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  left_chars text[] := string_to_array(a, NULL);
  right_chars text[] := string_to_array(b, NULL);
  left_size bigint := length(a);
  right_size bigint := length(b);
  reach bigint := greatest(greatest(length(a), length(b)) / 2 - 1, 0);
  taken_left boolean[];
  taken_right boolean[];
  matches bigint := 0;
  swapped bigint := 0;
  prefix bigint := 0;
  jaro bigint;
  j bigint;
BEGIN
  IF left_size = 0 OR right_size = 0 THEN
    RETURN CASE WHEN left_size = right_size THEN 1000 ELSE 0 END;
  END IF;
  taken_left := array_fill(false, ARRAY[left_size::int]);
  taken_right := array_fill(false, ARRAY[right_size::int]);
  FOR i IN 1..left_size LOOP
    FOR k IN greatest(1, i - reach)..least(i + reach, right_size) LOOP
      IF NOT taken_right[k] AND left_chars[i] COLLATE "C" = right_chars[k] THEN
        taken_left[i] := true;
        taken_right[k] := true;
        matches := matches + 1;
        EXIT;
      END IF;
    END LOOP;
  END LOOP;
  IF matches = 0 THEN
    RETURN 0;
  END IF;
  j := 1;
  FOR i IN 1..left_size LOOP
    IF taken_left[i] THEN
      WHILE NOT taken_right[j] LOOP
        j := j + 1;
      END LOOP;
      IF left_chars[i] COLLATE "C" <> right_chars[j] THEN
        swapped := swapped + 1;
      END IF;
      j := j + 1;
    END IF;
  END LOOP;
  swapped := swapped / 2;
  jaro := (matches * 1000000 / left_size + matches * 1000000 / right_size + (matches - swapped) * 1000000 / matches) / 3;
  WHILE prefix < 4 AND prefix < left_size AND prefix < right_size AND left_chars[prefix + 1] COLLATE "C" = right_chars[prefix + 1] LOOP
    prefix := prefix + 1;
  END LOOP;
  RETURN (jaro + prefix * (1000000 - jaro) / 10) / 1000;
END
$$
