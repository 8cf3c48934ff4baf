CREATE TABLE snapshot (
  id {id},
  org_id {int} NOT NULL,
  source_id {int},
  version {int} NOT NULL,
  hash {blob} NOT NULL,
  participation_id {int} NOT NULL REFERENCES participation (id),
  number {int} NOT NULL,
  round {int},
  status {text} NOT NULL,
  planned_at {int},
  taken_at {int},
  cause {text},
  person {text},
  row_count {int},
  digest {text}
)
