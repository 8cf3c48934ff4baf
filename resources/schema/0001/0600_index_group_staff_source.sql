CREATE UNIQUE INDEX group_staff_source ON group_staff (org_id, source_id) WHERE source_id IS NOT NULL
