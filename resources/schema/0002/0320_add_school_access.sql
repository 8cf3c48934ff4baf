ALTER TABLE school ADD COLUMN access {text}
