CREATE FUNCTION certdesk_visible_attempt(v_login TEXT) RETURNS SETOF BIGINT
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT t.id FROM certdesk_scope(v_login) v, attempt t
  WHERE v.kind <> 'all' AND NOT v.hides_students AND (t.school_id = ANY (v.schools) OR t.entered_by = v.person
    OR (v.own_rows AND (t.teacher_id = v.staff_id OR t.student_id = v.student_id)))
$$
