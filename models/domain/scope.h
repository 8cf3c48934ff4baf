// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/rights.h"

#include <QSet>
#include <QString>

namespace certdesk {

/// Which rows a person may see and change (S-020, T-050). Every read of the store takes one, and there is no way to make one
/// by default: it comes from the sign-in, or is asked for by name where the program itself acts.
class Scope
{
public:
    /// The program itself: migration, undo of a whole batch, hashing, the state's side of the exchange.
    static Scope wholeDatabase() { return Scope(); }
    static Scope allSchools(const QString &person) { return Scope(Kind::All, person, {}, 0, 0); }
    /// Everything of these schools; with a staff or student id the own rows elsewhere too.
    static Scope schools(const QString &person, const QSet<qint64> &schools, qint64 staffId = 0, qint64 studentId = 0)
    {
        return Scope(Kind::Schools, person, schools, staffId, studentId);
    }
    /// Own entries, own classes: teachers and students.
    static Scope ownRows(const QString &person, qint64 staffId, qint64 studentId)
    {
        return Scope(Kind::OwnRows, person, {}, staffId, studentId);
    }

    /// The same without students and all that hangs on them: for those who may not view the roster (T-048).
    Scope withoutStudents() const
    {
        Scope scope = *this;
        scope.m_hidesStudents = true;
        return scope;
    }

    bool seesEverything() const { return (m_kind == Kind::Database || m_kind == Kind::All) && !m_hidesStudents; }
    bool hidesStudents() const { return m_hidesStudents; }
    bool isWholeDatabase() const { return m_kind == Kind::Database; }
    bool isLimitedToSchools() const { return m_kind == Kind::Schools; }
    bool isLimitedToOwnRows() const { return m_kind == Kind::OwnRows; }
    const QString &person() const { return m_person; }
    const QSet<qint64> &schoolIds() const { return m_schools; }
    qint64 staffId() const { return m_staffId; }
    qint64 studentId() const { return m_studentId; }

private:
    enum class Kind { Database, All, Schools, OwnRows };
    Scope() = default;
    Scope(Kind kind, const QString &person, const QSet<qint64> &schools, qint64 staffId, qint64 studentId)
        : m_kind(kind), m_person(person), m_schools(schools), m_staffId(staffId), m_studentId(studentId)
    {
    }

    Kind m_kind = Kind::Database;
    QString m_person;
    QSet<qint64> m_schools;
    qint64 m_staffId = 0;
    qint64 m_studentId = 0;
    bool m_hidesStudents = false;
};

/// The person at the keyboard, as the sign-in found him or her.
struct Person
{
    qint64 accountId = 0;
    QString name; ///< sign-in name; stands in the journal
    QString displayName;
    QStringList roles;
    QSet<int> rights;
    Scope scope = Scope::ownRows({}, 0, 0);
    bool mustChangePassword = false;

    bool may(Right right) const { return rights.contains(static_cast<int>(right)); }
    bool isState() const;
    /// The program acting for nobody: every right.
    static Person program();
};

} // namespace certdesk
