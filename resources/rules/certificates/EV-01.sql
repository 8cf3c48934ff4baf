-- code: EV-01
-- title: A verified row without evidence
-- severity: REFUSE
-- entity: attempt
-- message: 0 evidence items; {policy} asks {list}
-- how_to_fix: Attach the score-report line or the PDF that was relied on, or withdraw the verified mark.
-- version: 1
-- inputs: attempt(verification, outcome, provider_name, certificate_code, school_year, entry_state), evidence_link(attempt_id), provider(school_year, provider_name, pass_policy, fail_policy), certificate(school_year, certificate_code, provider_name)
-- citation: T-265, T-032. A row whose provider asks no evidence for its outcome (policy none) may be verified without.
WITH bare AS MATERIALIZED (
  SELECT a.id FROM attempt a WHERE a.verification = 'verified' AND NOT EXISTS (SELECT 1 FROM evidence_link l WHERE l.attempt_id = a.id)
),
ruled AS (
  SELECT a.id, a.school_year, COALESCE(CASE WHEN a.outcome = 'F' THEN p.fail_policy ELSE p.pass_policy END, 'report-or-pdf') AS policy
  FROM bare b
  JOIN attempt a ON a.id = b.id
  LEFT JOIN certificate c ON c.org_id = a.org_id AND c.school_year = a.school_year AND c.certificate_code = a.certificate_code
  LEFT JOIN provider p ON p.org_id = a.org_id AND p.school_year = a.school_year AND p.provider_name = COALESCE(a.provider_name, c.provider_name)
  WHERE (a.entry_state IS NULL OR a.entry_state <> 'void')
)
SELECT id AS record_key, school_year, policy,
       CASE policy WHEN 'pdf-always' THEN 'PDF' WHEN 'report-only' THEN 'score-report line' WHEN 'report-and-pdf' THEN 'score-report line and PDF'
                   WHEN 'session-record' THEN 'session record' WHEN 'pdf-if-no-report' THEN 'score-report line, else PDF'
                   ELSE 'score-report line or PDF' END AS list
FROM ruled
WHERE policy <> 'none'
