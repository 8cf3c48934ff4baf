CREATE INDEX account_student_id ON account (student_id)
