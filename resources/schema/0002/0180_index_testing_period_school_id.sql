CREATE INDEX testing_period_school_id ON testing_period (school_id)
