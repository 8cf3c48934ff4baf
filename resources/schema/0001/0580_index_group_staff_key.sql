CREATE UNIQUE INDEX group_staff_key ON group_staff (group_id, staff_id)
