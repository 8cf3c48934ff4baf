CREATE INDEX external_id_school_id ON external_id (school_id)
