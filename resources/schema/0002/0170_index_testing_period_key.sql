CREATE INDEX testing_period_key ON testing_period (school_year, period_name, school_id)
