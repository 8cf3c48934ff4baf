CREATE UNIQUE INDEX assessment_source ON assessment (org_id, source_id) WHERE source_id IS NOT NULL
