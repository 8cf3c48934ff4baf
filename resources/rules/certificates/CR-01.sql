-- code: CR-01
-- title: The course is not in the catalogue of the year in which it was taken
-- severity: FATAL
-- entity: attempt
-- message: {course} is not in the {year} catalogue; last listed {last_year}
-- how_to_fix: Choose a course of the {year} catalogue, or correct the year in which the course was taken.
-- formats: year year
-- version: 1
-- inputs: attempt(course_number, year_taken, school_year, entry_state), course(school_year, course_number)
-- citation: T-212
WITH combination AS (
  SELECT a.org_id, a.course_number, a.school_year, a.year_taken
  FROM attempt a
  WHERE a.course_number IS NOT NULL
  GROUP BY a.course_number, a.school_year, a.year_taken, a.org_id
),
absent AS MATERIALIZED (
  SELECT DISTINCT b.org_id, b.course_number, COALESCE(b.year_taken, b.school_year) AS year,
         (SELECT MAX(c.school_year) FROM course c WHERE c.org_id = b.org_id AND c.course_number = b.course_number) AS listed
  FROM combination b
  WHERE NOT EXISTS (SELECT 1 FROM course c WHERE c.org_id = b.org_id AND c.school_year = COALESCE(b.year_taken, b.school_year)
                                             AND c.course_number = b.course_number)
)
SELECT a.id AS record_key, a.school_year, a.course_number AS course, b.year AS year,
       COALESCE(CAST(b.listed - 1 AS TEXT) || '-' || SUBSTR(CAST(b.listed AS TEXT), 3, 2), 'never') AS last_year
FROM absent b
JOIN attempt a ON a.course_number = b.course_number AND a.org_id = b.org_id AND COALESCE(a.year_taken, a.school_year) = b.year
WHERE (a.entry_state IS NULL OR a.entry_state <> 'void')
