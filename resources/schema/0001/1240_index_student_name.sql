CREATE INDEX student_name ON student (last_name, first_name)
