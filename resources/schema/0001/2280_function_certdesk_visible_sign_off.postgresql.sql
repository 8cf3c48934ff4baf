CREATE FUNCTION certdesk_visible_sign_off(v_login TEXT) RETURNS SETOF BIGINT
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT t.id FROM certdesk_scope(v_login) v, sign_off t
  WHERE v.kind <> 'all' AND (t.participation_id IN (SELECT certdesk_visible_participation(v_login)))
$$
