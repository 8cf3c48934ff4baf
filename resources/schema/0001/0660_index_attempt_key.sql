CREATE UNIQUE INDEX attempt_key ON attempt (org_id, row_number)
