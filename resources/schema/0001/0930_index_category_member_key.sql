CREATE UNIQUE INDEX category_member_key ON category_member (category_id, organization_code, person, role, COALESCE(school_code, ''))
