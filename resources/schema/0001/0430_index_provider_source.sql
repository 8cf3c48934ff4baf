CREATE UNIQUE INDEX provider_source ON provider (org_id, source_id) WHERE source_id IS NOT NULL
