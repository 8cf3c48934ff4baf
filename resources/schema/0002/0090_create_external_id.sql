CREATE TABLE external_id (
  id {id},
  org_id {int} NOT NULL,
  source_id {int},
  version {int} NOT NULL,
  hash {blob} NOT NULL,
  system {text} NOT NULL,
  id_kind {text} NOT NULL,
  external_value {text} NOT NULL,
  student_id {int} REFERENCES student (id),
  staff_id {int} REFERENCES staff (id),
  school_id {int} REFERENCES school (id),
  group_id {int} REFERENCES student_group (id)
)
