CREATE FUNCTION certdesk_visible_category_member(v_login TEXT) RETURNS SETOF BIGINT
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT t.id FROM certdesk_scope(v_login) v, category_member t
  WHERE v.kind <> 'all' AND (v.kind = 'schools' AND (t.school_code IS NULL OR t.person = v.person
    OR t.school_code IN (SELECT s.school_code FROM school s WHERE s.id = ANY (v.schools))))
$$
