CREATE UNIQUE INDEX student_group_source ON student_group (org_id, source_id) WHERE source_id IS NOT NULL
