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
SELECT a.id AS record_key, a.school_year, a.course_number AS course, COALESCE(a.year_taken, a.school_year) AS year,
       COALESCE((SELECT CAST(MAX(o.school_year) - 1 AS TEXT) || '-' || SUBSTR(CAST(MAX(o.school_year) AS TEXT), 3, 2)
                 FROM course o WHERE o.org_id = a.org_id AND o.course_number = a.course_number), 'never') AS last_year
FROM attempt a
WHERE a.course_number IS NOT NULL AND (a.entry_state IS NULL OR a.entry_state <> 'void')
  AND NOT EXISTS (SELECT 1 FROM course c WHERE c.org_id = a.org_id AND c.school_year = COALESCE(a.year_taken, a.school_year)
                                           AND c.course_number = a.course_number)
