CREATE INDEX external_id_student_id ON external_id (student_id)
