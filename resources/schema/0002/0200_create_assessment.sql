CREATE TABLE assessment (
  id {id},
  org_id {int} NOT NULL,
  source_id {int},
  version {int} NOT NULL,
  hash {blob} NOT NULL,
  student_id {int} NOT NULL REFERENCES student (id),
  school_year {int} NOT NULL,
  school_id {int} REFERENCES school (id),
  grade {text} NOT NULL,
  section_name {text} NOT NULL,
  period_name {text},
  attempt_number {int} NOT NULL,
  state {text} NOT NULL,
  score {real},
  result {text},
  taken_on {int},
  reason {text}
)
