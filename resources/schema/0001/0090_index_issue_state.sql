CREATE INDEX issue_state ON issue (state, code)
