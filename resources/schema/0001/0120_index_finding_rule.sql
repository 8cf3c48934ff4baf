CREATE INDEX finding_rule ON finding (rule_code, record_id)
