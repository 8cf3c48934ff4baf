-- code: ID-01
-- title: The student is not on the roster of the row's school year
-- severity: REFUSE
-- entity: attempt
-- parameters: :current_year
-- message: {id} is not on the {year} roster ({n} students, loaded {date})
-- how_to_fix: Choose the right student, correct the school year of the row, or bring the student into the {year} roster.
-- formats: year year, date day
-- version: 1
-- inputs: attempt(student_id, school_year, entry_state), student(student_state_id, local_id, login, status), enrollment(student_id, school_year, entry_date)
-- citation: T-205. The date is the newest entry date of that roster, so that district and state say the same.
WITH unknown AS MATERIALIZED (
  SELECT y.student_id, y.school_year
  FROM (SELECT a.student_id, a.school_year FROM attempt a GROUP BY a.student_id, a.school_year) y
  WHERE NOT EXISTS (SELECT 1 FROM enrollment e WHERE e.student_id = y.student_id AND e.school_year = y.school_year)
    AND NOT EXISTS (SELECT 1 FROM student s WHERE s.id = y.student_id AND (s.status IS NULL OR s.status <> 'archived') AND y.school_year = :current_year)
),
missing AS MATERIALIZED (
  SELECT a.id, a.org_id, a.student_id, a.school_year
  FROM unknown u
  JOIN attempt a ON a.student_id = u.student_id AND a.school_year = u.school_year
  WHERE (a.entry_state IS NULL OR a.entry_state <> 'void')
),
roster AS MATERIALIZED (
  SELECT y.org_id, y.school_year,
         (SELECT COUNT(DISTINCT e.student_id) FROM enrollment e WHERE e.org_id = y.org_id AND e.school_year = y.school_year) AS n,
         (SELECT MAX(e.entry_date) FROM enrollment e WHERE e.org_id = y.org_id AND e.school_year = y.school_year) AS newest
  FROM (SELECT DISTINCT org_id, school_year FROM missing) y
)
SELECT m.id AS record_key, m.school_year, m.school_year AS year,
       COALESCE(s.student_state_id, s.local_id, s.login, 'the student') AS id,
       r.n AS n, COALESCE(CAST(r.newest AS TEXT), 'never') AS date
FROM missing m
JOIN roster r ON r.org_id = m.org_id AND r.school_year = m.school_year
LEFT JOIN student s ON s.id = m.student_id
