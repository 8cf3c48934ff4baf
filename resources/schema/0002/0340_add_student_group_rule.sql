ALTER TABLE student_group ADD COLUMN rule {text}
