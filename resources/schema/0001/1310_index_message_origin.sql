CREATE UNIQUE INDEX message_origin ON message (org_id, person, origin) WHERE origin IS NOT NULL
