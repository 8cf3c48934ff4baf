-- code: RO-03
-- title: Two active students with one state student number
-- severity: FATAL
-- entity: student
-- message: {id} belongs to {n} active students: {names}
-- how_to_fix: Find out whose number it is and correct the other student, or merge the two records.
-- version: 1
-- inputs: student(student_state_id, status, first_name, last_name)
-- citation: R-271
-- neighbours: SELECT o.id FROM student s JOIN student o ON o.student_state_id = s.student_state_id WHERE s.id = :student
WITH live AS (
  SELECT s.id, s.org_id, s.student_state_id, s.first_name || ' ' || s.last_name AS name
  FROM student s
  WHERE s.student_state_id IS NOT NULL AND (s.status IS NULL OR s.status <> 'archived')
),
double_id AS MATERIALIZED (
  SELECT l.org_id, l.student_state_id, COUNT(*) AS n, MIN(l.name) AS first_name, MAX(l.name) AS last_name
  FROM live l
  GROUP BY l.student_state_id, l.org_id
  HAVING COUNT(*) > 1
)
SELECT l.id AS record_key, d.student_state_id AS id, d.n AS n, d.first_name || CASE WHEN d.n > 2 THEN ', …, ' ELSE ', ' END || d.last_name AS names
FROM double_id d
JOIN live l ON l.student_state_id = d.student_state_id AND l.org_id = d.org_id
