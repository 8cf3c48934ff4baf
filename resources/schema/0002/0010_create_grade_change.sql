CREATE TABLE grade_change (
  id {id},
  org_id {int} NOT NULL,
  source_id {int},
  version {int} NOT NULL,
  hash {blob} NOT NULL,
  student_id {int} NOT NULL REFERENCES student (id),
  school_year {int} NOT NULL,
  number {int} NOT NULL,
  school_id {int} REFERENCES school (id),
  kind {text} NOT NULL,
  from_grade {text},
  grade {text},
  valid_from {int},
  file_grade {text},
  reason {text},
  signed_by {text}
)
