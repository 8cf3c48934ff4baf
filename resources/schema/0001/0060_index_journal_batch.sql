CREATE INDEX journal_batch ON journal (batch_id, sequence) WHERE batch_id IS NOT NULL
