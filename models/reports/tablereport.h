// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"
#include "models/domain/value.h"
#include "models/reports/findingsreport.h"
#include "models/reports/sheet.h"

#include <QJsonObject>
#include <QVector>

namespace certdesk {

/// A list that is printed, looked at or taken into a spreadsheet: the same rows in each form.
struct TableReport
{
    struct Column
    {
        QString name;  ///< in files: "student_state_id"
        QString title; ///< in print: "State ID"
        bool isNumber = false;
        bool inHeading = false; ///< stands in the heading of a section; left out of its printed table
    };
    struct Section
    {
        QString heading; ///< empty: no heading
        QString summary;
        QVector<QVector<Value>> rows;
    };
    QString name;
    QString title;
    QVector<QPair<QString, QString>> facts; ///< what was asked for and by which rule: name, value
    QJsonObject about;                      ///< the same for programs
    QVector<Column> columns;
    QVector<Section> sections;

    qsizetype rowCount() const;
};

/// Accessible HTML: language, title, headings in order, tables with captions and header cells that repeat on each page.
QString tableReportHtml(const TableReport &report);
/// {"report","title",…about,"total":n,"rows":[{…}]}
QJsonObject tableReportJson(const TableReport &report);
/// Through a temporary file (S-031). CSV has its header in line 1 and nothing above it; identifiers are text and formulas are
/// defused in each form. PDF needs a QGuiApplication.
Done writeTableReport(const TableReport &report, ReportFormat format, const QString &path);

} // namespace certdesk
