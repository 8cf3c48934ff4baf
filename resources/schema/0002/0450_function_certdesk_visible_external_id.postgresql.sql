CREATE FUNCTION certdesk_visible_external_id(v_login TEXT) RETURNS SETOF BIGINT
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT t.id FROM certdesk_scope(v_login) v, external_id t
  WHERE v.kind <> 'all' AND (NOT v.hides_students AND (t.student_id IN (SELECT certdesk_visible_student(v_login)) OR t.staff_id IN (SELECT certdesk_visible_staff(v_login)) OR t.school_id IN (SELECT certdesk_visible_school(v_login)) OR t.group_id IN (SELECT certdesk_visible_student_group(v_login))))
$$
