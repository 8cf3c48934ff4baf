CREATE INDEX journal_record ON journal (record_id)
