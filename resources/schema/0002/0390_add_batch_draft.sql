ALTER TABLE batch ADD COLUMN draft {text}
