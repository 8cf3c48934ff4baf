CREATE UNIQUE INDEX program_key ON program (org_id, school_year, program_code)
