CREATE UNIQUE INDEX student_group_key ON student_group (school_id, school_year, kind, group_name, COALESCE(section_number, ''), COALESCE(period, ''), COALESCE(term, ''))
