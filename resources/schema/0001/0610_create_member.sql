CREATE TABLE member (
  id {id},
  org_id {int} NOT NULL,
  source_id {int},
  version {int} NOT NULL,
  hash {blob} NOT NULL,
  group_id {int} NOT NULL REFERENCES student_group (id),
  student_id {int} NOT NULL REFERENCES student (id),
  from_date {int},
  to_date {int}
)
