-- As in version 1: reading as the account sees it in CertDesk. Profiles and issued passwords stay closed.
DO $$
DECLARE
  name TEXT;
BEGIN
  FOREACH name IN ARRAY ARRAY['grade_change', 'previous_id', 'external_id', 'testing_period', 'assessment', 'roster_step', 'import_profile', 'password_issue'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    IF to_regprocedure(format('certdesk_visible_%s(text)', name)) IS NOT NULL THEN
      EXECUTE format('CREATE POLICY scope_of_account ON %I FOR SELECT USING (certdesk_sees_all(current_user::TEXT, %L) '
                     'OR id IN (SELECT certdesk_visible_%s(current_user::TEXT)))', name, name NOT IN ('testing_period', 'roster_step'), name);
    END IF;
  END LOOP;
END
$$
