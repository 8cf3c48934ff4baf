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
WITH combination AS (
  SELECT DISTINCT x.org_id, x.school_year, x.certificate_code, x.program_code
  FROM (
  SELECT a.org_id, a.school_year, a.certificate_code, a.program_code
  FROM attempt a
  WHERE a.program_code IS NOT NULL AND a.certificate_code IS NOT NULL
  GROUP BY a.school_year, a.certificate_code, a.org_id, a.certificate_name, a.program_code) x
),
other AS MATERIALIZED (
  SELECT b.org_id, b.school_year, b.certificate_code, b.program_code,
         (SELECT COUNT(*) FROM program p JOIN program_certificate pc ON pc.program_id = p.id
          WHERE p.org_id = b.org_id AND p.school_year = b.school_year AND p.program_code = b.program_code) AS n
  FROM combination b
  WHERE NOT EXISTS (SELECT 1 FROM program p JOIN certificate c ON c.org_id = p.org_id AND c.school_year = p.school_year
                    JOIN program_certificate pc ON pc.program_id = p.id AND pc.certificate_id = c.id
                    WHERE p.org_id = b.org_id AND p.school_year = b.school_year AND p.program_code = b.program_code
                      AND c.certificate_code = b.certificate_code)
)
SELECT a.id AS record_key, a.school_year, a.program_code AS program, o.n AS n, a.school_year AS year,
       COALESCE(a.certificate_name, a.certificate_code) AS cert
FROM other o
JOIN attempt a ON a.school_year = o.school_year AND a.certificate_code = o.certificate_code AND a.program_code = o.program_code AND a.org_id = o.org_id
WHERE (a.entry_state IS NULL OR a.entry_state <> 'void')
