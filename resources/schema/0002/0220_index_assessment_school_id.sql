CREATE INDEX assessment_school_id ON assessment (school_id)
