CREATE FUNCTION certdesk_visible_category(v_login TEXT) RETURNS SETOF BIGINT
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT t.id FROM certdesk_scope(v_login) v, category t
  WHERE v.kind <> 'all' AND (v.kind = 'schools')
$$
