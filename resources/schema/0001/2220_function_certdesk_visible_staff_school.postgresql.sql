CREATE FUNCTION certdesk_visible_staff_school(v_login TEXT) RETURNS SETOF BIGINT
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT t.id FROM certdesk_scope(v_login) v, staff_school t
  WHERE v.kind <> 'all' AND (t.school_id = ANY (v.schools) OR (v.own_rows AND t.staff_id = v.staff_id))
$$
