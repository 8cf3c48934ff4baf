// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>
#include <QVector>

namespace certdesk {

/// A header cell in the words that the synonym tables use: "student.stateID" → "state id".
QString normalizedHeader(const QString &header);
/// The same without blanks, so that "gradelev" and "grade lev" meet.
QString squashedHeader(const QString &normalized);

struct FieldScore
{
    QString field;
    double score = 0;
};

/// Fields whose canonical name or synonym (resources/intake/synonyms.tsv) is this header, for one kind of import.
QVector<FieldScore> fieldsOfHeader(const QString &kind, const QString &normalized);

struct Synonym
{
    QString field;
    QString words;
    double score = 0.95;
};
/// All names under which the fields of a kind are known; for near matches.
const QVector<Synonym> &synonymsOfKind(const QString &kind);

/// True when any kind knows this header: what a header row is recognised by.
bool isKnownHeaderName(const QString &header);

} // namespace certdesk
