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
WITH unknown AS MATERIALIZED (
  SELECT a.id, a.org_id, a.school_year, a.certificate_code
  FROM attempt a
  WHERE a.certificate_code IS NOT NULL AND (a.entry_state IS NULL OR a.entry_state <> 'void')
    AND NOT EXISTS (SELECT 1 FROM certificate c WHERE c.org_id = a.org_id AND c.school_year = a.school_year
                                                  AND c.certificate_code = a.certificate_code)
),
list AS MATERIALIZED (
  SELECT y.org_id, y.school_year,
         (SELECT COUNT(*) FROM certificate c WHERE c.org_id = y.org_id AND c.school_year = y.school_year) AS n
  FROM (SELECT DISTINCT org_id, school_year FROM unknown) y
)
SELECT u.id AS record_key, u.school_year, u.certificate_code AS code, u.school_year AS year, l.n AS n
FROM unknown u
JOIN list l ON l.org_id = u.org_id AND l.school_year = u.school_year
