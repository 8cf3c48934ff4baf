CREATE INDEX evidence_link_evidence_id ON evidence_link (evidence_id)
