CREATE UNIQUE INDEX rule_group_key ON rule_group (org_id, owner, code)
