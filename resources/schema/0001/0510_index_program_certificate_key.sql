CREATE UNIQUE INDEX program_certificate_key ON program_certificate (program_id, certificate_id)
