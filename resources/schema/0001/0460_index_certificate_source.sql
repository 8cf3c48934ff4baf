CREATE UNIQUE INDEX certificate_source ON certificate (org_id, source_id) WHERE source_id IS NOT NULL
