CREATE TABLE account_role (
  id {id},
  org_id {int} NOT NULL,
  source_id {int},
  version {int} NOT NULL,
  hash {blob} NOT NULL,
  account_id {int} NOT NULL REFERENCES account (id),
  role {text} NOT NULL,
  school_id {int} REFERENCES school (id)
)
