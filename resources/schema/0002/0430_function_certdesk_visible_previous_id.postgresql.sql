CREATE FUNCTION certdesk_visible_previous_id(v_login TEXT) RETURNS SETOF BIGINT
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT t.id FROM certdesk_scope(v_login) v, previous_id t
  WHERE v.kind <> 'all' AND (NOT v.hides_students AND t.student_id IN (SELECT certdesk_visible_student(v_login)))
$$
