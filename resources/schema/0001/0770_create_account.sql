CREATE TABLE account (
  id {id},
  org_id {int} NOT NULL,
  source_id {int},
  version {int} NOT NULL,
  hash {blob} NOT NULL,
  name {text} NOT NULL,
  display_name {text},
  email {text},
  staff_id {int} REFERENCES staff (id),
  student_id {int} REFERENCES student (id),
  password_hash {text},
  must_change {int},
  disabled {int},
  database_login {text},
  name_key {text}
)
