CREATE UNIQUE INDEX wizard_progress_source ON wizard_progress (org_id, source_id) WHERE source_id IS NOT NULL
