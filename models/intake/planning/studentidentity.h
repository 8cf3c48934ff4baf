// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/intake/planning/entityplanner.h"

namespace certdesk {

/// Whether a row and a record are the same person, and what becomes of the keys: K05, K06, K14, people who are only
/// alike, logins from a template, and the former identifiers that are kept.
class StudentIdentity
{
public:
    StudentIdentity(const PlanScene &scene, const StudentFinder &students);

    /// K05 when the login or, where shared ones are forbidden, the e-mail address belongs to somebody else.
    void checkHolders(RowInput &row, const Record *student) const;
    /// K06 and K14 for a record that a key has found.
    void checkPerson(RowInput &row, const StudentFinder::Match &match) const;
    /// Somebody with the name and birth date of a row that no key finds, and whom no other row of the file means: reported as
    /// K14, for a name never decides. Null when there is none.
    const Record *proposeNamesake(RowInput &row);
    /// The former values of the keys that `fields` changes.
    void writeFormer(const Record &student, const QVector<FieldValue> &fields);
    /// A free login by the template; empty when there is no template.
    QString newLogin(const RowInput &row);
    /// True when a name is there; a single one counts once C01 is accepted.
    void completeNames(RowInput &row) const;
    int proposals() const { return m_proposals; }

private:
    void readFileKeys();
    bool isMeantElsewhere(const Record &student);
    QString plainLogin(const RowInput &row) const;
    QString display(const RowInput &row) const;

    const PlanScene m_scene;
    const StudentFinder &m_students;
    QHash<QString, QString> m_staffLogins;
    QHash<QString, const Record *> m_loginOwners;
    QHash<QString, qint64> m_emailOwners;
    QSet<QString> m_newLogins;
    QSet<QString> m_former; ///< student, kind and value of the former identifiers on file
    QHash<int, QSet<QString>> m_fileKeys; ///< by field: all values in the file; read when first needed
    bool m_fileKeysRead = false;
    int m_proposals = 0;
    int m_first;
    int m_middle;
    int m_last;
    int m_birth;
    int m_login;
    int m_email;
    int m_stateId;
    int m_local;
    int m_graduating;
};

} // namespace certdesk
