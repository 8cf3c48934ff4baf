CREATE UNIQUE INDEX staff_login ON staff (org_id, login_key) WHERE login_key IS NOT NULL
