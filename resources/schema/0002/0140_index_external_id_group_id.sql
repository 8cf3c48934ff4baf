CREATE INDEX external_id_group_id ON external_id (group_id)
