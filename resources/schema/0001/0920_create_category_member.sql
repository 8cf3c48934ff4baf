CREATE TABLE category_member (
  id {id},
  org_id {int} NOT NULL,
  source_id {int},
  version {int} NOT NULL,
  hash {blob} NOT NULL,
  category_id {int} NOT NULL REFERENCES category (id),
  person {text} NOT NULL,
  person_name {text},
  email {text},
  role {text} NOT NULL,
  organization_code {text} NOT NULL,
  school_code {text},
  from_date {int},
  to_date {int},
  active {int}
)
