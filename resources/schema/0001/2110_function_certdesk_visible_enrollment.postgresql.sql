CREATE FUNCTION certdesk_visible_enrollment(v_login TEXT) RETURNS SETOF BIGINT
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT t.id FROM certdesk_scope(v_login) v, enrollment t
  WHERE v.kind <> 'all' AND NOT v.hides_students AND (t.school_id = ANY (v.schools) OR t.student_id IN (SELECT certdesk_own_students(v_login)))
$$
