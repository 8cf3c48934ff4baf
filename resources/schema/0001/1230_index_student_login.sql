CREATE UNIQUE INDEX student_login ON student (org_id, login_key) WHERE login_key IS NOT NULL
