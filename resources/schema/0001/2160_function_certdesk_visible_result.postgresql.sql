CREATE FUNCTION certdesk_visible_result(v_login TEXT) RETURNS SETOF BIGINT
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT t.id FROM certdesk_scope(v_login) v, result t
  WHERE v.kind <> 'all' AND NOT v.hides_students AND (t.requested_by = v.person OR t.participation_id IN (SELECT p.id FROM participation p JOIN school s ON s.school_code = p.school_code
      WHERE s.id = ANY (v.schools)))
$$
