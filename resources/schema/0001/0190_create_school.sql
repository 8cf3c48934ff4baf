CREATE TABLE school (
  id {id},
  org_id {int} NOT NULL,
  source_id {int},
  version {int} NOT NULL,
  hash {blob} NOT NULL,
  school_code {text} NOT NULL,
  name {text} NOT NULL,
  number {text},
  state_id {text},
  low_grade {text},
  high_grade {text},
  roster_source {text},
  contact_name {text},
  contact_email {text},
  contact_phone {text},
  status {text}
)
