CREATE TABLE enrollment (
  id {id},
  org_id {int} NOT NULL,
  source_id {int},
  version {int} NOT NULL,
  hash {blob} NOT NULL,
  student_id {int} NOT NULL REFERENCES student (id),
  school_year {int} NOT NULL,
  school_id {int} NOT NULL REFERENCES school (id),
  grade {text},
  entry_date {int},
  exit_date {int},
  baseline_grade {text},
  decision {text}
)
