// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/roster/rosterfile.h"

#include "models/intake/values.h"

#include <QCoreApplication>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("RosterFile", text);
}

tl::unexpected<Error> refused(const IntakeFindings &findings)
{
    for (const IntakeFinding &finding : findings) {
        if (finding.isError())
            return failure(Error::Kind::Invalid, finding.code, finding.message, finding.next);
    }
    return failure(Error::Kind::Invalid, QStringLiteral("F02"), tr("This is not a table."));
}

} // namespace

Result<RosterFile> readRosterFile(const QString &path, qint64 schoolYear, Progress *progress)
{
    const auto table = readTableFile(path, {}, progress);
    if (!table)
        return tl::unexpected(table.error());
    if (!table->isUsable())
        return refused(table->findings);
    const ImportKind &kind = *importKind(QStringLiteral("students"));
    MappingOptions options;
    options.schoolYear = schoolYear;
    return rosterRows(*table, matchColumns(*table, kind, options), schoolYear);
}

Result<RosterFile> rosterRows(const Table &table, const Mapping &mapping, qint64 schoolYear)
{
    const ImportKind &kind = *importKind(QStringLiteral("students"));
    const auto column = [&](const char *field) { return mapping.columnOfField.value(kind.index(field), -1); };
    const int stateId = column("student_state_id");
    const int login = column("login");
    const int localId = column("local_id");
    const int grade = column("grade");
    if (stateId < 0 && login < 0 && localId < 0)
        return failure(Error::Kind::Invalid, QStringLiteral("H03"), tr("No column holds a login, a state ID or a local ID."),
                       tr("Export one of them for each student."));
    RosterFile file{table.file, table.dialect, grade >= 0, {}};
    const auto text = [&](int row, int index) { return index < 0 ? QString() : cleanText(table.cell(row, index)).text; };
    for (int i = 0; i < table.rowCount(); ++i) {
        RosterFile::Row row{table.line(i), text(i, stateId), text(i, login), text(i, localId), {}, {}};
        const QString written = text(i, grade);
        const auto canonical = normalizedGrade(written, schoolYear);
        row.grade = canonical.value_or(QString());
        row.wrongGrade = written.isEmpty() || canonical ? QString() : written;
        row.isFooter = table.footerRows.contains(i);
        file.rows.append(row);
    }
    return file;
}

} // namespace certdesk
