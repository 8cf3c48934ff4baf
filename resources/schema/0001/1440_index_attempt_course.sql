CREATE INDEX attempt_course ON attempt (course_number, school_year, year_taken, org_id)
