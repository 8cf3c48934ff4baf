-- code: CE-01
-- title: The certificate code is not on the year's list
-- severity: FATAL
-- entity: attempt
-- message: {code} is not on the {year} list ({n} codes)
-- how_to_fix: Choose a certificate of the {year} list, or import that list.
-- formats: year year
-- version: 1
-- inputs: attempt(certificate_code, school_year, entry_state), certificate(school_year, certificate_code)
-- citation: T-217
WITH combination AS (
  SELECT a.org_id, a.school_year, a.certificate_code
  FROM attempt a
  WHERE a.certificate_code IS NOT NULL
  GROUP BY a.school_year, a.certificate_code, a.org_id
),
list AS MATERIALIZED (
  SELECT b.org_id, b.school_year, b.certificate_code,
         (SELECT COUNT(*) FROM certificate c WHERE c.org_id = b.org_id AND c.school_year = b.school_year) AS n
  FROM combination b
  WHERE NOT EXISTS (SELECT 1 FROM certificate c WHERE c.org_id = b.org_id AND c.school_year = b.school_year AND c.certificate_code = b.certificate_code)
)
SELECT a.id AS record_key, a.school_year, a.certificate_code AS code, a.school_year AS year, l.n AS n
FROM list l
JOIN attempt a ON a.school_year = l.school_year AND a.certificate_code = l.certificate_code AND a.org_id = l.org_id
WHERE (a.entry_state IS NULL OR a.entry_state <> 'void')
