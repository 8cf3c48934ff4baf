CREATE UNIQUE INDEX testing_period_source ON testing_period (org_id, source_id) WHERE source_id IS NOT NULL
