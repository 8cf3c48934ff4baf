CREATE UNIQUE INDEX roster_step_key ON roster_step (school_id, school_year, step)
