CREATE UNIQUE INDEX member_key ON member (group_id, student_id)
