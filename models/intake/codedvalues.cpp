// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/codedvalues.h"

#include "models/intake/resourcetable.h"

#include <QHash>

namespace certdesk {

namespace {

struct Codes
{
    QStringList words;
    QHash<QString, QString> bySpelling;
};

const QHash<QString, Codes> &tables()
{
    static const QHash<QString, Codes> all = [] {
        QHash<QString, Codes> map;
        for (const QStringList &row : readResourceTable(QStringLiteral(":/intake/codes.tsv"))) {
            for (const QString &field : row.value(0).split(QLatin1Char(','))) {
                Codes &codes = map[field];
                codes.words.append(row.value(1));
                codes.bySpelling.insert(row.value(1).toLower(), row.value(1));
                for (const QString &spelling : row.value(2).split(QLatin1Char('|')))
                    codes.bySpelling.insert(spelling.toLower(), row.value(1));
            }
        }
        return map;
    }();
    return all;
}

} // namespace

bool isCodedField(const QString &field)
{
    return tables().contains(field);
}

QString codedFieldOf(const QString &kind, const QString &field)
{
    for (const QString &name : {kind + QLatin1Char('.') + field, field}) {
        if (isCodedField(name))
            return name;
    }
    return {};
}

std::optional<QString> codedValue(const QString &field, const QString &text)
{
    const auto codes = tables().constFind(field);
    if (codes == tables().constEnd())
        return std::nullopt;
    const auto found = codes->bySpelling.constFind(text.toLower());
    return found == codes->bySpelling.constEnd() ? std::nullopt : std::optional(*found);
}

QStringList codesOfField(const QString &field)
{
    return tables().value(field).words;
}

} // namespace certdesk
