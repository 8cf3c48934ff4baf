CREATE INDEX student_school_id ON student (school_id)
