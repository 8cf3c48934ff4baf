CREATE UNIQUE INDEX member_source ON member (org_id, source_id) WHERE source_id IS NOT NULL
