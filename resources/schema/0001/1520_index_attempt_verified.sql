CREATE INDEX attempt_verified ON attempt (id) WHERE verification = 'verified'
