ALTER TABLE student_group ADD COLUMN archived_on {int}
