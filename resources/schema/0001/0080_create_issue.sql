CREATE TABLE issue (
  id {id},
  batch_id {int} NOT NULL REFERENCES batch (id),
  school_id {int},
  row_number {int} NOT NULL,
  code {text} NOT NULL,
  field {text},
  value {text},
  message {text} NOT NULL,
  next {text},
  state {text} NOT NULL,
  reason {text},
  row_content {text},
  solved_by {int}
)
