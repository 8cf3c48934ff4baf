-- code: RO-01
-- title: An active student without state student number
-- severity: WARNING
-- entity: student
-- message: {name}, grade {grade}, has no state student number
-- how_to_fix: Enter the state student number, or ask the state for one.
-- version: 1
-- inputs: student(student_state_id, status, first_name, last_name, grade)
-- citation: R-271
SELECT s.id AS record_key, s.first_name || ' ' || s.last_name AS name, COALESCE(s.grade, 'unknown') AS grade
FROM student s
WHERE s.student_state_id IS NULL AND (s.status IS NULL OR s.status <> 'archived')
