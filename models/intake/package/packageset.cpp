// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/package/packageset.h"

#include "models/intake/values.h"

#include <algorithm>

namespace certdesk {

namespace {

/// True when one letter more, less, other or two exchanged make one of the other.
bool isMisspelt(const QString &canonical, const QString &given)
{
    if (canonical.size() < 6 || std::abs(canonical.size() - given.size()) > 2)
        return false;
    std::vector<qsizetype> row(static_cast<size_t>(given.size()) + 1);
    for (size_t j = 0; j < row.size(); ++j)
        row[j] = static_cast<qsizetype>(j);
    for (qsizetype i = 1; i <= canonical.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i;
        for (qsizetype j = 1; j <= given.size(); ++j) {
            const auto at = static_cast<size_t>(j);
            const qsizetype substituted = diagonal + (canonical[i - 1] == given[j - 1] ? 0 : 1);
            diagonal = row[at];
            row[at] = std::min({row[at] + 1, row[at - 1] + 1, substituted});
        }
    }
    return row.back() <= 2;
}

} // namespace

QStringList packageList(const QString &cell)
{
    QStringList list;
    for (const QString &part : cell.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (!part.trimmed().isEmpty())
            list.append(part.trimmed());
    }
    return list;
}

int sameName(const QString &canonical, const QString &given)
{
    if (canonical == given)
        return 2;
    const QString left = canonical.toLower();
    const QString right = given.toLower();
    return left == right || isMisspelt(left, right) ? 1 : 0;
}

QString PackageFile::value(int row, const QString &column) const
{
    const auto found = columns.constFind(column);
    return found == columns.constEnd() ? QString() : cleanText(table.cell(row, *found)).text;
}

bool PackageSet::isUsable() const
{
    return std::none_of(findings.cbegin(), findings.cend(), [](const IntakeFinding &finding) { return finding.isError() && finding.row == 0; });
}

int PackageSet::rowCount() const
{
    int rows = 0;
    for (const PackageFile &file : files)
        rows += file.rowCount();
    return rows;
}

int PackageSet::fileIndex(const QString &role) const
{
    for (size_t i = 0; i < files.size(); ++i) {
        if (files[i].role == role)
            return static_cast<int>(i);
    }
    return -1;
}

PackageFile *PackageSet::file(const QString &role)
{
    const int index = fileIndex(role);
    return index < 0 ? nullptr : &files[static_cast<size_t>(index)];
}

void PackageSet::report(const SourceRow &at, IntakeFinding finding, const QString &field, const QString &value)
{
    const PackageFile &file = files[static_cast<size_t>(at.file)];
    finding.file = file.name;
    finding.row = file.table.line(at.row);
    finding.field = field;
    finding.value = value;
    if (finding.isError())
        status(at) = RowStatus::Error;
    findings.append(finding);
}

void PackageSet::reportFile(int file, IntakeFinding finding)
{
    finding.file = file < 0 ? QString() : files[static_cast<size_t>(file)].name;
    findings.append(finding);
}

QString packageKindOf(const Container &container)
{
    QSet<QString> names;
    for (const QString &name : container.names())
        names.insert(name.toLower());
    const auto has = [&names](const char *name) { return names.contains(QLatin1String(name)); };
    if (has("manifest.csv") || (has("orgs.csv") && has("users.csv")))
        return QStringLiteral("oneroster");
    if (has("students.csv") && (has("sections.csv") || has("schools.csv")))
        return QStringLiteral("clever");
    return {};
}

} // namespace certdesk
