CREATE INDEX request_participation_id ON request (participation_id)
