CREATE TABLE evidence (
  id {id},
  org_id {int} NOT NULL,
  source_id {int},
  version {int} NOT NULL,
  hash {blob} NOT NULL,
  sha256 {text} NOT NULL,
  kind {text} NOT NULL,
  file_name {text},
  bytes {int},
  pages {int},
  provider_name {text},
  source {text},
  line {text},
  received_on {int},
  uploaded_by {text}
)
