CREATE FUNCTION certdesk_visible_group_staff(v_login TEXT) RETURNS SETOF BIGINT
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT t.id FROM certdesk_scope(v_login) v, group_staff t
  WHERE v.kind <> 'all' AND (t.group_id IN (SELECT g.id FROM student_group g WHERE g.school_id = ANY (v.schools)) OR t.group_id IN (SELECT certdesk_own_groups(v_login)))
$$
