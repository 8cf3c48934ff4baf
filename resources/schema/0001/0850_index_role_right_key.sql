CREATE UNIQUE INDEX role_right_key ON role_right (org_id, role, right_name)
