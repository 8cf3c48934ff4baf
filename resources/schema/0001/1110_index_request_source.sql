CREATE UNIQUE INDEX request_source ON request (org_id, source_id) WHERE source_id IS NOT NULL
