CREATE INDEX student_state_id ON student (student_state_id)
