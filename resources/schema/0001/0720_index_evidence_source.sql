CREATE UNIQUE INDEX evidence_source ON evidence (org_id, source_id) WHERE source_id IS NOT NULL
