CREATE INDEX enrollment_school_id ON enrollment (school_id)
