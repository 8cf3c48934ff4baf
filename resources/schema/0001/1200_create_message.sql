CREATE TABLE message (
  id {id},
  org_id {int} NOT NULL,
  source_id {int},
  version {int} NOT NULL,
  hash {blob} NOT NULL,
  person {text} NOT NULL,
  process {text} NOT NULL,
  title {text} NOT NULL,
  body {text},
  participation_id {int} REFERENCES participation (id),
  event_name {text},
  participant {text},
  created_at {int},
  is_read {int},
  archived {int},
  origin {text}
)
