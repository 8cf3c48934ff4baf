-- code: EX-20
-- title: The proctor teaches the student
-- severity: FATAL
-- entity: attempt
-- message: {name} ({staff_id}) proctored and teaches {course}
-- how_to_fix: Correct the proctor or the teacher. An exam proctored by a course teacher of the student does not count without a waiver.
-- version: 1
-- inputs: attempt(student_id, proctor_id, proctor_name, teacher_id, teacher_name, course_number, course_name, year_taken, school_year, entry_state), staff(staff_id, first_name, middle_name, last_name), member(student_id, group_id), student_group(school_year, course_number, course_name), group_staff(group_id, staff_id), course(school_year, course_number, course_name, is_cte)
-- citation: T-239. Course teachers of a student: the teachers named in the student's rows of that year, and the staff of the sections of the row's
--   course or of another CTE course that the student attends in that year. Compared by staff record, else by normalised name.
-- waivable: cte-director (as EX-21)
WITH sat AS MATERIALIZED (
  SELECT a.id, a.org_id, a.student_id, a.school_year, COALESCE(a.year_taken, a.school_year) AS year_taken, a.course_number,
         a.proctor_id, COALESCE(p.name_key, a.proctor_name_key) AS proctor_key,
         CASE WHEN p.id IS NULL THEN a.proctor_name_key ELSE name_normal(p.first_name || ' ' || p.last_name) END AS short_key,
         CASE WHEN p.id IS NULL THEN a.proctor_name ELSE p.first_name || ' ' || p.last_name END AS name,
         COALESCE(p.staff_id, 'no staff id') AS staff_id
  FROM attempt a
  LEFT JOIN staff p ON p.id = a.proctor_id
  WHERE (a.proctor_id IS NOT NULL OR a.proctor_name_key IS NOT NULL) AND (a.entry_state IS NULL OR a.entry_state <> 'void')
),
row_teacher AS (
  SELECT s.id, COALESCE(b.course_name, b.course_number, 'the course') AS course
  FROM sat s
  JOIN attempt b ON b.student_id = s.student_id AND b.school_year = s.school_year AND (b.entry_state IS NULL OR b.entry_state <> 'void')
  LEFT JOIN staff t ON t.id = b.teacher_id
  WHERE (b.teacher_id = s.proctor_id
         OR ((b.teacher_id IS NULL OR s.proctor_id IS NULL)
             AND (COALESCE(t.name_key, b.teacher_name_key) IN (s.proctor_key, s.short_key)
                  OR (s.proctor_id IS NULL AND t.id IS NOT NULL AND name_normal(t.first_name || ' ' || t.last_name) = s.proctor_key))))
),
section_teacher AS (
  SELECT s.id, COALESCE(g.course_name, g.course_number) AS course
  FROM sat s
  JOIN group_staff gs ON gs.staff_id = s.proctor_id
  JOIN student_group g ON g.id = gs.group_id AND g.school_year = s.year_taken AND g.course_number IS NOT NULL
  JOIN member m ON m.group_id = g.id AND m.student_id = s.student_id
  WHERE g.course_number = s.course_number
     OR EXISTS (SELECT 1 FROM course c WHERE c.org_id = s.org_id AND c.school_year = g.school_year AND c.course_number = g.course_number AND c.is_cte = 1)
),
section_name AS (
  SELECT s.id, COALESCE(g.course_name, g.course_number) AS course
  FROM sat s
  JOIN member m ON m.student_id = s.student_id
  JOIN student_group g ON g.id = m.group_id AND g.school_year = s.year_taken AND g.course_number IS NOT NULL
  JOIN group_staff gs ON gs.group_id = g.id
  JOIN staff t ON t.id = gs.staff_id
  WHERE s.proctor_id IS NULL AND (t.name_key = s.proctor_key OR name_normal(t.first_name || ' ' || t.last_name) = s.proctor_key)
    AND (g.course_number = s.course_number
         OR EXISTS (SELECT 1 FROM course c WHERE c.org_id = s.org_id AND c.school_year = g.school_year AND c.course_number = g.course_number AND c.is_cte = 1))
),
hit AS (
  SELECT id, MIN(course) AS course
  FROM (SELECT id, course FROM row_teacher UNION ALL SELECT id, course FROM section_teacher UNION ALL SELECT id, course FROM section_name) x
  GROUP BY id
)
SELECT s.id AS record_key, s.school_year, s.name, s.staff_id, h.course
FROM hit h
JOIN sat s ON s.id = h.id
