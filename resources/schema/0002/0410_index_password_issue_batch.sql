CREATE INDEX password_issue_batch ON password_issue (batch_id)
