CREATE INDEX attempt_earned ON attempt (outcome, earned_on)
