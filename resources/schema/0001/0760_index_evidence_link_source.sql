CREATE UNIQUE INDEX evidence_link_source ON evidence_link (org_id, source_id) WHERE source_id IS NOT NULL
