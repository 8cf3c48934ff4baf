CREATE UNIQUE INDEX wizard_progress_key ON wizard_progress (participation_id, round, person)
