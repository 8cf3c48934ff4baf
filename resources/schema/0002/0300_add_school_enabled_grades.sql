ALTER TABLE school ADD COLUMN enabled_grades {text}
