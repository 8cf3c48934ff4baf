CREATE UNIQUE INDEX event_key ON event (org_id, school_year, name)
