CREATE TABLE roster_step (
  id {id},
  org_id {int} NOT NULL,
  source_id {int},
  version {int} NOT NULL,
  hash {blob} NOT NULL,
  school_id {int} NOT NULL REFERENCES school (id),
  school_year {int} NOT NULL,
  step {int} NOT NULL,
  state {text} NOT NULL,
  note {text},
  signed_by {text},
  signed_at {int},
  evidence {text}
)
