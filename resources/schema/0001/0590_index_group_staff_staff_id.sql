CREATE INDEX group_staff_staff_id ON group_staff (staff_id)
