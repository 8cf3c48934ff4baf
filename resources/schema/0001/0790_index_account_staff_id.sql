CREATE INDEX account_staff_id ON account (staff_id)
