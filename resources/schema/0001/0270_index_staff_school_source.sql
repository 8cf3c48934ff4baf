CREATE UNIQUE INDEX staff_school_source ON staff_school (org_id, source_id) WHERE source_id IS NOT NULL
