CREATE FUNCTION certdesk_visible_participation(v_login TEXT) RETURNS SETOF BIGINT
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT t.id FROM certdesk_scope(v_login) v, participation t
  WHERE v.kind <> 'all' AND (v.kind = 'schools' AND (t.school_code IS NULL OR t.school_code IN (SELECT s.school_code FROM school s WHERE s.id = ANY (v.schools))))
$$
