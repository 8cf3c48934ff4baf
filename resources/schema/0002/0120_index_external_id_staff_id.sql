CREATE INDEX external_id_staff_id ON external_id (staff_id)
