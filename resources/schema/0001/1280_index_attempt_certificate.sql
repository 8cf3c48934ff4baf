CREATE INDEX attempt_certificate ON attempt (school_year, certificate_code, org_id, certificate_name, program_code)
