CREATE INDEX attempt_order ON attempt (row_number DESC, id, school_year, entry_state)
