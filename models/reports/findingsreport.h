// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"

#include <QJsonObject>
#include <QString>
#include <optional>

namespace certdesk {

/// One layout for the findings of every kind of run: district, state, snapshot and free checks (C-309, C-312). The document is
/// what a run stores: "title", "facts" ([[name, value]…]), "rules" ({code,title,severity,message,howToFix,checked,findings,
/// milliseconds[,error]}), "findings" ({rule,severity,entity,key,message,fix[,recordId,school,organization]}), "totals"
/// ({entity,school,rows}), "verdictHash", "rulePackHash". What a document lacks is left out of the report.
enum class ReportFormat { Json, Csv, Html, Pdf, Xlsx };

std::optional<ReportFormat> reportFormatFromName(const QString &name);

/// Accessible HTML (C-334): language, title, one heading level after the other, tables with captions and header cells. Each
/// finding links to its record as certdesk:ENTITY/ID where the document knows the id.
QString findingsHtml(const QJsonObject &document);
/// Findings as CSV with the header in line 1 and nothing above it.
QByteArray findingsCsv(const QJsonObject &document);

/// Writes the report through a temporary file (S-031). PDF needs a QGuiApplication; see reportApplication().
Done writeFindings(const QJsonObject &document, ReportFormat format, const QString &path);

/// "row_number 12, school_code 100"
QString keyText(const QJsonObject &key);

} // namespace certdesk
