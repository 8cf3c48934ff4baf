// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"
#include "models/operations/sample/district.h"

#include <QHash>

namespace certdesk::sample {

/// One piece of evidence for one attempt.
struct Proof
{
    QString kind; ///< report-line, pdf, session-record
    QString fileName;
    QString sha256;
    QString line;
    QString provider;
    QByteArray content; ///< of a PDF that the database keeps
    DayNumber receivedOn = 0;
    QString uploadedBy;
};

/// An attempt before it has a row number and its student, school and staff ids (places in the district's lists + 1 already).
struct Draft
{
    Record attempt{EntityKind::Attempt};
    QVector<Proof> proofs;
    int student = 0;
    int script = -1; ///< number among the scripted attempts that truth.json names; -1: none
};

/// Makes attempts that no rule finds fault with.
class AttemptMaker
{
public:
    AttemptMaker(const District &district, const Catalogue &catalogue, quint64 seed);

    /// The student was in the district and in a CTE course that year.
    bool canSit(int student, qint64 year) const;
    /// A full, provable, verified attempt of an exam of the student's program on that day.
    Draft clean(int student, const Exam &exam, DayNumber day, bool passed);
    /// The same, with what is entered but not looked at yet, and with what a teacher leaves out.
    Draft everyday(int student, const Exam &exam, DayNumber day, bool passed);
    /// `count` attempts of a student in a year, spread over exam families: at most three in a family, 20 days apart, none after
    /// a pass.
    QVector<Draft> yearOf(int student, qint64 year, int count);

    /// Fits evidence to what the provider's policy asks for.
    void prove(Draft &draft);
    void unverify(Draft &draft, const char *state = "unverified");
    Proof reportLine(const Draft &draft);
    Proof pdf(const Draft &draft);

    const District &district() const { return m_district; }
    const Catalogue &catalogue() const { return m_catalogue; }
    Pcg32 &random() { return m_random; }
    int teacherOf(int student, qint64 year) const; ///< place in District::staff
    static QString listName(const PersonName &name); ///< "Last, First Middle"

private:
    void setCourse(Draft &draft, int student, qint64 year);
    void setOutcome(Draft &draft, const Certificate &certificate, DayNumber day, bool passed);
    QVector<Exam> shuffledExams(int student) const;
    void verify(Draft &draft);

    const District &m_district;
    const Catalogue &m_catalogue;
    Pcg32 m_random;
    quint64 m_seed;
    QHash<int, int> m_teachers; ///< by school * 64 + program
    QHash<QString, int> m_reportLines;
    int m_pdfs = 0;
    int m_credentials = 0;
};

/// First and last day on which the sample's students sit exams in a school year.
DayNumber firstExamDay(qint64 year);
DayNumber lastExamDay(qint64 year);
/// The day itself or the next Monday.
DayNumber schoolDay(DayNumber day);

} // namespace certdesk::sample
