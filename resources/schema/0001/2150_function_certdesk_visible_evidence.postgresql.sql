CREATE FUNCTION certdesk_visible_evidence(v_login TEXT) RETURNS SETOF BIGINT
LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
  SELECT t.id FROM certdesk_scope(v_login) v, evidence t
  WHERE v.kind <> 'all' AND NOT v.hides_students AND (t.uploaded_by = v.person OR t.id IN (SELECT l.evidence_id FROM evidence_link l JOIN attempt a ON a.id = l.attempt_id
      WHERE a.school_id = ANY (v.schools) OR (v.own_rows AND (a.entered_by = v.person OR a.teacher_id = v.staff_id OR a.student_id = v.student_id))))
$$
