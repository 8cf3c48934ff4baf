CREATE UNIQUE INDEX attempt_source ON attempt (org_id, source_id) WHERE source_id IS NOT NULL
