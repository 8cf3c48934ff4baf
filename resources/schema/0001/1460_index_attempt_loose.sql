CREATE INDEX attempt_loose ON attempt (student_id) WHERE exam_family IS NULL
