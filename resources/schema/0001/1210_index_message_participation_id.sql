CREATE INDEX message_participation_id ON message (participation_id)
