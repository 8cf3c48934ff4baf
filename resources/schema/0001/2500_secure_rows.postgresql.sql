-- Row-level security for every login but the owner of the tables: reading as the account sees it in CertDesk, writing not at
-- all. A table without a policy (accounts, journal, files, settings) is closed to it.
DO $$
DECLARE
  name TEXT;
  about_students BOOLEAN;
BEGIN
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = current_schema() LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    about_students := name IN ('student', 'enrollment', 'member', 'attempt', 'evidence', 'evidence_link', 'result', 'batch', 'issue', 'finding');
    IF to_regprocedure(format('certdesk_visible_%s(text)', name)) IS NOT NULL THEN
      EXECUTE format('CREATE POLICY scope_of_account ON %I FOR SELECT USING (certdesk_sees_all(current_user::TEXT, %L) '
                     'OR id IN (SELECT certdesk_visible_%s(current_user::TEXT)))', name, about_students, name);
    ELSIF name IN ('batch', 'issue', 'finding') THEN
      EXECUTE format('CREATE POLICY scope_of_account ON %I FOR SELECT USING (certdesk_sees_all(current_user::TEXT, TRUE))', name);
    ELSIF name IN ('message', 'result_view') THEN
      EXECUTE format('CREATE POLICY scope_of_account ON %I FOR SELECT USING (person IN (SELECT v.person FROM certdesk_scope(current_user::TEXT) v))', name);
    END IF;
  END LOOP;
END
$$
