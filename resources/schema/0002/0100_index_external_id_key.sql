CREATE UNIQUE INDEX external_id_key ON external_id (system, id_kind, external_value)
