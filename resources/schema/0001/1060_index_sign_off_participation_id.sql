CREATE INDEX sign_off_participation_id ON sign_off (participation_id)
