-- code: RO-02
-- title: The age does not fit the grade
-- severity: WARNING
-- entity: student
-- parameters: :current_year, :youngest = 4, :oldest = 7
-- message: age {age} on {date} in grade {grade}; {low} to {high} expected
-- how_to_fix: Check the date of birth and the grade.
-- formats: date day
-- version: 1
-- inputs: student(birth_date, grade, status)
-- citation: R-271, C13. Age on 1 September of the school year; KG = 0, PK = -1. Days of 1 September from the Gregorian calendar in whole numbers.
WITH graded AS (
  SELECT s.id, s.birth_date, s.grade, :current_year - 1 AS y,
         CASE s.grade WHEN 'PK' THEN -1 WHEN 'KG' THEN 0 WHEN 'K' THEN 0 WHEN '01' THEN 1 WHEN '1' THEN 1 WHEN '02' THEN 2 WHEN '2' THEN 2
                      WHEN '03' THEN 3 WHEN '3' THEN 3 WHEN '04' THEN 4 WHEN '4' THEN 4 WHEN '05' THEN 5 WHEN '5' THEN 5
                      WHEN '06' THEN 6 WHEN '6' THEN 6 WHEN '07' THEN 7 WHEN '7' THEN 7 WHEN '08' THEN 8 WHEN '8' THEN 8
                      WHEN '09' THEN 9 WHEN '9' THEN 9 WHEN '10' THEN 10 WHEN '11' THEN 11 WHEN '12' THEN 12 END AS g
  FROM student s
  WHERE s.birth_date IS NOT NULL AND (s.status IS NULL OR s.status <> 'archived')
),
dated AS (
  SELECT g.*, 1721304 + 365 * g.y + g.y / 4 - g.y / 100 + g.y / 400 AS today FROM graded g WHERE g.g IS NOT NULL
),
about AS (SELECT d.*, (d.today - d.birth_date) / 366 AS a FROM dated d),
aged AS (
  SELECT b.*, CASE WHEN b.birth_date <= 1721304 + 365 * (b.y - b.a - 1) + (b.y - b.a - 1) / 4 - (b.y - b.a - 1) / 100 + (b.y - b.a - 1) / 400
                   THEN b.a + 1 ELSE b.a END AS age
  FROM about b
)
SELECT id AS record_key, age, today AS date, grade, g + :youngest AS low, g + :oldest AS high
FROM aged
WHERE age < g + :youngest OR age > g + :oldest
