CREATE UNIQUE INDEX enrollment_key ON enrollment (student_id, school_year, school_id)
