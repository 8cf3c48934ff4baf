-- code: EX-14
-- title: Month dates that cannot decide the spacing of two attempts
-- severity: WARNING
-- entity: attempt
-- parameters: :min_gap = 20, :strict_between = 0
-- message: {earlier} and {later}: gap between {least} and {most} days; a full date decides
-- how_to_fix: Enter the full date of the exam, from the score report or the certificate.
-- formats: earlier days, later days
-- version: 1
-- inputs: attempt(student_id, exam_family, certificate_code, component_code, exam_first, exam_last, session_time, exam_status, source, row_number, school_year, entry_state)
-- citation: T-237. Legal when each neighbouring pair keeps the gap wherever the dates lie; EX-10 when no placement does.
WITH RECURSIVE imprecise AS MATERIALIZED (SELECT DISTINCT a.student_id FROM attempt a WHERE a.exam_first < a.exam_last),
sat AS MATERIALIZED (
  SELECT a.id, a.student_id, a.school_year, COALESCE(a.exam_family, a.certificate_code) AS family, COALESCE(a.component_code, '') AS component,
         a.exam_first AS lo, a.exam_last AS hi, a.session_time, a.row_number,
         CASE WHEN a.session_time IS NULL THEN 1 ELSE 0 END AS timeless
  FROM imprecise n
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
possible AS (
  SELECT v.g FROM vague v JOIN placed p ON p.g = v.g AND p.mask = (CAST(1 AS BIGINT) << CAST(v.size AS INTEGER)) - 1 GROUP BY v.g
)
SELECT b.id AS record_key, b.school_year,
       CAST(a.lo AS TEXT) || CASE WHEN a.hi - a.lo > 31 THEN 'y' WHEN a.hi > a.lo THEN 'm' ELSE '' END AS earlier,
       CAST(b.lo AS TEXT) || CASE WHEN b.hi - b.lo > 31 THEN 'y' WHEN b.hi > b.lo THEN 'm' ELSE '' END AS later,
       CASE WHEN b.lo > a.hi THEN b.lo - a.hi ELSE 0 END AS least, b.hi - a.lo AS most
FROM possible o
JOIN seat_of b ON b.g = o.g
JOIN seat_of a ON a.g = b.g AND a.j = b.j - 1
WHERE (a.lo < a.hi OR b.lo < b.hi) AND b.lo - a.hi < :min_gap + :strict_between
