CREATE UNIQUE INDEX request_key ON request (org_id, package_id)
