ALTER TABLE issue ADD COLUMN assigned_to {text}
