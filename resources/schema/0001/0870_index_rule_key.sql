CREATE UNIQUE INDEX rule_key ON rule (org_id, owner, code)
