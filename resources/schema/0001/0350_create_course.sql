CREATE TABLE course (
  id {id},
  org_id {int} NOT NULL,
  source_id {int},
  version {int} NOT NULL,
  hash {blob} NOT NULL,
  school_year {int} NOT NULL,
  course_number {text} NOT NULL,
  course_name {text} NOT NULL,
  subject {text},
  grades {text},
  program_code {text},
  is_cte {int},
  description {text}
)
