CREATE TABLE id_head (name {text} NOT NULL PRIMARY KEY, next_id {int} NOT NULL)
