CREATE TABLE provider (
  id {id},
  org_id {int} NOT NULL,
  source_id {int},
  version {int} NOT NULL,
  hash {blob} NOT NULL,
  school_year {int} NOT NULL,
  provider_name {text} NOT NULL,
  score_reports {text},
  pass_policy {text},
  fail_policy {text},
  pull_interval_days {int},
  portal {text},
  contact {text}
)
