CREATE UNIQUE INDEX account_key ON account (org_id, name)
