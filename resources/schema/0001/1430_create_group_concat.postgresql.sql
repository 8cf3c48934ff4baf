CREATE AGGREGATE group_concat(text, text) (SFUNC = concat_step, STYPE = text)
