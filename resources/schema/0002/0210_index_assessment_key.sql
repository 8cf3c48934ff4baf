CREATE INDEX assessment_key ON assessment (student_id, grade, section_name, period_name, attempt_number)
