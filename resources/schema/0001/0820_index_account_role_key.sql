CREATE UNIQUE INDEX account_role_key ON account_role (account_id, role, COALESCE(school_id, 0))
