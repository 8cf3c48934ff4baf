CREATE TABLE event_version (
  id {id},
  org_id {int} NOT NULL,
  source_id {int},
  version {int} NOT NULL,
  hash {blob} NOT NULL,
  event_id {int} NOT NULL REFERENCES event (id),
  number {int} NOT NULL,
  document {text} NOT NULL,
  rule_pack_hash {text},
  published_at {int},
  published_by {text}
)
