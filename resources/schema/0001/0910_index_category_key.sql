CREATE UNIQUE INDEX category_key ON category (org_id, name)
