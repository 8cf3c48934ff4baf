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
WITH suspect AS MATERIALIZED (
  SELECT p.proctor_id
  FROM (SELECT a.proctor_id FROM attempt a WHERE a.proctor_id IS NOT NULL GROUP BY a.proctor_id) p
  WHERE EXISTS (SELECT 1 FROM group_staff g WHERE g.staff_id = p.proctor_id) OR EXISTS (SELECT 1 FROM attempt t WHERE t.teacher_id = p.proctor_id)
),
typed_proctor AS MATERIALIZED (
  SELECT a.proctor_name_key AS name_key FROM attempt a WHERE a.proctor_id IS NULL AND a.proctor_name_key IS NOT NULL GROUP BY a.proctor_name_key
),
typed_teacher AS MATERIALIZED (
  SELECT a.teacher_name_key AS name_key FROM attempt a WHERE a.teacher_id IS NULL AND a.teacher_name_key IS NOT NULL GROUP BY a.teacher_name_key
),
-- Who a typed name can be: "Ana Diaz" is Ana M. Diaz too.
proctor_name AS MATERIALIZED (
  SELECT n.name_key, t.id, t.org_id FROM typed_proctor n CROSS JOIN staff t WHERE t.name_key = n.name_key OR name_normal(t.first_name || ' ' || t.last_name) = n.name_key
),
teacher_name AS MATERIALIZED (
  SELECT n.name_key, t.id, t.org_id FROM typed_teacher n CROSS JOIN staff t WHERE t.name_key = n.name_key OR name_normal(t.first_name || ' ' || t.last_name) = n.name_key
),
-- Rows with the staff record that the proctor is or may be. CROSS JOIN keeps the order: from few rows to many.
sat AS MATERIALIZED (
  SELECT a.id, a.org_id, a.student_id, a.school_year, COALESCE(a.year_taken, a.school_year) AS year_taken, a.course_number, a.proctor_id AS person
  FROM suspect s
  CROSS JOIN attempt a
  WHERE a.proctor_id = s.proctor_id AND (a.entry_state IS NULL OR a.entry_state <> 'void')
  UNION ALL
  SELECT a.id, a.org_id, a.student_id, a.school_year, COALESCE(a.year_taken, a.school_year), a.course_number, n.id
  FROM proctor_name n
  CROSS JOIN attempt a
  WHERE a.proctor_id IS NULL AND a.proctor_name_key = n.name_key AND a.org_id = n.org_id AND (a.entry_state IS NULL OR a.entry_state <> 'void')
),
hit AS (
  SELECT s.id, COALESCE(b.course_name, b.course_number, 'the course') AS course
  FROM sat s
  CROSS JOIN attempt b
  WHERE b.student_id = s.student_id AND b.school_year = s.school_year AND b.teacher_id = s.person
    AND (b.entry_state IS NULL OR b.entry_state <> 'void')
  UNION ALL
  SELECT s.id, COALESCE(g.course_name, g.course_number)
  FROM sat s
  CROSS JOIN member m
  CROSS JOIN student_group g
  CROSS JOIN group_staff gs
  WHERE m.student_id = s.student_id AND g.id = m.group_id AND g.school_year = s.year_taken AND g.course_number IS NOT NULL
    AND gs.group_id = g.id AND gs.staff_id = s.person
    AND (g.course_number = s.course_number
         OR EXISTS (SELECT 1 FROM course c WHERE c.org_id = s.org_id AND c.school_year = g.school_year AND c.course_number = g.course_number AND c.is_cte = 1))
  UNION ALL
  SELECT a.id, COALESCE(b.course_name, b.course_number, 'the course')
  FROM teacher_name n
  CROSS JOIN attempt b
  CROSS JOIN attempt a
  WHERE b.teacher_id IS NULL AND b.teacher_name_key = n.name_key AND b.org_id = n.org_id
    AND a.student_id = b.student_id AND a.school_year = b.school_year AND a.proctor_id = n.id
    AND (a.entry_state IS NULL OR a.entry_state <> 'void') AND (b.entry_state IS NULL OR b.entry_state <> 'void')
  UNION ALL
  SELECT a.id, COALESCE(b.course_name, b.course_number, 'the course')
  FROM typed_proctor p
  CROSS JOIN typed_teacher t
  CROSS JOIN attempt b
  CROSS JOIN attempt a
  WHERE t.name_key = p.name_key AND b.teacher_id IS NULL AND b.teacher_name_key = t.name_key
    AND a.student_id = b.student_id AND a.school_year = b.school_year AND a.proctor_id IS NULL AND a.proctor_name_key = p.name_key
    AND (a.entry_state IS NULL OR a.entry_state <> 'void') AND (b.entry_state IS NULL OR b.entry_state <> 'void')
),
one AS (SELECT id, MIN(course) AS course FROM hit GROUP BY id)
SELECT a.id AS record_key, a.school_year, CASE WHEN p.id IS NULL THEN a.proctor_name ELSE p.first_name || ' ' || p.last_name END AS name,
       COALESCE(p.staff_id, 'no staff id') AS staff_id, o.course
FROM one o
JOIN attempt a ON a.id = o.id
LEFT JOIN staff p ON p.id = a.proctor_id
