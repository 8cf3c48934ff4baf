CREATE TABLE wizard_progress (
  id {id},
  org_id {int} NOT NULL,
  source_id {int},
  version {int} NOT NULL,
  hash {blob} NOT NULL,
  participation_id {int} NOT NULL REFERENCES participation (id),
  round {int} NOT NULL,
  person {text} NOT NULL,
  started_at {int}
)
