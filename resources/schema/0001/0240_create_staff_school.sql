CREATE TABLE staff_school (
  id {id},
  org_id {int} NOT NULL,
  source_id {int},
  version {int} NOT NULL,
  hash {blob} NOT NULL,
  staff_id {int} NOT NULL REFERENCES staff (id),
  school_id {int} NOT NULL REFERENCES school (id)
)
