CREATE UNIQUE INDEX evidence_content ON evidence (org_id, sha256, COALESCE(line, ''))
