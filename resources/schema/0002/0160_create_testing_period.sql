CREATE TABLE testing_period (
  id {id},
  org_id {int} NOT NULL,
  source_id {int},
  version {int} NOT NULL,
  hash {blob} NOT NULL,
  school_year {int} NOT NULL,
  period_name {text} NOT NULL,
  school_id {int} REFERENCES school (id),
  starts_on {int},
  ends_on {int},
  grades {text}
)
