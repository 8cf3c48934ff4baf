CREATE UNIQUE INDEX grade_change_key ON grade_change (student_id, school_year, number)
