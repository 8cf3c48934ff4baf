CREATE UNIQUE INDEX course_source ON course (org_id, source_id) WHERE source_id IS NOT NULL
