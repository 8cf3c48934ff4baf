-- code: EX-11
-- title: Too many attempts of one exam in a year
-- severity: FATAL
-- entity: attempt
-- parameters: :max_attempts = 3, :attempt_year = school
-- message: attempt {k} in {year} ({dates}); limit {max_attempts}
-- how_to_fix: Check the dates against the score report. If they are right, void the attempts beyond the limit with the reason.
-- formats: dates days
-- version: 1
-- inputs: attempt(student_id, exam_family, certificate_code, component_code, exam_first, exam_last, session_time, exam_status, source, row_number, school_year, entry_state)
-- citation: T-234, T-235. attempt_year is school (1 July to 30 June), calendar or rolling365 (any window d-364..d), by the exam date.
WITH many AS MATERIALIZED (
  SELECT DISTINCT g.student_id
  FROM (SELECT a.student_id FROM attempt a GROUP BY a.student_id, a.exam_family HAVING COUNT(*) > :max_attempts) g
),
sat AS MATERIALIZED (
  SELECT a.id, a.student_id, a.school_year, COALESCE(a.exam_family, a.certificate_code) AS family, COALESCE(a.component_code, '') AS component,
         a.exam_first AS lo, a.exam_last AS hi, a.session_time, a.row_number,
         CASE WHEN a.session_time IS NULL THEN 1 ELSE 0 END AS timeless
  FROM many n
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
-- The civil year from the Julian day number, in whole numbers: years that begin on 1 March.
guess AS (SELECT s.*, s.lo - 1721120 AS d, (10000 * (s.lo - 1721120) + 14780) / 3652425 AS y FROM sitting s),
march AS (
  SELECT g.*, CASE WHEN g.d < 365 * g.y + g.y / 4 - g.y / 100 + g.y / 400 THEN g.y - 1 ELSE g.y END AS m FROM guess g
),
dated AS (
  SELECT h.*, h.d - (365 * h.m + h.m / 4 - h.m / 100 + h.m / 400) AS nth FROM march h
),
yeared AS (
  SELECT t.id, t.school_year, t.student_id, t.family, t.component, t.lo, t.hi, t.k,
         CASE WHEN :attempt_year = 'calendar' THEN CASE WHEN t.nth >= 306 THEN t.m + 1 ELSE t.m END
              WHEN :attempt_year = 'rolling365' THEN 0
              ELSE CASE WHEN t.nth >= 122 THEN t.m + 1 ELSE t.m END END AS year
  FROM dated t
),
pair AS (
  SELECT b.id, b.school_year, b.year, COUNT(*) AS k,
         group_concat(CAST(e.lo AS TEXT) || CASE WHEN e.hi - e.lo > 31 THEN 'y' WHEN e.hi > e.lo THEN 'm' ELSE '' END, ',') AS dates
  FROM yeared b
  JOIN yeared e ON e.student_id = b.student_id AND e.family = b.family AND e.component = b.component AND e.year = b.year AND e.k <= b.k
               AND (:attempt_year <> 'rolling365' OR e.lo >= b.lo - 364)
  GROUP BY b.id, b.school_year, b.year
)
SELECT id AS record_key, school_year, k,
       CASE WHEN :attempt_year = 'calendar' THEN CAST(year AS TEXT)
            WHEN :attempt_year = 'rolling365' THEN '365 days'
            ELSE CAST(year - 1 AS TEXT) || '-' || SUBSTR(CAST(year AS TEXT), 3, 2) END AS year,
       dates, :max_attempts AS max_attempts
FROM pair
WHERE k > :max_attempts
