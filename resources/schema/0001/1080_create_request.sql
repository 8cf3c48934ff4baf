CREATE TABLE request (
  id {id},
  org_id {int} NOT NULL,
  source_id {int},
  version {int} NOT NULL,
  hash {blob} NOT NULL,
  participation_id {int} NOT NULL REFERENCES participation (id),
  round {int} NOT NULL,
  package_id {text} NOT NULL,
  person {text} NOT NULL,
  person_name {text},
  reason {text} NOT NULL,
  asked_at {int},
  delivery {text} NOT NULL,
  answer {text},
  answer_reason {text},
  answered_at {int}
)
