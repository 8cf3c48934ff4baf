CREATE INDEX attempt_proctor_id ON attempt (proctor_id)
