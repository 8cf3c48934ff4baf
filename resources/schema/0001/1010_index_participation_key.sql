CREATE UNIQUE INDEX participation_key ON participation (event_id, organization_code, COALESCE(school_code, ''))
