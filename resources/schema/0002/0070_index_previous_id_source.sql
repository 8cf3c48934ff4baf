CREATE UNIQUE INDEX previous_id_source ON previous_id (org_id, source_id) WHERE source_id IS NOT NULL
