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
WITH other AS (
  SELECT a.id, a.org_id, a.school_year, a.certificate_name, a.certificate_code
  FROM attempt a
  WHERE a.certificate_code IS NOT NULL AND a.certificate_name IS NOT NULL AND (a.entry_state IS NULL OR a.entry_state <> 'void')
    AND NOT EXISTS (SELECT 1 FROM certificate c WHERE c.org_id = a.org_id AND c.school_year = a.school_year
                                                  AND c.certificate_code = a.certificate_code AND c.certificate_name = a.certificate_name)
)
SELECT o.id AS record_key, o.school_year, o.certificate_name AS cert, MIN(c.certificate_code) AS code1, o.school_year AS year,
       o.certificate_code AS code2
FROM other o
JOIN certificate c ON c.org_id = o.org_id AND c.school_year = o.school_year AND c.certificate_name = o.certificate_name
GROUP BY o.id, o.school_year, o.certificate_name, o.certificate_code
