CREATE TABLE component (
  id {id},
  org_id {int} NOT NULL,
  source_id {int},
  version {int} NOT NULL,
  hash {blob} NOT NULL,
  certificate_id {int} NOT NULL REFERENCES certificate (id),
  component_code {text} NOT NULL,
  component_name {text} NOT NULL,
  exam_family {text}
)
