CREATE UNIQUE INDEX certificate_key ON certificate (org_id, school_year, certificate_code)
