CREATE UNIQUE INDEX provider_key ON provider (org_id, school_year, provider_name)
