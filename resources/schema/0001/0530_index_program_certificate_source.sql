CREATE UNIQUE INDEX program_certificate_source ON program_certificate (org_id, source_id) WHERE source_id IS NOT NULL
