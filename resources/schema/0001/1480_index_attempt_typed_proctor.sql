CREATE INDEX attempt_typed_proctor ON attempt (proctor_name_key) WHERE proctor_id IS NULL
