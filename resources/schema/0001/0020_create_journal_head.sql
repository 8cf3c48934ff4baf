CREATE TABLE journal_head (one {int} NOT NULL PRIMARY KEY, sequence {int} NOT NULL, hash {blob} NOT NULL)
