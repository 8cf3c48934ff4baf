CREATE TABLE rule (
  id {id},
  org_id {int} NOT NULL,
  source_id {int},
  version {int} NOT NULL,
  hash {blob} NOT NULL,
  code {text} NOT NULL,
  owner {text} NOT NULL,
  rule_version {int},
  title {text} NOT NULL,
  severity {text} NOT NULL,
  entity {text} NOT NULL,
  body {text} NOT NULL,
  archived {int}
)
