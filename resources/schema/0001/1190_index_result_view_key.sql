CREATE UNIQUE INDEX result_view_key ON result_view (result_id, person)
