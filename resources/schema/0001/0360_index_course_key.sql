CREATE UNIQUE INDEX course_key ON course (org_id, school_year, course_number)
