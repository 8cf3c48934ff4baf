// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/staffcommands.h"

#include "app/commandline/call.h"
#include "models/operations/roster/staffoperation.h"

#include <QCoreApplication>

namespace certdesk::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

void print(Call &call, const PlannedStaffOperation &planned, qint64 batch, bool dryRun)
{
    QJsonObject document = staffOperationJson(planned);
    document.insert(QStringLiteral("batch"), batch ? QJsonValue(batch) : QJsonValue(QJsonValue::Null));
    document.insert(QStringLiteral("dryRun"), dryRun);
    call.out().document(document);
    TextTable table{{tr("staff"), tr("name"), tr("status"), tr("groups"), tr("message")}, {}, {3}};
    for (const StaffPlanRow &row : planned.rows)
        table.rows.append({row.key, row.name, rowStatusName(row.status), QString::number(row.groups), row.message});
    if (!table.rows.isEmpty())
        call.out().table(table);
    if (batch)
        call.out().line(tr("Done as batch %1; undo takes it back.").arg(batch));
}

} // namespace

bool isAboutStaff(const Arguments &arguments)
{
    return arguments.has("staff") || arguments.has("staff-file");
}

QVector<Option> staffOptions()
{
    return {text("staff", "LOGIN_OR_ID", tr("instead of students: a person of the staff by login, e-mail or ID")).repeated(),
            text("staff-file", "FILE", tr("instead of students: the staff of a file"))};
}

Result<int> runStaffOperation(Call &call, bool restore)
{
    const Arguments &arguments = call.arguments();
    for (const char *option : {"student", "file", "grade", "graduating-year"}) {
        if (arguments.has(option))
            return wrongCall(tr("Students and staff go one after the other: --%1 is about students.").arg(QLatin1String(option)));
    }
    StaffRequest request;
    request.restore = restore;
    request.staff = arguments.values("staff");
    request.file = arguments.value("staff-file");
    request.school = arguments.value("school");
    request.reason = arguments.value("reason");
    if (!restore && arguments.has("archive-reason"))
        request.archiveReason = arguments.value("archive-reason");
    const bool dryRun = arguments.has("dry-run");
    const auto planned = planStaffOperation(call.session(), request, &call.progress());
    if (!planned)
        return tl::unexpected(planned.error());
    if (dryRun || planned->heldBack() > 0) {
        print(call, *planned, 0, dryRun);
        return dryRun ? (planned->heldBack() > 0 ? exitAttention : exitDone) : exitRefused;
    }
    const auto batch = commitStaffOperation(call.session(), *planned, &call.progress());
    if (!batch)
        return tl::unexpected(batch.error());
    print(call, *planned, *batch, false);
    return exitDone;
}

} // namespace certdesk::cli
