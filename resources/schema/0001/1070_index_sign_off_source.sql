CREATE UNIQUE INDEX sign_off_source ON sign_off (org_id, source_id) WHERE source_id IS NOT NULL
