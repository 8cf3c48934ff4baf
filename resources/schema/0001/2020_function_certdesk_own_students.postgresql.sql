CREATE FUNCTION certdesk_own_students(v_login TEXT) RETURNS SETOF BIGINT
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT m.student_id FROM certdesk_scope(v_login) v JOIN group_staff gs ON gs.staff_id = v.staff_id JOIN member m ON m.group_id = gs.group_id WHERE v.own_rows
  UNION SELECT a.student_id FROM certdesk_scope(v_login) v JOIN attempt a ON a.teacher_id = v.staff_id OR a.entered_by = v.person WHERE v.own_rows
  UNION SELECT v.student_id FROM certdesk_scope(v_login) v WHERE v.own_rows
$$
