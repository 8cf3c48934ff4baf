CREATE UNIQUE INDEX school_source ON school (org_id, source_id) WHERE source_id IS NOT NULL
