CREATE TABLE journal_block (
  sequence {int} NOT NULL PRIMARY KEY,
  last_sequence {int} NOT NULL,
  at {int} NOT NULL,
  person {text} NOT NULL,
  command {text} NOT NULL,
  batch_id {int},
  entity {text} NOT NULL,
  first_record {int} NOT NULL,
  field_count {int} NOT NULL,
  reason {text},
  hash {blob} NOT NULL,
  content {blob} NOT NULL
)
