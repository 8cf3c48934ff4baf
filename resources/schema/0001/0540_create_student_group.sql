CREATE TABLE student_group (
  id {id},
  org_id {int} NOT NULL,
  source_id {int},
  version {int} NOT NULL,
  hash {blob} NOT NULL,
  school_id {int} NOT NULL REFERENCES school (id),
  school_year {int} NOT NULL,
  kind {text} NOT NULL,
  group_name {text} NOT NULL,
  course_number {text},
  course_name {text},
  section_number {text},
  period {text},
  term {text},
  status {text},
  keep {int}
)
