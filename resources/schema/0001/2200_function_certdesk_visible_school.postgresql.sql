CREATE FUNCTION certdesk_visible_school(v_login TEXT) RETURNS SETOF BIGINT
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT t.id FROM certdesk_scope(v_login) v, school t
  WHERE v.kind <> 'all' AND (v.kind = 'own' OR v.own_rows OR t.id = ANY (v.schools))
$$
