CREATE INDEX attempt_typed_teacher ON attempt (teacher_name_key) WHERE teacher_id IS NULL
