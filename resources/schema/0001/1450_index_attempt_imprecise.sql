CREATE INDEX attempt_imprecise ON attempt (student_id) WHERE exam_first < exam_last
