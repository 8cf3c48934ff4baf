CREATE INDEX finding_record ON finding (entity, record_id)
