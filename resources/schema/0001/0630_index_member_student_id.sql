CREATE INDEX member_student_id ON member (student_id)
