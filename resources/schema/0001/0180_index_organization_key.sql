CREATE UNIQUE INDEX organization_key ON organization (org_id, code)
