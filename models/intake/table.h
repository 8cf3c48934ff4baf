// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/progress.h"
#include "models/intake/encoding.h"
#include "models/intake/finding.h"
#include "models/intake/rawtable.h"
#include "models/intake/sourcetype.h"

#include <QMultiHash>
#include <QSet>
#include <QStringList>
#include <vector>

namespace certdesk {

/// How the file was read; the person can override each of these (ReadOptions).
struct Dialect
{
    SourceType type = SourceType::Text;
    QString encoding;
    QString delimiter; ///< the character; empty for workbooks
    QString sheet;
    QStringList sheets;
    int headerRow = 0; ///< line or sheet row of the header; 0: none
};

/// Which file it was, so that a plan can tell that it has changed since (F14).
struct FileIdentity
{
    QString path;
    QString sha256;
    qint64 size = 0;
    qint64 modified = 0; ///< milliseconds since 1970, UTC

    bool sameContent(const FileIdentity &other) const { return sha256 == other.sha256 && size == other.size; }
};

/// A file as a table: records = preamble + header + blank + data, at every moment.
struct Table
{
    RawTable raw;
    Dialect dialect;
    FileIdentity file;
    QStringList columns;        ///< header cells without outer blanks; a column without name is ""
    std::vector<int> dataRows;  ///< records of `raw`
    QSet<int> footerRows;       ///< of dataRows: records that look like totals (R06)
    QMultiHash<int, IntakeFinding> rowFindings; ///< of dataRows: what reading found in a single one (F10)
    int preambleCount = 0; ///< lines outside of the table: before its header, comments, further tables
    int headerCount = 0;
    int headerCells = 0; ///< of the header's record; more than columns where delimiters stand at the end of lines
    int blankCount = 0;
    IntakeFindings findings;

    bool isUsable() const { return !hasError(findings); }
    int rowCount() const { return static_cast<int>(dataRows.size()); }
    int line(int dataRow) const { return raw.line(dataRows[static_cast<size_t>(dataRow)]); }
    std::string_view cell(int dataRow, int column) const { return raw.cell(dataRows[static_cast<size_t>(dataRow)], column); }
    QString text(int dataRow, int column) const { return raw.text(dataRows[static_cast<size_t>(dataRow)], column); }
};

inline constexpr int noHeader = -1;

struct ReadOptions
{
    TextEncoding encoding = TextEncoding::Unknown;
    char delimiter = 0;     ///< 0: detect
    QString sheet;          ///< empty: the only one with data
    int headerRow = 0;      ///< line of the header; 0: find it; noHeader: there is none, every line is data
    QStringList columnNames; ///< for a file without header; the rest is "Column 3"
    int table = 1;          ///< which of several tables in one sheet (F09)
    bool closeQuotes = false; ///< a quote that never closes is a letter (the way out of F10)
    QString commentPrefix;  ///< empty: there are no comment lines
    IntakeLimits limits;
};

/// Bytes to table. What is wrong with the file stands in the findings; only cancelling is an Error.
Result<Table> readTable(QByteArray bytes, const ReadOptions &options = {}, Progress *progress = nullptr);
/// Opens the file shared and read only, hashes and reads it. A file that cannot be opened is an Error.
Result<Table> readTableFile(const QString &path, const ReadOptions &options = {}, Progress *progress = nullptr);
/// Size, time and SHA-256 of a file as it is now.
Result<FileIdentity> identifyFile(const QString &path);

} // namespace certdesk
