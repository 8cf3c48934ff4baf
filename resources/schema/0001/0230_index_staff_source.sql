CREATE UNIQUE INDEX staff_source ON staff (org_id, source_id) WHERE source_id IS NOT NULL
