CREATE TABLE link_state (name {text} NOT NULL PRIMARY KEY, value {text})
