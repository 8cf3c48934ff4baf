CREATE INDEX account_role_school_id ON account_role (school_id)
