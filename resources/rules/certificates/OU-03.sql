-- code: OU-03
-- title: A pass without a full earned date, or an earned date without a pass
-- severity: FATAL
-- entity: attempt
-- message: P needs MMDDYYYY; have {value}
-- how_to_fix: Enter the full date on which the certificate was earned, or correct the outcome.
-- formats: value days
-- version: 1
-- inputs: attempt(outcome, earned_on, exam_first, exam_precision, component_code, certificate_code, school_year, entry_state), certificate(school_year, certificate_code, pass_is_earned)
-- citation: T-252. A passed component, and a pass of a certificate with further requirements (P=E off), are not earned yet and need no date.
WITH wrong AS (
  SELECT a.id FROM attempt a WHERE a.outcome = 'P' AND a.earned_on IS NULL
  UNION ALL
  SELECT a.id FROM attempt a WHERE (a.outcome < 'P' OR a.outcome > 'P') AND a.earned_on IS NOT NULL
)
SELECT a.id AS record_key, a.school_year,
       CASE WHEN a.outcome <> 'P' THEN a.outcome || ',' || CAST(a.earned_on AS TEXT)
            WHEN a.exam_precision = 'month' THEN CAST(a.exam_first AS TEXT) || 'm'
            WHEN a.exam_precision = 'year' THEN CAST(a.exam_first AS TEXT) || 'y'
            WHEN a.exam_first IS NULL THEN 'no date'
            ELSE 'no earned date' END AS value
FROM wrong w
JOIN attempt a ON a.id = w.id
WHERE (a.entry_state IS NULL OR a.entry_state <> 'void')
  AND (a.outcome <> 'P'
       OR (a.component_code IS NULL
           AND NOT EXISTS (SELECT 1 FROM certificate c WHERE c.org_id = a.org_id AND c.school_year = a.school_year
                                                         AND c.certificate_code = a.certificate_code AND c.pass_is_earned = 0)))
