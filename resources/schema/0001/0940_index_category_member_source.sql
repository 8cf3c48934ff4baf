CREATE UNIQUE INDEX category_member_source ON category_member (org_id, source_id) WHERE source_id IS NOT NULL
