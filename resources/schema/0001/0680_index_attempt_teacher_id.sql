CREATE INDEX attempt_teacher_id ON attempt (teacher_id)
