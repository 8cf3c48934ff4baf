CREATE TABLE previous_id (
  id {id},
  org_id {int} NOT NULL,
  source_id {int},
  version {int} NOT NULL,
  hash {blob} NOT NULL,
  student_id {int} NOT NULL REFERENCES student (id),
  id_kind {text} NOT NULL,
  previous_value {text} NOT NULL,
  until_date {int}
)
