CREATE INDEX attempt_typed_name ON attempt (student_id, typed_name_key) WHERE typed_name_key IS NOT NULL
