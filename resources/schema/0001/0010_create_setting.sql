CREATE TABLE setting (name {text} NOT NULL PRIMARY KEY, value {text})
