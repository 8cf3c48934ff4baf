CREATE UNIQUE INDEX component_key ON component (certificate_id, component_code)
