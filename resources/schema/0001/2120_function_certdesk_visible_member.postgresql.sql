CREATE FUNCTION certdesk_visible_member(v_login TEXT) RETURNS SETOF BIGINT
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT t.id FROM certdesk_scope(v_login) v, member t
  WHERE v.kind <> 'all' AND NOT v.hides_students AND (t.group_id IN (SELECT g.id FROM student_group g WHERE g.school_id = ANY (v.schools))
    OR (v.own_rows AND (t.student_id = v.student_id OR t.group_id IN (SELECT gs.group_id FROM group_staff gs WHERE gs.staff_id = v.staff_id))))
$$
