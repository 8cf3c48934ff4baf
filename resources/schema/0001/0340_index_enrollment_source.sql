CREATE UNIQUE INDEX enrollment_source ON enrollment (org_id, source_id) WHERE source_id IS NOT NULL
