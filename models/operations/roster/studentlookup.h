// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"
#include "models/operations/roster/rosterfile.h"

#include <QMultiHash>

namespace certdesk {

/// Students by state ID, login and local ID, in this order. Holds a reference to the records it was made of.
class StudentLookup
{
public:
    void read(const QVector<Record> &students);

    /// 0: nobody, or a local ID that several have.
    qint64 find(const RosterFile::Row &row) const;
    qint64 find(const QString &key) const { return find({0, key, key, key, {}, {}}); }
    /// How a student is called in answers: login, state ID, local ID, else the name.
    QString keyOf(qint64 student) const { return m_keys.value(student); }
    const QHash<qint64, QString> &keys() const { return m_keys; }
    /// At most three keys that differ from a wrong one by very little, the closest first (K01).
    QStringList near(const QString &key) const;
    /// Keys of students that a damaged one can stand for: zeros lost in front, apostrophe, ".0", dashes and blanks
    /// inside. Offered, never taken.
    QStringList variants(const QString &key) const;

private:
    QHash<QString, qint64> m_byStateId;
    QHash<QString, qint64> m_byLogin;
    QMultiHash<QString, qint64> m_byLocalId;
    QHash<qint64, QString> m_keys;
};

} // namespace certdesk
