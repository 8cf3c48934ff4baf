CREATE UNIQUE INDEX previous_id_key ON previous_id (student_id, id_kind, previous_value)
