CREATE INDEX attempt_school_id ON attempt (school_id)
