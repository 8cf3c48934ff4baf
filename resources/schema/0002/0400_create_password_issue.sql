CREATE TABLE password_issue (
  id {id},
  batch_id {int} NOT NULL REFERENCES batch (id),
  account_id {int} NOT NULL REFERENCES account (id),
  hash_before {text},
  must_change_before {int},
  hash_after {text},
  withdrawn {int}
)
