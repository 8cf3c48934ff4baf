// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/sources.h"

#include "models/intake/resourcetable.h"

#include <algorithm>

namespace certdesk {

namespace {

const QVector<SourceProfile> &profiles()
{
    static const QVector<SourceProfile> all = [] {
        QVector<SourceProfile> list;
        for (const QStringList &row : readResourceTable(QStringLiteral(":/intake/sources.tsv"))) {
            SourceProfile profile{row[0], row.value(1).split(QLatin1Char('|')), {}, row.value(3).toInt()};
            for (const QString &pair : row.value(2).split(QLatin1Char('|'), Qt::SkipEmptyParts))
                profile.columns.append({pair.section(QLatin1Char('='), 0, 0), pair.section(QLatin1Char('='), 1)});
            list.append(profile);
        }
        return list;
    }();
    return all;
}

bool fits(const QString &pattern, const QString &column)
{
    if (pattern.startsWith(QLatin1Char('*')))
        return column.endsWith(pattern.mid(1), Qt::CaseInsensitive);
    if (pattern.endsWith(QLatin1Char('*')))
        return column.startsWith(pattern.chopped(1), Qt::CaseInsensitive);
    return column.compare(pattern, Qt::CaseInsensitive) == 0;
}

/// Every pattern has a column of its own.
bool hasSignature(const SourceProfile &profile, QStringList columns)
{
    for (const QString &pattern : profile.signature) {
        const auto found = std::find_if(columns.begin(), columns.end(), [&pattern](const QString &column) { return fits(pattern, column); });
        if (found == columns.end())
            return false;
        columns.erase(found);
    }
    return true;
}

} // namespace

QVector<QPair<QString, QString>> SourceProfile::columnsOf(const QString &kind) const
{
    QVector<QPair<QString, QString>> list;
    for (const auto &[field, column] : columns) {
        if (field.section(QLatin1Char(':'), 0, 0) == kind)
            list.append({field.section(QLatin1Char(':'), 1), column});
    }
    return list;
}

const SourceProfile *recognizeSource(const QStringList &columns)
{
    const auto found = std::find_if(profiles().cbegin(), profiles().cend(), [&columns](const SourceProfile &profile) { return hasSignature(profile, columns); });
    return found == profiles().cend() ? nullptr : &*found;
}

} // namespace certdesk
