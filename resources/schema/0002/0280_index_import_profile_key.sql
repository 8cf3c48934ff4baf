CREATE UNIQUE INDEX import_profile_key ON import_profile (name)
