-- code: EX-10
-- title: Two attempts of one exam too close together
-- severity: FATAL
-- entity: attempt
-- parameters: :min_gap = 20, :strict_between = 0
-- message: {n} days after attempt {k} on {date}; {min_gap} needed; earliest {earliest}
-- how_to_fix: Check both exam dates against the score report. If they are right, void the later attempt with the reason.
-- formats: date days, earliest day
-- version: 1
-- inputs: attempt(student_id, exam_family, certificate_code, component_code, exam_first, exam_last, session_time, exam_status, source, row_number, school_year, entry_state)
-- citation: T-233, T-235, T-237. Versions and languages of one exam family count together, components separately. Two rows of one sitting (OU-08)
--   count once. Month dates are intervals: the rule fires when no placement inside them, in any order, keeps the gap.
WITH RECURSIVE near AS MATERIALIZED (
  SELECT DISTINCT a.student_id
  FROM attempt a
  JOIN attempt b ON b.student_id = a.student_id AND b.exam_family = a.exam_family AND b.exam_first >= a.exam_first
                AND b.exam_first < a.exam_first + :min_gap + :strict_between AND b.id <> a.id
  UNION
  SELECT a.student_id FROM attempt a WHERE a.exam_family IS NULL
),
imprecise AS MATERIALIZED (SELECT DISTINCT a.student_id FROM attempt a WHERE a.exam_first < a.exam_last),
chosen AS MATERIALIZED (SELECT student_id FROM near UNION SELECT student_id FROM imprecise),
sat AS MATERIALIZED (
  SELECT a.id, a.student_id, a.school_year, COALESCE(a.exam_family, a.certificate_code) AS family, COALESCE(a.component_code, '') AS component,
         a.exam_first AS lo, a.exam_last AS hi, a.session_time, a.row_number,
         CASE WHEN a.session_time IS NULL THEN 1 ELSE 0 END AS timeless
  FROM chosen n
  JOIN attempt a ON a.student_id = n.student_id
  WHERE a.exam_first IS NOT NULL AND (a.exam_family IS NOT NULL OR a.certificate_code IS NOT NULL)
    AND (a.entry_state IS NULL OR a.entry_state <> 'void')
    AND (a.exam_status IS NULL OR NOT (a.exam_status = 'planned' OR (a.exam_status IN ('no-show', 'aborted') AND a.source = 'score-report')))
),
marked AS (
  SELECT s.*, LAG(s.lo) OVER seat AS before_lo, LAG(s.hi) OVER seat AS before_hi, LAG(s.session_time) OVER seat AS before_time
  FROM sat s
  WINDOW seat AS (PARTITION BY s.student_id, s.family, s.component ORDER BY s.lo, s.hi, s.timeless, s.session_time, s.row_number)
),
sitting AS MATERIALIZED (
  SELECT m.id, m.student_id, m.school_year, m.family, m.component, m.lo, m.hi,
         ROW_NUMBER() OVER (PARTITION BY m.student_id, m.family, m.component ORDER BY m.lo, m.hi, m.timeless, m.session_time, m.row_number) AS k
  FROM marked m
  WHERE m.before_lo IS NULL OR m.lo < m.hi OR m.before_lo <> m.lo OR m.before_hi <> m.hi
     OR (m.session_time IS NOT NULL AND (m.before_time IS NULL OR m.session_time <> m.before_time))
),
full_date AS (
  SELECT s.id, s.school_year, s.lo, LAG(s.lo) OVER same AS before, LAG(s.k) OVER same AS k
  FROM sitting s
  WHERE s.lo = s.hi
  WINDOW same AS (PARTITION BY s.student_id, s.family, s.component ORDER BY s.k)
),
spread AS (
  SELECT s.*, MAX(s.hi) OVER (PARTITION BY s.student_id, s.family, s.component ORDER BY s.k
                              ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reach
  FROM sitting s
),
counted AS (
  SELECT s.*, SUM(CASE WHEN s.reach IS NULL OR s.lo - s.reach >= :min_gap + :strict_between THEN 1 ELSE 0 END)
                OVER (PARTITION BY s.student_id, s.family, s.component ORDER BY s.k) AS cluster
  FROM spread s
),
seat_of AS MATERIALIZED (
  SELECT c.*, ROW_NUMBER() OVER same - 1 AS j, FIRST_VALUE(c.id) OVER same AS g
  FROM counted c
  WINDOW same AS (PARTITION BY c.student_id, c.family, c.component, c.cluster ORDER BY c.k)
),
vague AS MATERIALIZED (
  SELECT m.g, COUNT(*) AS size FROM seat_of m GROUP BY m.g HAVING COUNT(*) BETWEEN 2 AND 12 AND MAX(m.hi - m.lo) > 0
),
placed (g, mask, exact, day) AS (
  SELECT m.g, CAST(1 AS BIGINT) << CAST(m.j AS INTEGER), CASE WHEN m.lo = m.hi THEN 1 ELSE 0 END, m.lo
  FROM seat_of m
  JOIN vague v ON v.g = m.g
  UNION
  SELECT p.g, p.mask | (CAST(1 AS BIGINT) << CAST(m.j AS INTEGER)), CASE WHEN m.lo = m.hi THEN 1 ELSE 0 END,
         CASE WHEN p.exact = 1 AND m.lo = m.hi THEN m.lo
              WHEN p.day + :min_gap + :strict_between > m.lo THEN p.day + :min_gap + :strict_between ELSE m.lo END
  FROM placed p
  JOIN seat_of m ON m.g = p.g
  WHERE (p.mask & (CAST(1 AS BIGINT) << CAST(m.j AS INTEGER))) = 0
    AND CASE WHEN p.exact = 1 AND m.lo = m.hi THEN p.day ELSE p.day + :min_gap + :strict_between END <= m.hi
),
first_bad AS (
  SELECT v.g, MIN(m.j) AS j
  FROM vague v
  JOIN seat_of m ON m.g = v.g
  WHERE NOT EXISTS (SELECT 1 FROM placed p WHERE p.g = v.g AND p.mask = (CAST(1 AS BIGINT) << CAST(m.j + 1 AS INTEGER)) - 1)
  GROUP BY v.g
)
SELECT f.id AS record_key, f.school_year, f.lo - f.before AS n, f.k AS k, CAST(f.before AS TEXT) AS date, :min_gap AS min_gap,
       f.before + :min_gap + :strict_between AS earliest
FROM full_date f
WHERE f.lo - f.before < :min_gap + :strict_between
UNION ALL
SELECT m.id, m.school_year, m.hi - (SELECT MIN(p.day) FROM placed p WHERE p.g = b.g AND p.mask = (CAST(1 AS BIGINT) << CAST(b.j AS INTEGER)) - 1),
       e.k, CAST(e.lo AS TEXT) || CASE WHEN e.hi - e.lo > 31 THEN 'y' WHEN e.hi > e.lo THEN 'm' ELSE '' END, :min_gap,
       (SELECT MIN(p.day) FROM placed p WHERE p.g = b.g AND p.mask = (CAST(1 AS BIGINT) << CAST(b.j AS INTEGER)) - 1) + :min_gap + :strict_between
FROM first_bad b
JOIN seat_of m ON m.g = b.g AND m.j = b.j
JOIN seat_of e ON e.g = b.g AND e.j = b.j - 1
