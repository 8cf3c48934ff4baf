// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/day.h"
#include "models/domain/record.h"

namespace certdesk {

struct CourseFact
{
    qint64 schoolYear = 0;
    QString number;
    QString name;
    QString subject;
    QString grades;
    QString program;
    bool operator==(const CourseFact &) const = default;
};

struct CertificateFact
{
    qint64 id = 0;
    qint64 schoolYear = 0;
    QString code;
    QString name;
    QString provider;
    QString family;
    Value passScore;
    bool passIsEarned = false;
    bool operator==(const CertificateFact &) const = default;
};

struct ComponentFact
{
    qint64 certificate = 0;
    QString code;
    QString name;
    QString family;
    bool operator==(const ComponentFact &) const = default;
};

/// What the catalogues and the roster say about one attempt; of each table at least the rows that its names and codes meet.
struct AttemptFacts
{
    QVector<CourseFact> courses;
    QVector<CertificateFact> certificates;
    QVector<ComponentFact> components;
    QString studentGrade;
    qint64 studentSchool = 0;
};

struct AttemptFill
{
    Record attempt;
    /// One course name with several numbers (T-024), one certificate name with several codes: the person chooses.
    QVector<CourseFact> courseCandidates;
    QVector<CertificateFact> certificateCandidates;
};

/// Sets the years from the exam date: the row belongs to the school year in which the exam was sat (T-016, T-025), unless the
/// year itself was given. Comes before the facts are looked up, because they are those of these years.
void fillYears(Record &attempt, const Record &before);
qint64 courseYear(const Record &attempt);

/// Fills what follows from other fields, of a row that was `before` (an empty record for a new one): course name to number
/// and program, number to name (T-024), certificate to code, provider, family and pass mark of its year (T-025), component
/// to family, grade and school from the roster (T-083), date earned where passing is earning (T-028). A value that the
/// person gave is left as it is, and nothing is filled by chance. Pure.
AttemptFill fillAttempt(const Record &attempt, const Record &before, const AttemptFacts &facts);

/// Fields that the program fills by itself and that only a person with the right may write (T-083).
const QVector<const char *> &automaticAttemptFields();
/// Fields whose edit drops verification (T-037).
bool isKeyAttemptField(const QString &name);

/// "2026-05-31" or "2026-05" or "2026" into exam_first, exam_last and exam_precision; false when it is no date.
bool setExamDate(Record &attempt, const QString &text);
void setExamDate(Record &attempt, const PartialDate &date);

} // namespace certdesk
