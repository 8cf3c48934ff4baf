ALTER TABLE student ADD COLUMN time_multiplier {real}
