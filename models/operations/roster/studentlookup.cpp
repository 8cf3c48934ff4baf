// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/roster/studentlookup.h"

#include "models/domain/names.h"
#include "models/intake/values.h"

#include <algorithm>

namespace certdesk {

namespace {

/// Jaro-Winkler, in thousandths: one wrong, missing or swapped letter in a login of usual length is above it.
constexpr int nearlyEqual = 900;
constexpr qsizetype mostProposals = 3;

/// What is left of a number after everything that spreadsheets and typists do to it.
QString core(const QString &key)
{
    const auto repaired = identifierDamage(key);
    if (repaired && repaired->lost)
        return {};
    QString digits;
    for (const QChar letter : repaired ? repaired->value : key) {
        if (letter.isLetterOrNumber() && !(digits.isEmpty() && letter == QLatin1Char('0')))
            digits.append(letter.toCaseFolded());
    }
    return digits;
}

QString keyOfRecord(const Record &student)
{
    for (const char *field : {"login", "student_state_id", "local_id"}) {
        if (student.has(field))
            return student.text(field);
    }
    return student.text("last_name") + QLatin1String(", ") + student.text("first_name");
}

} // namespace

void StudentLookup::read(const QVector<Record> &students)
{
    for (const Record &student : students) {
        if (student.has("student_state_id"))
            m_byStateId.insert(student.text("student_state_id"), student.id);
        if (student.has("login"))
            m_byLogin.insert(foldedLogin(student.text("login")), student.id);
        if (student.has("local_id"))
            m_byLocalId.insert(student.text("local_id"), student.id);
        m_keys.insert(student.id, keyOfRecord(student));
    }
}

qint64 StudentLookup::find(const RosterFile::Row &row) const
{
    if (const qint64 byState = m_byStateId.value(row.stateId))
        return byState;
    if (const qint64 byLogin = m_byLogin.value(foldedLogin(row.login)))
        return byLogin;
    const auto local = m_byLocalId.values(row.localId);
    return local.size() == 1 ? local.first() : 0;
}

QStringList StudentLookup::near(const QString &key) const
{
    const QString folded = foldedLogin(key);
    QVector<QPair<int, QString>> close;
    for (const auto *known : {&m_byStateId, &m_byLogin}) {
        for (auto it = known->cbegin(); it != known->cend(); ++it) {
            if (std::abs(it.key().size() - folded.size()) > 1)
                continue;
            if (const int similarity = nameSimilarity(folded, it.key()); similarity >= nearlyEqual)
                close.append({-similarity, it.key()});
        }
    }
    std::sort(close.begin(), close.end());
    QStringList keys;
    for (qsizetype i = 0; i < close.size() && i < mostProposals; ++i)
        keys.append(close[i].second);
    return keys;
}

QStringList StudentLookup::variants(const QString &key) const
{
    const QString wanted = core(key);
    QStringList keys;
    for (auto it = m_byStateId.cbegin(); it != m_byStateId.cend() && !wanted.isEmpty(); ++it) {
        if (it.key() != key && core(it.key()) == wanted)
            keys.append(it.key());
    }
    for (auto it = m_byLocalId.cbegin(); it != m_byLocalId.cend() && !wanted.isEmpty(); ++it) {
        if (it.key() != key && core(it.key()) == wanted && !keys.contains(it.key()))
            keys.append(it.key());
    }
    keys.sort();
    return keys;
}

} // namespace certdesk
