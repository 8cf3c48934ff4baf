CREATE TABLE role_right (
  id {id},
  org_id {int} NOT NULL,
  source_id {int},
  version {int} NOT NULL,
  hash {blob} NOT NULL,
  role {text} NOT NULL,
  right_name {text} NOT NULL
)
