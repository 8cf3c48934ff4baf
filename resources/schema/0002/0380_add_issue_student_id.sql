ALTER TABLE issue ADD COLUMN student_id {int}
