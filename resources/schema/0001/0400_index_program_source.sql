CREATE UNIQUE INDEX program_source ON program (org_id, source_id) WHERE source_id IS NOT NULL
