// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>

namespace certdesk::sample {

/// Facts of one thing in the two school years; an empty code means that it is not on that year's list.
struct Yearly
{
    QString code;
    QString name;
    qint64 id = 0; ///< of its record
    bool isListed() const { return !code.isEmpty(); }
};

struct Component
{
    QString code;
    QString name; ///< also its exam family
};

struct Certificate
{
    Yearly last;
    Yearly now;
    int provider = 0;
    QString family;
    QVector<Component> components; ///< not empty: a bundle, each component with its own exam
    int passScore = 700;
    int weightPercent = 10;

    const Yearly &in(qint64 year) const;
    Yearly &in(qint64 year);
};

struct Course
{
    Yearly last;
    Yearly now;
    int program = 0;
    QString grades;
    const Yearly &in(qint64 year) const;
    Yearly &in(qint64 year);
};

struct Program
{
    QString code;
    QString name;
    QString cip;
    qint64 lastId = 0;
    qint64 nowId = 0;
    QVector<int> certificates; ///< assigned to the program (with the exceptions of Catalogue::isAssigned)
    QVector<int> levels;       ///< its three courses, by level
    int retiredCourse = 0;     ///< taught last year only
    int retiredCertificate = 0;///< on last year's list only
    int addedCertificate = 0;  ///< on this year's list only
};

struct Provider
{
    const char *name;
    const char *codeLetters;
    const char *scoreReports; ///< yes, no, unknown
    const char *passPolicy;   ///< T-032
    const char *failPolicy;
    int intervalDays;
};

/// One exam a student of a program can sit: a certificate, or a component of a bundle.
struct Exam
{
    int certificate = 0;
    int component = -1;
};

/// Courses, programs, providers and certificates of both years with their churn: renamed, recoded, added, retired. Invented,
/// apart from the names of real certifications (T-533).
class Catalogue
{
public:
    explicit Catalogue(int programs);

    const QVector<Provider> &providers() const;
    QVector<Program> programs;
    QVector<Course> courses;
    QVector<Certificate> certificates;
    int recoded = 0;      ///< a certificate of every program whose code changed between the years
    int newlyAssigned = 0;///< on both lists, assigned to programs only this year

    bool isAssigned(int program, int certificate, qint64 year) const;
    /// The exams of a program in a year; each has its own exam family.
    QVector<Exam> exams(int program, qint64 year) const;
    QString family(const Exam &exam) const;

private:
    void addProgram(const QString &code, const QString &name, const QString &cip, const QString &list);
    int addCertificate(const QString &entry);
    int addCourse(int program, const QString &number, const QString &name, const QString &grades);
    void addCommon();

    QVector<int> m_common;
};

} // namespace certdesk::sample
