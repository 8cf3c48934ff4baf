CREATE TABLE category (
  id {id},
  org_id {int} NOT NULL,
  source_id {int},
  version {int} NOT NULL,
  hash {blob} NOT NULL,
  name {text} NOT NULL,
  level {text} NOT NULL,
  active {int},
  published {int}
)
