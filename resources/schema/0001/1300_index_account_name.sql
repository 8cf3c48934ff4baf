CREATE UNIQUE INDEX account_name ON account (org_id, name_key)
