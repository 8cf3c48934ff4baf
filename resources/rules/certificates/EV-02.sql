-- code: EV-02
-- title: The provider's evidence policy is not met
-- severity: FATAL
-- entity: attempt
-- message: policy {policy}: has {has}, lacks {lacks}
-- how_to_fix: Attach what is missing, or correct the provider's policy of that year.
-- version: 1
-- inputs: attempt(outcome, provider_name, certificate_code, school_year, entry_state, exam_status), evidence_link(attempt_id, evidence_id), evidence(kind), provider(school_year, provider_name, pass_policy, fail_policy), certificate(school_year, certificate_code, provider_name)
-- citation: T-266, T-032
WITH ruled AS (
  SELECT a.id, a.school_year, CASE WHEN a.outcome = 'P' THEN p.pass_policy ELSE p.fail_policy END AS policy
  FROM attempt a
  JOIN provider p ON p.org_id = a.org_id AND p.school_year = a.school_year
                 AND p.provider_name = COALESCE(a.provider_name, (SELECT c.provider_name FROM certificate c
                                                                  WHERE c.org_id = a.org_id AND c.school_year = a.school_year AND c.certificate_code = a.certificate_code))
  WHERE a.outcome IN ('P', 'F') AND (a.entry_state IS NULL OR a.entry_state <> 'void') AND CASE WHEN a.outcome = 'P' THEN p.pass_policy ELSE p.fail_policy END <> 'none'
),
-- One look at the evidence for most policies; only report-and-pdf needs two.
unmet AS MATERIALIZED (
  SELECT r.id, r.school_year, r.policy
  FROM ruled r
  WHERE NOT EXISTS (SELECT 1 FROM evidence_link l JOIN evidence e ON e.id = l.evidence_id
                    WHERE l.attempt_id = r.id
                      AND CASE r.policy WHEN 'pdf-always' THEN e.kind IN ('pdf', 'certificate', 'transcript')
                                        WHEN 'report-only' THEN e.kind IN ('report-line', 'score-report', 'report')
                                        WHEN 'report-and-pdf' THEN e.kind IN ('report-line', 'score-report', 'report')
                                        WHEN 'session-record' THEN e.kind IN ('pdf', 'certificate', 'transcript', 'report-line', 'score-report', 'report', 'session-record', 'session')
                                        ELSE e.kind IN ('pdf', 'certificate', 'transcript', 'report-line', 'score-report', 'report') END)
     OR (r.policy = 'report-and-pdf'
         AND NOT EXISTS (SELECT 1 FROM evidence_link l JOIN evidence e ON e.id = l.evidence_id
                         WHERE l.attempt_id = r.id AND e.kind IN ('pdf', 'certificate', 'transcript')))
),
held AS (
  SELECT u.*,
         (SELECT COUNT(*) FROM evidence_link l JOIN evidence e ON e.id = l.evidence_id WHERE l.attempt_id = u.id AND e.kind IN ('report-line', 'score-report', 'report')) AS report,
         (SELECT COUNT(*) FROM evidence_link l JOIN evidence e ON e.id = l.evidence_id WHERE l.attempt_id = u.id AND e.kind IN ('pdf', 'certificate', 'transcript')) AS pdf,
         (SELECT COUNT(*) FROM evidence_link l JOIN evidence e ON e.id = l.evidence_id WHERE l.attempt_id = u.id AND e.kind IN ('session-record', 'session')) AS session
  FROM unmet u
)
SELECT id AS record_key, school_year, policy,
       CASE WHEN report + pdf + session = 0 THEN 'nothing'
            ELSE SUBSTR(CASE WHEN report > 0 THEN ', score-report line' ELSE '' END || CASE WHEN pdf > 0 THEN ', PDF' ELSE '' END
                        || CASE WHEN session > 0 THEN ', session record' ELSE '' END, 3) END AS has,
       CASE policy WHEN 'pdf-always' THEN 'PDF' WHEN 'report-only' THEN 'score-report line'
                   WHEN 'report-and-pdf' THEN SUBSTR(CASE WHEN report = 0 THEN ', score-report line' ELSE '' END || CASE WHEN pdf = 0 THEN ', PDF' ELSE '' END, 3)
                   WHEN 'session-record' THEN 'session record' WHEN 'pdf-if-no-report' THEN 'score-report line, else PDF'
                   ELSE 'score-report line or PDF' END AS lacks
FROM held
