CREATE UNIQUE INDEX import_profile_source ON import_profile (org_id, source_id) WHERE source_id IS NOT NULL
