CREATE TABLE group_staff (
  id {id},
  org_id {int} NOT NULL,
  source_id {int},
  version {int} NOT NULL,
  hash {blob} NOT NULL,
  group_id {int} NOT NULL REFERENCES student_group (id),
  staff_id {int} NOT NULL REFERENCES staff (id),
  role {text}
)
