CREATE FUNCTION certdesk_own_groups(v_login TEXT) RETURNS SETOF BIGINT
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT gs.group_id FROM certdesk_scope(v_login) v JOIN group_staff gs ON gs.staff_id = v.staff_id WHERE v.own_rows
  UNION SELECT m.group_id FROM certdesk_scope(v_login) v JOIN member m ON m.student_id = v.student_id WHERE v.own_rows
$$
