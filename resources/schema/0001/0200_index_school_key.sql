CREATE UNIQUE INDEX school_key ON school (org_id, school_code)
