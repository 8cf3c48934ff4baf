-- What the account of a database login may see (S-021): the same as Scope in models/domain, as SignIn::personOf makes it.
CREATE FUNCTION certdesk_scope(v_login TEXT)
RETURNS TABLE (kind TEXT, person TEXT, staff_id BIGINT, student_id BIGINT, schools BIGINT[], own_rows BOOLEAN, hides_students BOOLEAN)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  WITH found AS (
    SELECT a.id, a.name,
      EXISTS (SELECT 1 FROM account_role r WHERE r.account_id = a.id AND r.role NOT IN ('teacher', 'student') AND r.school_id IS NULL) AS everywhere,
      EXISTS (SELECT 1 FROM account_role r WHERE r.account_id = a.id AND r.role IN ('teacher', 'student')) AS has_own,
      ARRAY(SELECT r.school_id FROM account_role r WHERE r.account_id = a.id AND r.role NOT IN ('teacher', 'student') AND r.school_id IS NOT NULL) AS at_schools,
      EXISTS (SELECT 1 FROM account_role r JOIN role_right g ON g.role = r.role WHERE r.account_id = a.id AND g.right_name = 'view-roster') AS may_view,
      COALESCE(a.staff_id, 0) AS staff_id, COALESCE(a.student_id, 0) AS student_id
    FROM account a LEFT JOIN staff st ON st.id = a.staff_id LEFT JOIN student su ON su.id = a.student_id
    WHERE a.database_login = v_login AND COALESCE(a.disabled, 0) = 0
      AND COALESCE(st.status, '') <> 'archived' AND COALESCE(su.status, '') <> 'archived'),
  scoped AS (
    SELECT f.*, CASE WHEN f.everywhere THEN 'all' WHEN cardinality(f.at_schools) > 0 THEN 'schools' ELSE 'own' END AS kind FROM found f)
  SELECT s.kind, s.name, CASE WHEN s.has_own THEN s.staff_id ELSE 0 END, CASE WHEN s.has_own THEN s.student_id ELSE 0 END,
    CASE WHEN s.kind = 'schools' THEN s.at_schools ELSE ARRAY[]::BIGINT[] END,
    s.kind = 'own' OR (s.kind = 'schools' AND s.has_own AND s.staff_id + s.student_id > 0),
    s.kind <> 'own' AND NOT s.may_view
  FROM scoped s
$$
