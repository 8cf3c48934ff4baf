ALTER TABLE school ADD COLUMN feeders {text}
