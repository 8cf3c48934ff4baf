CREATE TABLE evidence_link (
  id {id},
  org_id {int} NOT NULL,
  source_id {int},
  version {int} NOT NULL,
  hash {blob} NOT NULL,
  attempt_id {int} NOT NULL REFERENCES attempt (id),
  evidence_id {int} NOT NULL REFERENCES evidence (id),
  page_from {int},
  page_to {int}
)
