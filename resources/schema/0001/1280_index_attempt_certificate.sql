CREATE INDEX attempt_certificate ON attempt (school_year, certificate_code)
