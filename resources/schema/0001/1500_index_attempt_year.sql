CREATE INDEX attempt_year ON attempt (student_id, school_year)
