CREATE TABLE organization (
  id {id},
  org_id {int} NOT NULL,
  source_id {int},
  version {int} NOT NULL,
  hash {blob} NOT NULL,
  code {text} NOT NULL,
  name {text} NOT NULL,
  kind {text} NOT NULL
)
