// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/certificates/attemptfill.h"
#include "models/store/session.h"

namespace certdesk {

/// What the catalogues say about a row: courses and certificates that its names and codes meet in its years, the
/// components of those certificates, grade and school of the student.
AttemptFacts readAttemptFacts(Connection &connection, qint64 organization, const Record &attempt);
/// Certificate codes assigned to the program in that year (T-026).
QStringList assignedCertificates(Connection &connection, qint64 organization, const QString &program, qint64 schoolYear);

/// What drop-downs offer. Read anew each time one opens, so that a change of the year's assignment is seen at once (T-084).
class AttemptChoices
{
public:
    explicit AttemptChoices(Session &session) : m_session(session) {}

    Result<QVector<CourseFact>> courses(qint64 schoolYear);
    /// Those assigned to the program in that year; all of the year for an empty program, one without assignments, or `other`.
    Result<QVector<CertificateFact>> certificates(qint64 schoolYear, const QString &program, bool other);
    Result<QVector<ComponentFact>> components(qint64 schoolYear, const QString &certificateCode);

    struct PersonFact
    {
        qint64 id = 0;
        QString name;   ///< "Last, First"
        QString number; ///< state ID of a student, else the local one; staff ID
        QString detail; ///< grade and school, or title
        bool operator==(const PersonFact &) const = default;
    };
    /// Students of the person's scope by state ID, local ID, login, or words of the name in any order, with or without
    /// accents (T-090). At most `limit`.
    Result<QVector<PersonFact>> students(const QString &text, int limit = 50);
    Result<QVector<PersonFact>> staff();
    /// Values that the person entered last in a text field of attempts, newest first (T-084).
    Result<QStringList> recent(const char *field, int limit = 8);
    /// The CTE courses in which the student sits this year, by section: when it is one, it is filled (T-082).
    Result<QVector<CourseFact>> coursesOfStudent(qint64 student, qint64 schoolYear);

private:
    Session &m_session;
};

} // namespace certdesk
