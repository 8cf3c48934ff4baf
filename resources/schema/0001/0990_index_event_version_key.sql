CREATE UNIQUE INDEX event_version_key ON event_version (event_id, number)
