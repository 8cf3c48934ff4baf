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

View categories()
{
    View view{QStringLiteral("categories"), tr("Certification categories"), EntityKind::Category, QStringLiteral("category"), {}, {}, {}, {}, {}, {}};
    view.columns = {
        viewColumn("name", tr("Name"), "t.name", C::Text, "name"),
        viewColumn("level", tr("Level"), "t.level", C::Status),
        viewColumn("active", tr("Active"), "t.active", C::Flag, "active"),
        viewColumn("published", tr("Published"), "t.published", C::Flag),
        viewColumn("members", tr("Members"), "(SELECT COUNT(*) FROM category_member cm WHERE cm.category_id = t.id AND cm.active = 1)", C::Integer),
    };
    view.defaultSort = {QStringLiteral("name")};
    return view;
}

View events()
{
    View view{QStringLiteral("events"), tr("Certification events"), EntityKind::Event, QStringLiteral("event"), {}, {}, {}, {}, {}, {}};
    view.joins = QStringLiteral("LEFT JOIN category ca ON ca.id = t.category_id");
    view.yearColumn = QStringLiteral("t.school_year");
    view.columns = {
        viewColumn("name", tr("Name"), "t.name", C::Text, "name"),
        viewColumn("status", tr("Status"), "t.status", C::Status),
        viewColumn("school_year", tr("Reporting year"), "t.school_year", C::SchoolYear),
        viewColumn("level", tr("Level"), "t.level", C::Status),
        viewColumn("category", tr("Category"), "ca.name", C::Text),
        viewColumn("start_date", tr("Start"), "t.start_date", C::Day, "start_date"),
        viewColumn("opens_date", tr("Opens"), "t.opens_date", C::Day, "opens_date"),
        viewColumn("end_date", tr("End"), "t.end_date", C::Day, "end_date"),
        viewColumn("snapshot_method", tr("Snapshot method"), "t.snapshot_method", C::Status),
        viewColumn("published_version", tr("Version"), "t.published_version", C::Integer),
    };
    view.defaultSort = {QStringLiteral("name")};
    return view;
}

View participants()
{
    View view{QStringLiteral("participants"), tr("Participants"), EntityKind::Participation, QStringLiteral("participation"), {}, {}, {}, {}, {}, {}};
    view.joins = QStringLiteral("JOIN event ev ON ev.id = t.event_id LEFT JOIN organization og ON og.code = t.organization_code");
    view.yearColumn = QStringLiteral("ev.school_year");
    view.columns = {
        viewColumn("event", tr("Event"), "ev.name", C::Text),
        viewColumn("school_year", tr("Reporting year"), "ev.school_year", C::SchoolYear),
        viewColumn("organization_code", tr("District code"), "t.organization_code", C::Code),
        viewColumn("organization_name", tr("District"), "og.name", C::Text),
        viewColumn("school_code", tr("School code"), "t.school_code", C::Code),
        viewColumn("status", tr("Status"), "t.status", C::Status),
        viewColumn("round", tr("Round"), "t.round", C::Integer),
        viewColumn("own_due_date", tr("Own due date"), "t.own_due_date", C::Day),
        viewColumn("is_exception", tr("Exception"), "t.is_exception", C::Flag),
        viewColumn("snapshot_version", tr("Snapshot"), "t.snapshot_version", C::Integer),
        viewColumn("sent_at", tr("Sent"), "t.sent_at", C::Time),
        viewColumn("decided_at", tr("Decided"), "t.decided_at", C::Time),
        viewColumn("decided_by", tr("Decided by"), "t.decided_by", C::Text),
        viewColumn("ended", tr("Ended"), "t.ended", C::Flag),
    };
    view.defaultSort = {QStringLiteral("event"), QStringLiteral("organization_code"), QStringLiteral("school_code")};
    return view;
}

View messages()
{
    View view{QStringLiteral("messages"), tr("Messages"), EntityKind::Message, QStringLiteral("message"), {}, {}, {}, {}, {}, {}};
    view.activeCondition = QStringLiteral("(t.archived IS NULL OR t.archived = 0)");
    view.columns = {
        viewColumn("is_read", tr("Read"), "t.is_read", C::Flag),
        viewColumn("created_at", tr("Date"), "t.created_at", C::Time),
        viewColumn("process", tr("Process"), "t.process", C::Text),
        viewColumn("title", tr("Title"), "t.title", C::Text),
        viewColumn("body", tr("Text"), "t.body", C::Text),
        viewColumn("event_name", tr("Event"), "t.event_name", C::Text),
        viewColumn("participant", tr("Participant"), "t.participant", C::Text),
        viewColumn("person", tr("To"), "t.person", C::Text),
    };
    view.defaultSort = {QStringLiteral("-created_at")};
    return view;
}

View results()
{
    View view{QStringLiteral("results"), tr("Results"), EntityKind::ResultEntry, QStringLiteral("result"), {}, {}, {}, {}, {}, {}};
    view.joins = QStringLiteral("LEFT JOIN participation pa ON pa.id = t.participation_id LEFT JOIN event ev ON ev.id = pa.event_id");
    view.columns = {
        viewColumn("title", tr("Title"), "t.title", C::Text),
        viewColumn("kind", tr("Kind"), "t.kind", C::Status),
        viewColumn("format", tr("Format"), "t.format", C::Code),
        viewColumn("event", tr("Event"), "ev.name", C::Text),
        viewColumn("requested_by", tr("Requested by"), "t.requested_by", C::Text),
        viewColumn("requested_at", tr("Requested"), "t.requested_at", C::Time),
        viewColumn("status", tr("Status"), "t.status", C::Status),
        viewColumn("finished_at", tr("Finished"), "t.finished_at", C::Time),
        viewColumn("fatal", tr("FATAL"), "t.fatal", C::Integer),
        viewColumn("warning", tr("WARNING"), "t.warning", C::Integer),
        viewColumn("info", tr("INFO"), "t.info", C::Integer),
        viewColumn("snapshot_version", tr("Snapshot"), "t.snapshot_version", C::Integer),
    };
    view.defaultSort = {QStringLiteral("-requested_at")};
    return view;
}

} // namespace

QVector<View> certificationViews()
{
    return {categories(), events(), participants(), messages(), results()};
}

} // namespace certdesk
