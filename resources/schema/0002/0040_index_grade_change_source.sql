CREATE UNIQUE INDEX grade_change_source ON grade_change (org_id, source_id) WHERE source_id IS NOT NULL
