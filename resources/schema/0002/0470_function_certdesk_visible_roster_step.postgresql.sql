CREATE FUNCTION certdesk_visible_roster_step(v_login TEXT) RETURNS SETOF BIGINT
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT t.id FROM certdesk_scope(v_login) v, roster_step t
  WHERE v.kind <> 'all' AND (v.kind <> 'own' AND t.school_id IN (SELECT certdesk_visible_school(v_login)))
$$
