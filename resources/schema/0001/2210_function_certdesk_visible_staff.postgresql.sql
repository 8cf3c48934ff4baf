CREATE FUNCTION certdesk_visible_staff(v_login TEXT) RETURNS SETOF BIGINT
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT t.id FROM certdesk_scope(v_login) v, staff t
  WHERE v.kind <> 'all' AND ((v.own_rows AND t.id = v.staff_id)
    OR (v.kind = 'schools' AND (t.id IN (SELECT s.staff_id FROM staff_school s WHERE s.school_id = ANY (v.schools))
      OR t.id IN (SELECT gs.staff_id FROM group_staff gs JOIN student_group g ON g.id = gs.group_id WHERE g.school_id = ANY (v.schools))
      OR t.id NOT IN (SELECT s.staff_id FROM staff_school s))))
$$
