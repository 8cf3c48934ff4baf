CREATE INDEX result_participation_id ON result (participation_id)
