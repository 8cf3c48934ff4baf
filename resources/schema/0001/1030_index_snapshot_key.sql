CREATE UNIQUE INDEX snapshot_key ON snapshot (participation_id, number)
