CREATE UNIQUE INDEX component_source ON component (org_id, source_id) WHERE source_id IS NOT NULL
