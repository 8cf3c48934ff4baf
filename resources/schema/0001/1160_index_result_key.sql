CREATE UNIQUE INDEX result_key ON result (org_id, kind, COALESCE(requested_at, 0), COALESCE(requested_by, ''))
