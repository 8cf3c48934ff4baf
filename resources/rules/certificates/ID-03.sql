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
WITH name AS (
  SELECT a.student_id, a.typed_name_key FROM attempt a WHERE a.typed_name_key IS NOT NULL GROUP BY a.student_id, a.typed_name_key
),
typed AS MATERIALIZED (
  SELECT n.student_id, n.typed_name_key AS typed_key, s.name_key AS legal_key,
         s.first_name || CASE WHEN s.middle_name IS NULL THEN '' ELSE ' ' || s.middle_name END || ' ' || s.last_name AS legal_name,
         s.first_name || ' ' || s.last_name AS short_name, name_normal(s.first_name || ' ' || s.last_name) AS short_key,
         CASE WHEN s.preferred_name IS NULL THEN '' ELSE s.preferred_name || ' ' || s.last_name END AS preferred_name,
         CASE WHEN s.preferred_name IS NULL THEN '' ELSE name_normal(s.preferred_name || ' ' || s.last_name) END AS preferred_key
  FROM name n
  JOIN student s ON s.id = n.student_id
  WHERE n.typed_name_key <> s.name_key
),
scored AS MATERIALIZED (
  SELECT t.student_id, t.typed_key, t.legal_name, t.short_name, t.preferred_name,
         name_similarity(t.typed_key, t.legal_key) AS legal_s, name_similarity(t.typed_key, t.short_key) AS short_s,
         CASE WHEN t.preferred_key = '' THEN 0 ELSE name_similarity(t.typed_key, t.preferred_key) END AS preferred_s
  FROM typed t
  WHERE t.typed_key <> t.short_key AND t.typed_key <> t.preferred_key
),
best AS MATERIALIZED (
  SELECT student_id, typed_key,
         CASE WHEN legal_s >= short_s AND legal_s >= preferred_s THEN legal_s WHEN short_s >= preferred_s THEN short_s ELSE preferred_s END AS s,
         CASE WHEN legal_s >= short_s AND legal_s >= preferred_s THEN legal_name WHEN short_s >= preferred_s THEN short_name ELSE preferred_name END AS known,
         CASE WHEN legal_s >= preferred_s OR short_s >= preferred_s THEN 'legal' ELSE 'preferred' END AS kind
  FROM scored
)
SELECT a.id AS record_key, a.school_year, CASE WHEN b.s < :t2 THEN 'REFUSE' ELSE 'WARNING' END AS severity,
       a.typed_name AS typed, b.known, b.kind, b.s, :t1 AS t1
FROM best b
JOIN attempt a ON a.student_id = b.student_id AND a.typed_name_key = b.typed_key
WHERE b.s < :t1 AND (a.entry_state IS NULL OR a.entry_state <> 'void')
