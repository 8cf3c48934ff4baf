-- code: CE-03
-- title: The code is not the code of the certificate in that year
-- severity: REFUSE
-- entity: attempt
-- message: "{cert}" has {code1} in {year}, row has {code2}
-- how_to_fix: Take the code {code1}, or choose the certificate that has the code {code2}.
-- formats: year year
-- version: 1
-- inputs: attempt(certificate_name, certificate_code, school_year, entry_state), certificate(school_year, certificate_code, certificate_name)
-- citation: T-219
WITH combination AS (
  SELECT a.org_id, a.school_year, a.certificate_code, a.certificate_name
  FROM attempt a
  WHERE a.certificate_code IS NOT NULL AND a.certificate_name IS NOT NULL
  GROUP BY a.school_year, a.certificate_code, a.org_id, a.certificate_name
),
other AS MATERIALIZED (
  SELECT b.org_id, b.school_year, b.certificate_code, b.certificate_name,
         (SELECT MIN(c.certificate_code) FROM certificate c
          WHERE c.org_id = b.org_id AND c.school_year = b.school_year AND c.certificate_name = b.certificate_name) AS listed
  FROM combination b
  WHERE NOT EXISTS (SELECT 1 FROM certificate c WHERE c.org_id = b.org_id AND c.school_year = b.school_year
                                                  AND c.certificate_code = b.certificate_code AND c.certificate_name = b.certificate_name)
)
SELECT a.id AS record_key, a.school_year, a.certificate_name AS cert, o.listed AS code1, a.school_year AS year, a.certificate_code AS code2
FROM other o
JOIN attempt a ON a.school_year = o.school_year AND a.certificate_code = o.certificate_code AND a.certificate_name = o.certificate_name AND a.org_id = o.org_id
WHERE o.listed IS NOT NULL AND (a.entry_state IS NULL OR a.entry_state <> 'void')
