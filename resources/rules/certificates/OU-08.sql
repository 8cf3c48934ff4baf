-- code: OU-08
-- title: The same exam on the same day twice
-- severity: REFUSE, WARNING
-- entity: attempt
-- message: row {no} already has {cert} on {date}
-- how_to_fix: Two real sittings: give both their session time. Otherwise merge the rows by voiding one of them.
-- formats: date day
-- version: 1
-- inputs: attempt(student_id, exam_family, certificate_code, component_code, exam_first, exam_last, session_time, source, entered_by, teacher_id, teacher_name, row_number, entry_state)
-- citation: T-257. Rows of one source: same source, enterer and teacher. The pair is exempt from EX-10.
WITH day AS MATERIALIZED (
  SELECT DISTINCT g.student_id, g.exam_first
  FROM (SELECT a.student_id, a.exam_first FROM attempt a WHERE a.exam_first IS NOT NULL
        GROUP BY a.student_id, a.exam_family, a.exam_first HAVING COUNT(*) > 1) g
),
sat AS MATERIALIZED (
  SELECT a.id, a.school_year, a.student_id, a.row_number, a.exam_first, a.session_time, a.certificate_name, a.certificate_code,
         COALESCE(a.exam_family, a.certificate_code) AS family, COALESCE(a.component_code, '') AS component,
         COALESCE(a.source, '') || '|' || COALESCE(a.entered_by, '') || '|'
           || COALESCE(CAST(a.teacher_id AS TEXT), a.teacher_name_key, '') AS origin
  FROM day d
  JOIN attempt a ON a.student_id = d.student_id AND a.exam_first = d.exam_first AND a.exam_last = d.exam_first
  WHERE (a.entry_state IS NULL OR a.entry_state <> 'void') AND COALESCE(a.exam_status, '') <> 'planned'
    AND COALESCE(a.exam_family, a.certificate_code) IS NOT NULL
),
pair AS (
  SELECT b.id, b.school_year, b.exam_first, COALESCE(b.certificate_name, b.certificate_code, b.family) AS cert,
         MIN(e.row_number) AS first_no, MIN(CASE WHEN e.origin = b.origin THEN e.row_number END) AS own_no
  FROM sat b
  JOIN sat e ON e.student_id = b.student_id AND e.exam_first = b.exam_first AND e.family = b.family AND e.component = b.component
            AND e.row_number < b.row_number
            AND (e.session_time IS NULL OR b.session_time IS NULL OR e.session_time = b.session_time)
  GROUP BY b.id, b.school_year, b.exam_first, COALESCE(b.certificate_name, b.certificate_code, b.family)
)
SELECT id AS record_key, school_year, CASE WHEN own_no IS NULL THEN 'WARNING' ELSE 'REFUSE' END AS severity,
       COALESCE(own_no, first_no) AS no, cert, exam_first AS date
FROM pair
