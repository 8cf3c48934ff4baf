-- code: CE-04
-- title: The certificate is not assigned to the program in that year
-- severity: WARNING
-- entity: attempt
-- message: {program} has {n} certificates in {year}, not {cert}
-- how_to_fix: Choose a certificate of the program, correct the program, or have the director assign the certificate.
-- formats: year year
-- version: 1
-- inputs: attempt(program_code, certificate_code, certificate_name, school_year, entry_state), program(school_year, program_code), certificate(school_year, certificate_code), program_certificate(program_id, certificate_id)
-- citation: T-220, T-026
-- waivable: cte-director
WITH other AS MATERIALIZED (
  SELECT a.id, a.org_id, a.school_year, a.program_code, a.certificate_code, a.certificate_name
  FROM attempt a
  WHERE a.program_code IS NOT NULL AND a.certificate_code IS NOT NULL AND (a.entry_state IS NULL OR a.entry_state <> 'void')
    AND NOT EXISTS (SELECT 1 FROM program p JOIN program_certificate pc ON pc.program_id = p.id JOIN certificate c ON c.id = pc.certificate_id
                    WHERE p.org_id = a.org_id AND p.school_year = a.school_year AND p.program_code = a.program_code
                      AND c.certificate_code = a.certificate_code)
),
assigned AS MATERIALIZED (
  SELECT y.org_id, y.school_year, y.program_code,
         (SELECT COUNT(*) FROM program p JOIN program_certificate pc ON pc.program_id = p.id
          WHERE p.org_id = y.org_id AND p.school_year = y.school_year AND p.program_code = y.program_code) AS n
  FROM (SELECT DISTINCT org_id, school_year, program_code FROM other) y
)
SELECT o.id AS record_key, o.school_year, o.program_code AS program, g.n AS n, o.school_year AS year,
       COALESCE(o.certificate_name, o.certificate_code) AS cert
FROM other o
JOIN assigned g ON g.org_id = o.org_id AND g.school_year = o.school_year AND g.program_code = o.program_code
