-- code: EV-02
-- title: The provider's evidence policy is not met
-- severity: FATAL
-- entity: attempt
-- message: policy {policy}: has {has}, lacks {lacks}
-- how_to_fix: Attach what is missing, or correct the provider's policy of that year.
-- version: 1
-- inputs: attempt(outcome, provider_name, certificate_code, school_year, entry_state, exam_status), evidence_link(attempt_id, evidence_id), evidence(kind), provider(school_year, provider_name, pass_policy, fail_policy), certificate(school_year, certificate_code, provider_name)
-- citation: T-266, T-032
WITH ruled AS MATERIALIZED (
  SELECT a.id, a.school_year, CASE WHEN a.outcome = 'P' THEN p.pass_policy ELSE p.fail_policy END AS policy
  FROM attempt a
  LEFT JOIN certificate c ON a.provider_name IS NULL AND c.org_id = a.org_id AND c.school_year = a.school_year AND c.certificate_code = a.certificate_code
  JOIN provider p ON p.org_id = a.org_id AND p.school_year = a.school_year AND p.provider_name = COALESCE(a.provider_name, c.provider_name)
  WHERE a.outcome IN ('P', 'F') AND (a.entry_state IS NULL OR a.entry_state <> 'void')
    AND CASE WHEN a.outcome = 'P' THEN p.pass_policy ELSE p.fail_policy END <> 'none'
),
held AS (
  SELECT r.id, r.school_year, r.policy,
         CASE WHEN EXISTS (SELECT 1 FROM evidence_link l JOIN evidence e ON e.id = l.evidence_id
                           WHERE l.attempt_id = r.id AND e.kind IN ('report-line', 'score-report', 'report')) THEN 1 ELSE 0 END AS report,
         CASE WHEN EXISTS (SELECT 1 FROM evidence_link l JOIN evidence e ON e.id = l.evidence_id
                           WHERE l.attempt_id = r.id AND e.kind IN ('pdf', 'certificate', 'transcript')) THEN 1 ELSE 0 END AS pdf,
         CASE WHEN EXISTS (SELECT 1 FROM evidence_link l JOIN evidence e ON e.id = l.evidence_id
                           WHERE l.attempt_id = r.id AND e.kind IN ('session-record', 'session')) THEN 1 ELSE 0 END AS session
  FROM ruled r
),
unmet AS (
  SELECT h.*
  FROM held h
  WHERE CASE h.policy WHEN 'pdf-always' THEN h.pdf
                      WHEN 'report-only' THEN h.report
                      WHEN 'report-and-pdf' THEN h.report * h.pdf
                      WHEN 'report-or-pdf' THEN h.report + h.pdf
                      WHEN 'pdf-if-no-report' THEN h.report + h.pdf
                      WHEN 'session-record' THEN h.session + h.report + h.pdf
                      ELSE 1 END = 0
)
SELECT id AS record_key, school_year, policy,
       CASE WHEN report + pdf + session = 0 THEN 'nothing'
            ELSE SUBSTR(CASE WHEN report = 1 THEN ', score-report line' ELSE '' END || CASE WHEN pdf = 1 THEN ', PDF' ELSE '' END
                        || CASE WHEN session = 1 THEN ', session record' ELSE '' END, 3) END AS has,
       CASE policy WHEN 'pdf-always' THEN 'PDF' WHEN 'report-only' THEN 'score-report line'
                   WHEN 'report-and-pdf' THEN SUBSTR(CASE WHEN report = 0 THEN ', score-report line' ELSE '' END || CASE WHEN pdf = 0 THEN ', PDF' ELSE '' END, 3)
                   WHEN 'session-record' THEN 'session record' WHEN 'pdf-if-no-report' THEN 'score-report line, else PDF'
                   ELSE 'score-report line or PDF' END AS lacks
FROM unmet
