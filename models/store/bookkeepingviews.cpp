// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/viewdefs.h"

#include <QCoreApplication>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Views", text);
}

using C = ColumnType;

View batches()
{
    View view{QStringLiteral("batches"), tr("Batches"), EntityKind::None, QStringLiteral("batch"), {}, {}, {}, {}, {}, {}};
    view.columns = {
        viewColumn("batch", tr("Batch"), "t.id", C::Integer),
        viewColumn("kind", tr("Kind"), "t.kind", C::Code),
        viewColumn("state", tr("State"), "t.state", C::Status),
        viewColumn("schools", tr("Schools"), "t.schools", C::Code),
        viewColumn("school_year", tr("School year"), "t.school_year", C::SchoolYear),
        viewColumn("person", tr("Person"), "t.person", C::Text),
        viewColumn("committed_at", tr("Committed"), "t.committed_at", C::Time),
        viewColumn("file_name", tr("File"), "t.file_name", C::Text),
        viewColumn("file_sha256", tr("SHA-256"), "t.file_sha256", C::Code),
        viewColumn("counts", tr("Counts"), "t.counts", C::Text),
        viewColumn("parent", tr("Parent"), "t.parent_id", C::Integer),
    };
    view.defaultSort = {QStringLiteral("-batch")};
    return view;
}

View issues()
{
    View view{QStringLiteral("issues"), tr("Issues"), EntityKind::None, QStringLiteral("issue"), {}, {}, {}, {}, {}, {}};
    view.joins = QStringLiteral("LEFT JOIN school sc ON sc.id = t.school_id");
    view.columns = {
        viewColumn("issue", tr("Issue"), "t.id", C::Integer),
        viewColumn("batch", tr("Batch"), "t.batch_id", C::Integer),
        viewColumn("row", tr("Row"), "t.row_number", C::Integer),
        viewColumn("code", tr("Code"), "t.code", C::Code),
        viewColumn("field", tr("Field"), "t.field", C::Code),
        viewColumn("value", tr("Value"), "t.value", C::Text),
        viewColumn("message", tr("Message"), "t.message", C::Text),
        viewColumn("next", tr("Next"), "t.next", C::Text),
        viewColumn("state", tr("State"), "t.state", C::Status),
        viewColumn("school_code", tr("School code"), "sc.school_code", C::Code),
        viewColumn("reason", tr("Reason"), "t.reason", C::Text),
        viewColumn("assigned_to", tr("Assigned to"), "t.assigned_to", C::Text),
    };
    view.defaultSort = {QStringLiteral("-batch"), QStringLiteral("row")};
    return view;
}

View findings()
{
    View view{QStringLiteral("findings"), tr("Findings"), EntityKind::None, QStringLiteral("finding"), {}, {}, {}, {}, {}, {}};
    view.columns = {
        viewColumn("rule", tr("Rule"), "t.rule_code", C::Code),
        viewColumn("severity", tr("Severity"), "t.severity", C::Status),
        viewColumn("entity", tr("Entity"), "t.entity", C::Code),
        viewColumn("record", tr("Record"), "t.record_id", C::Integer),
        viewColumn("message", tr("Message"), "t.message", C::Text),
        viewColumn("fix", tr("Fix"), "t.fix", C::Text),
    };
    view.defaultSort = {QStringLiteral("rule"), QStringLiteral("record")};
    return view;
}

View users()
{
    View view{QStringLiteral("users"), tr("Accounts"), EntityKind::Account, QStringLiteral("account"), {}, {}, {}, {}, {}, {}};
    view.joins = QStringLiteral("LEFT JOIN staff st ON st.id = t.staff_id");
    view.columns = {
        viewColumn("name", tr("Name"), "t.name", C::Text),
        viewColumn("display_name", tr("Display name"), "t.display_name", C::Text, "display_name"),
        viewColumn("email", tr("E-mail"), "t.email", C::Text, "email"),
        viewColumn("staff_id", tr("Staff ID"), "st.staff_id", C::Code),
        viewColumn("roles", tr("Roles"), "(SELECT string_agg(x.role, ', ') FROM (SELECT DISTINCT ar.role FROM account_role ar WHERE ar.account_id = t.id ORDER BY ar.role) x)", C::Text),
        viewColumn("must_change", tr("Must change password"), "t.must_change", C::Flag),
        viewColumn("disabled", tr("Disabled"), "t.disabled", C::Flag),
    };
    view.defaultSort = {QStringLiteral("name")};
    return view;
}

} // namespace

QVector<View> bookkeepingViews()
{
    return {batches(), issues(), findings(), users()};
}

} // namespace certdesk
