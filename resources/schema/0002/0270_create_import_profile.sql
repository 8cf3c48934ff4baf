CREATE TABLE import_profile (
  id {id},
  org_id {int} NOT NULL,
  source_id {int},
  version {int} NOT NULL,
  hash {blob} NOT NULL,
  name {text} NOT NULL,
  kind {text} NOT NULL,
  profile_version {int} NOT NULL,
  signature {text},
  document {text} NOT NULL
)
