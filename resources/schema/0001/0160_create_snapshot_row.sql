CREATE TABLE snapshot_row (snapshot_id {int} NOT NULL, entity {text} NOT NULL, record_id {int} NOT NULL, content {text} NOT NULL, PRIMARY KEY (snapshot_id, entity, record_id))
