CREATE UNIQUE INDEX staff_school_key ON staff_school (staff_id, school_id)
