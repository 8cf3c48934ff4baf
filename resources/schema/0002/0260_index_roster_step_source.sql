CREATE UNIQUE INDEX roster_step_source ON roster_step (org_id, source_id) WHERE source_id IS NOT NULL
