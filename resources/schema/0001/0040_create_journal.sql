CREATE TABLE journal (
  sequence {int} NOT NULL PRIMARY KEY,
  at {int} NOT NULL,
  person {text} NOT NULL,
  command {text} NOT NULL,
  batch_id {int},
  entity {text},
  record_id {int},
  operation {text},
  version {int},
  fields {text},
  reason {text},
  source_row {int},
  hash {blob} NOT NULL
)
