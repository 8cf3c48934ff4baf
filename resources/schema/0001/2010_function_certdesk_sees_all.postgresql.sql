CREATE FUNCTION certdesk_sees_all(v_login TEXT, about_students BOOLEAN) RETURNS BOOLEAN
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT EXISTS (SELECT 1 FROM certdesk_scope(v_login) v WHERE v.kind = 'all' AND NOT (about_students AND v.hides_students))
$$
