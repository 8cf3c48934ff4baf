CREATE TABLE program (
  id {id},
  org_id {int} NOT NULL,
  source_id {int},
  version {int} NOT NULL,
  hash {blob} NOT NULL,
  school_year {int} NOT NULL,
  program_code {text} NOT NULL,
  program_name {text} NOT NULL,
  cip_code {text}
)
