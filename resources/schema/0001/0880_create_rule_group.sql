CREATE TABLE rule_group (
  id {id},
  org_id {int} NOT NULL,
  source_id {int},
  version {int} NOT NULL,
  hash {blob} NOT NULL,
  code {text} NOT NULL,
  name {text} NOT NULL,
  description {text},
  owner {text} NOT NULL,
  active {int},
  published {int},
  rules {text}
)
