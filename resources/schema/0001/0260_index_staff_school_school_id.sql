CREATE INDEX staff_school_school_id ON staff_school (school_id)
