CREATE INDEX attempt_family ON attempt (student_id, exam_family, exam_first)
