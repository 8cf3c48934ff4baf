CREATE TABLE stored_file (sha256 {text} NOT NULL PRIMARY KEY, content {blob} NOT NULL)
