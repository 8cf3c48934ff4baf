// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/certification/eventreport.h"

#include "models/reports/csvwriter.h"
#include "models/reports/pdfwriter.h"
#include "models/reports/outputfile.h"
#include "models/reports/writefailure.h"
#include "models/reports/xlsxwriter.h"
#include "models/store/certification/certificationcommand.h"

#include <QCoreApplication>
#include <QDateTime>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("EventReport", text);
}

QVector<SheetColumn> reportColumns()
{
    return {{tr("Event")}, {tr("Reporting Year")}, {tr("Category")}, {tr("Opens")}, {tr("Ends")}, {tr("District")}, {tr("School")},
            {tr("Event Status")}, {tr("Round"), true}, {tr("Person")}, {tr("Role")}, {tr("User Status")}, {tr("Signed")}, {tr("Decided")},
            {tr("Due Date")}, {tr("Snapshot"), true}, {tr("Markers")}};
}

Value moment(qint64 at)
{
    return at ? Value(QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODate)) : Value();
}

QVector<Value> line(const StateEventRow &event, const ParticipantRow &row, const ParticipantRow::Member *member)
{
    return {Value(event.name), Value(schoolYearName(event.schoolYear)), Value(event.category), Value(isoDay(event.opens)), Value(isoDay(event.end)),
            Value(row.district), Value(row.school), Value(statusLabel(row.status)), Value(row.round), member ? Value(member->name) : Value(),
            member ? Value(member->role) : Value(), member ? Value(statusLabel(member->status)) : Value(), member ? moment(member->signedAt) : Value(),
            moment(row.decidedAt), Value(isoDay(row.dueDate)), row.snapshotVersion ? Value(row.snapshotVersion) : Value(),
            Value(row.markers.join(QLatin1String(", ")))};
}

QString html(const EventReport &report)
{
    QString text = QStringLiteral("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>%1</title></head><body><h1>%1</h1>\n<table border=\"1\"><caption>%2</caption><tr>")
                       .arg(tr("Event Report"), tr("Participants and members"));
    for (const SheetColumn &column : report.columns)
        text += QStringLiteral("<th scope=\"col\">%1</th>").arg(column.name.toHtmlEscaped());
    text += QLatin1String("</tr>\n");
    for (const QVector<Value> &row : report.rows) {
        text += QLatin1String("<tr>");
        for (const Value &cell : row)
            text += QStringLiteral("<td>%1</td>").arg(cell.text().toHtmlEscaped());
        text += QLatin1String("</tr>\n");
    }
    return text + QLatin1String("</table></body></html>\n");
}

template <class Writer> Done writeRows(Writer &writer, const EventReport &report)
{
    for (const QVector<Value> &row : report.rows)
        writer.row(row);
    return writer.finish();
}

class NoteEventReport : public CertificationCommand
{
public:
    NoteEventReport(qsizetype rows, const QString &format) : CertificationCommand("ExportEventReport", Right::EventReport), m_rows(rows), m_format(format) {}
    void perform(Transaction &transaction) override
    {
        transaction.note(QStringLiteral("ExportEventReport"), {{QStringLiteral("rows"), m_rows}, {QStringLiteral("format"), m_format}});
    }

private:
    qsizetype m_rows;
    QString m_format;
};

} // namespace

Result<EventReport> makeEventReport(Session &session, const EventReportOptions &options)
{
    if (const auto allowed = session.require(Right::EventReport); !allowed)
        return tl::unexpected(allowed.error());
    const auto events = readStateEvents(session);
    if (!events)
        return tl::unexpected(events.error());
    EventReport report{reportColumns(), {}};
    for (const StateEventRow &event : *events) {
        if ((options.event && event.id != options.event) || (options.schoolYear && event.schoolYear != options.schoolYear) || event.version == 0)
            continue;
        const auto participants = readParticipants(session, event.id);
        if (!participants)
            return tl::unexpected(participants.error());
        for (const ParticipantRow &row : *participants) {
            const qsizetype before = report.rows.size();
            for (const ParticipantRow::Member &member : row.members) {
                if (options.withReviewers || member.role == QLatin1String("certifier"))
                    report.rows.append(line(event, row, &member));
            }
            if (report.rows.size() == before)
                report.rows.append(line(event, row, nullptr));
        }
    }
    return report;
}

Done writeEventReport(Session &session, const EventReport &report, const QString &format, const QString &path)
{
    if (format != QLatin1String("csv") && format != QLatin1String("xlsx") && format != QLatin1String("html") && format != QLatin1String("pdf"))
        return failure(Error::Kind::Invalid, QStringLiteral("F-FORMAT"), tr("The Event Report cannot be written as \"%1\".").arg(format), tr("Choose csv, xlsx, html or pdf."));
    NoteEventReport note(report.rows.size(), format);
    if (const auto noted = session.apply(note); !noted)
        return tl::unexpected(noted.error());
    if (format == QLatin1String("csv")) {
        CsvWriter writer(path, report.columns);
        return writeRows(writer, report);
    }
    if (format == QLatin1String("xlsx")) {
        XlsxWriter writer(path);
        writer.sheet(tr("Event Report"), report.columns);
        return writeRows(writer, report);
    }
    if (format == QLatin1String("pdf"))
        return writePdf(html(report), tr("Event Report"), path);
    OutputFile file(path);
    const QByteArray bytes = html(report).toUtf8();
    if (!file.isOpen() || file.device().write(bytes) != bytes.size())
        return writeFailure();
    return file.finish();
}

} // namespace certdesk
