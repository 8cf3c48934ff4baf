CREATE UNIQUE INDEX student_source ON student (org_id, source_id) WHERE source_id IS NOT NULL
