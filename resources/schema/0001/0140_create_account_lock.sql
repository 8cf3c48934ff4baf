CREATE TABLE account_lock (account_id {int} NOT NULL PRIMARY KEY, failures {int} NOT NULL, locked_until {int} NOT NULL)
