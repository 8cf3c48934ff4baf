-- code: ID-03
-- title: The typed name is not a name of the student
-- severity: WARNING, REFUSE
-- entity: attempt
-- parameters: :t1 = 920, :t2 = 750
-- message: "{typed}" v "{known}" ({kind}): {s}, {t1} needed
-- how_to_fix: Choose the right student, or correct the typed name.
-- formats: s thousandths, t1 thousandths
-- version: 1
-- inputs: attempt(student_id, typed_name, entry_state), student(first_name, middle_name, last_name, preferred_name)
-- citation: T-207, T-201. Similarity is Jaro-Winkler over normalised names; t1 and t2 in thousandths.
WITH typed AS MATERIALIZED (
  SELECT a.id, a.school_year, a.typed_name, a.typed_name_key AS typed_key, s.name_key AS legal_key,
         s.first_name || CASE WHEN s.middle_name IS NULL THEN '' ELSE ' ' || s.middle_name END || ' ' || s.last_name AS legal_name,
         s.first_name || ' ' || s.last_name AS short_name, name_normal(s.first_name || ' ' || s.last_name) AS short_key,
         CASE WHEN s.preferred_name IS NULL THEN '' ELSE s.preferred_name || ' ' || s.last_name END AS preferred_name,
         CASE WHEN s.preferred_name IS NULL THEN '' ELSE name_normal(s.preferred_name || ' ' || s.last_name) END AS preferred_key
  FROM attempt a
  JOIN student s ON s.id = a.student_id
  WHERE a.typed_name_key <> s.name_key AND (a.entry_state IS NULL OR a.entry_state <> 'void')
),
scored AS MATERIALIZED (
  SELECT t.id, t.school_year, t.typed_name, t.legal_name, t.short_name, t.preferred_name,
         name_similarity(t.typed_key, t.legal_key) AS legal_s, name_similarity(t.typed_key, t.short_key) AS short_s,
         CASE WHEN t.preferred_key = '' THEN 0 ELSE name_similarity(t.typed_key, t.preferred_key) END AS preferred_s
  FROM typed t
  WHERE t.typed_key <> t.short_key AND t.typed_key <> t.preferred_key
),
best AS (
  SELECT id, school_year, typed_name,
         CASE WHEN legal_s >= short_s AND legal_s >= preferred_s THEN legal_s WHEN short_s >= preferred_s THEN short_s ELSE preferred_s END AS s,
         CASE WHEN legal_s >= short_s AND legal_s >= preferred_s THEN legal_name WHEN short_s >= preferred_s THEN short_name ELSE preferred_name END AS known,
         CASE WHEN legal_s >= preferred_s OR short_s >= preferred_s THEN 'legal' ELSE 'preferred' END AS kind
  FROM scored
)
SELECT id AS record_key, school_year, CASE WHEN s < :t2 THEN 'REFUSE' ELSE 'WARNING' END AS severity,
       typed_name AS typed, known, kind, s, :t1 AS t1
FROM best
WHERE s < :t1
