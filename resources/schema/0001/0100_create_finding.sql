CREATE TABLE finding (
  id {id},
  rule_code {text} NOT NULL,
  severity {text} NOT NULL,
  entity {text} NOT NULL,
  record_id {int} NOT NULL,
  record_key {text} NOT NULL,
  message {text} NOT NULL,
  fix {text},
  found_at {int} NOT NULL
)
