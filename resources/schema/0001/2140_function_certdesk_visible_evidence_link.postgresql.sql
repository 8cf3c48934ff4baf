CREATE FUNCTION certdesk_visible_evidence_link(v_login TEXT) RETURNS SETOF BIGINT
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT t.id FROM certdesk_scope(v_login) v, evidence_link t
  WHERE v.kind <> 'all' AND NOT v.hides_students AND (t.attempt_id IN (SELECT a.id FROM attempt a WHERE a.school_id = ANY (v.schools) OR a.entered_by = v.person
      OR (v.own_rows AND (a.teacher_id = v.staff_id OR a.student_id = v.student_id))))
$$
