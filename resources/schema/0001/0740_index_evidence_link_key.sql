CREATE UNIQUE INDEX evidence_link_key ON evidence_link (attempt_id, evidence_id)
