CREATE TABLE program_certificate (
  id {id},
  org_id {int} NOT NULL,
  source_id {int},
  version {int} NOT NULL,
  hash {blob} NOT NULL,
  program_id {int} NOT NULL REFERENCES program (id),
  certificate_id {int} NOT NULL REFERENCES certificate (id)
)
