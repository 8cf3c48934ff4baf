// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/package/packagelayout.h"

#include "models/intake/resourcetable.h"

#include <QCoreApplication>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("intake", text);
}

/// Other names under which a column is seen in the wild.
QString aliasOf(const QString &role, const QString &column)
{
    if (role == QLatin1String("demographics") && column.compare(QLatin1String("userSourcedId"), Qt::CaseInsensitive) == 0)
        return QStringLiteral("sourcedId");
    if (role == QLatin1String("staff") && column.startsWith(QLatin1String("Admin_"), Qt::CaseInsensitive)) {
        const QString rest = column.mid(6).toLower();
        return rest == QLatin1String("title") ? QStringLiteral("Title") : QStringLiteral("Staff_") + rest;
    }
    return column;
}

bool isExtension(const QString &column)
{
    return column.startsWith(QLatin1String("metadata."), Qt::CaseInsensitive) || column.startsWith(QLatin1String("ext_"), Qt::CaseInsensitive);
}

Result<Table> readMember(const Container &container, const QString &name, const ReadOptions &options, Progress *progress)
{
    auto bytes = container.read(name);
    if (!bytes)
        return tl::unexpected(bytes.error());
    ReadOptions plain = options;
    plain.headerRow = 1;
    plain.sheet.clear();
    return readTable(std::move(*bytes), plain, progress);
}

PackageFile fileOf(const QString &name, const QString &role, Table table, RowStatus status)
{
    PackageFile file;
    file.name = name;
    file.role = role;
    file.table = std::move(table);
    file.statuses.fill(status, file.table.rowCount());
    return file;
}

} // namespace

PackageLayout::PackageLayout(const QString &format) : m_format(format)
{
    for (const QStringList &row : readResourceTable(QStringLiteral(":/intake/%1.tsv").arg(format))) {
        QVector<Column> columns;
        for (const QString &name : row.value(1).split(QLatin1Char('|')))
            columns.append({name.startsWith(QLatin1Char('*')) ? name.mid(1) : name, name.startsWith(QLatin1Char('*'))});
        m_roles.append(row[0]);
        m_columns.insert(row[0], columns);
    }
}

QString PackageLayout::roleOf(const QString &fileName, bool *exact) const
{
    QString base = fileName;
    for (const char *ending : {".csv", ".txt"}) {
        if (base.endsWith(QLatin1String(ending), Qt::CaseInsensitive))
            base.chop(4);
    }
    *exact = true;
    if (m_format == QLatin1String("clever") && base.compare(QLatin1String("admins"), Qt::CaseInsensitive) == 0)
        return QStringLiteral("staff");
    for (const int wanted : {2, 1}) {
        for (const QString &role : m_roles) {
            if (sameName(role, base) != wanted)
                continue;
            *exact = wanted == 2;
            return role;
        }
    }
    return {};
}

void PackageLayout::findColumns(int index, PackageSet *set) const
{
    PackageFile &file = set->files[static_cast<size_t>(index)];
    const QVector<Column> known = m_columns.value(file.role);
    QStringList misspelt;
    int unused = 0;
    for (int i = 0; i < file.table.columns.size(); ++i) {
        const QString given = aliasOf(file.role, file.table.columns[i]);
        QString canonical = isExtension(given) ? given : QString();
        for (const int wanted : {2, 1}) {
            for (const Column &column : known) {
                if (canonical.isEmpty() && !file.columns.contains(column.name) && sameName(column.name, given) == wanted)
                    canonical = column.name;
            }
        }
        if (canonical.isEmpty()) {
            ++unused;
            continue;
        }
        if (canonical != file.table.columns[i] && !isExtension(given))
            misspelt.append(tr("%1 for %2").arg(file.table.columns[i], canonical));
        file.columns.insert(canonical, i);
    }
    if (!misspelt.isEmpty())
        set->reportFile(index, intakeFinding("F13", IntakeSeverity::Warning, {tr("column %1").arg(misspelt.join(QStringLiteral(", ")))}));
    if (unused > 0)
        set->reportFile(index, intakeFinding("H07", {QString::number(unused)}));
    for (const Column &column : known) {
        const bool later = file.role == QLatin1String("users") && (column.name == QLatin1String("orgSourcedIds") || column.name == QLatin1String("role"));
        if (column.required && !file.columns.contains(column.name) && !later)
            set->reportFile(index, intakeFinding("H03", {column.name}));
    }
}

void PackageLayout::checkRows(int index, PackageSet *set) const
{
    PackageFile &file = set->files[static_cast<size_t>(index)];
    QVector<QString> required;
    for (const Column &column : m_columns.value(file.role)) {
        if (column.required && file.columns.contains(column.name))
            required.append(column.name);
    }
    for (int row = 0; row < file.rowCount(); ++row) {
        const SourceRow at{index, row};
        const int record = file.table.dataRows[static_cast<size_t>(row)];
        const int cells = file.table.raw.cellCount(record);
        const auto columns = static_cast<int>(file.table.columns.size());
        bool full = false;
        for (int column = columns; column < cells; ++column)
            full = full || !file.table.raw.cell(record, column).empty();
        if (full)
            set->report(at, intakeFinding("R02", {QString::number(cells), QString::number(columns)}));
        for (const QString &name : required) {
            if (file.value(row, name).isEmpty())
                set->report(at, intakeFinding("C01", {name}), name);
        }
    }
}

Done PackageLayout::readFile(const Container &container, const QString &name, const QString &role, const ReadOptions &options, PackageSet *set,
                             Progress *progress) const
{
    auto table = readMember(container, name, options, progress);
    if (!table)
        return tl::unexpected(table.error());
    set->files.push_back(fileOf(name, role, std::move(*table), RowStatus::Unchanged));
    const int index = static_cast<int>(set->files.size()) - 1;
    const IntakeFindings found = set->files.back().table.findings;
    for (const IntakeFinding &finding : found)
        set->reportFile(index, finding);
    if (hasError(found))
        return {};
    findColumns(index, set);
    checkRows(index, set);
    return {};
}

Done PackageLayout::countFile(const Container &container, const QString &name, const ReadOptions &options, PackageSet *set, Progress *progress) const
{
    auto table = readMember(container, name, options, progress);
    if (!table)
        return tl::unexpected(table.error());
    set->files.push_back(fileOf(name, {}, std::move(*table), RowStatus::Skipped));
    return {};
}

} // namespace certdesk
