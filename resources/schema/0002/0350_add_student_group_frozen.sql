ALTER TABLE student_group ADD COLUMN frozen {int}
