CREATE TABLE result_view (
  id {id},
  org_id {int} NOT NULL,
  source_id {int},
  version {int} NOT NULL,
  hash {blob} NOT NULL,
  result_id {int} NOT NULL REFERENCES result (id),
  person {text} NOT NULL,
  viewed_at {int}
)
