CREATE INDEX grade_change_school_id ON grade_change (school_id)
