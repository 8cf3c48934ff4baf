CREATE UNIQUE INDEX external_id_source ON external_id (org_id, source_id) WHERE source_id IS NOT NULL
