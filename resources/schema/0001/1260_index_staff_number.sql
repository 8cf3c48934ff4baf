CREATE UNIQUE INDEX staff_number ON staff (org_id, staff_id) WHERE staff_id IS NOT NULL
