CREATE UNIQUE INDEX sign_off_key ON sign_off (org_id, package_id)
