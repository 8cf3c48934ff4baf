CREATE INDEX previous_id_value ON previous_id (previous_value)
