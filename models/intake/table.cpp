// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/table.h"

#include "models/intake/delimited.h"
#include "models/intake/headerfinder.h"
#include "models/intake/package/container.h"
#include "models/intake/workbook.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <future>

namespace certdesk {

namespace {

/// Without the copy that QByteArray::trimmed would make of a whole file.
bool isBlank(const QByteArray &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
}

/// What the text said about its own shape.
struct TextShape
{
    bool separatorLine = false;
    bool endsWithLineEnd = true;
};

Result<TextShape> readText(QByteArray bytes, const ReadOptions &options, Progress *progress, Table *table)
{
    DecodedText decoded = decodeText(std::move(bytes), options.encoding);
    table->dialect.encoding = encodingName(decoded.verdict.encoding);
    table->findings += decoded.findings;
    if (hasError(table->findings))
        return TextShape();
    if (isBlank(decoded.utf8)) {
        table->findings.append(intakeFinding("F01"));
        return TextShape();
    }
    Delimiting how = detectDelimiting(decoded.utf8, progress);
    if (progress && progress->isCancelled())
        return Progress::cancelledError();
    if (options.delimiter) {
        how.delimiter = options.delimiter;
        how.certain = true;
    }
    how.closeQuotes = options.closeQuotes;
    table->dialect.delimiter = QString(QLatin1Char(how.delimiter));
    Result<DelimitedTable> parsed = parseDelimited(std::move(decoded.utf8), how, options.limits, progress);
    if (!parsed)
        return tl::unexpected<Error>(parsed.error());
    table->findings += parsed->findings;
    table->raw = std::move(parsed->table);
    return TextShape{how.separatorLine, parsed->endsWithLineEnd};
}

/// A plain list is accepted without asking; one column name above several cells is not (F05).
void checkOneColumn(Table *table, const ReadOptions &options)
{
    if (table->columns.size() != 1 || options.delimiter)
        return;
    const bool wider = std::any_of(table->dataRows.cbegin(), table->dataRows.cend(), [table](int row) { return table->raw.cellCount(row) > 1; });
    if (wider)
        table->findings.append(intakeFinding("F05", {delimiterName(table->dialect.delimiter.at(0).toLatin1()), delimiterName(0)}));
}

/// The last line of a file that ends in its middle: fewer cells than every other row, and no line end (F10).
void checkCut(Table *table)
{
    const auto columns = static_cast<int>(table->columns.size());
    if (table->rowCount() < 3 || columns < 2)
        return;
    const auto width = [table](size_t row) { return table->raw.cellCount(table->dataRows[row]); };
    const size_t last = table->dataRows.size() - 1;
    if (width(last) >= columns || table->dataRows[last] != table->raw.rowCount() - 1)
        return;
    for (size_t row = 0; row < last; ++row) {
        if (width(row) < columns)
            return; // the file is ragged anyway
    }
    const int line = table->line(static_cast<int>(last));
    IntakeFinding cut = intakeFinding("F10", {QString::number(line)});
    cut.message = QCoreApplication::translate("intake", "The last row, row %1, is cut off").arg(line);
    cut.row = line;
    table->rowFindings.insert(static_cast<int>(last), cut);
}

void readSheet(const QByteArray &bytes, const ReadOptions &options, Table *table)
{
    WorkbookTable workbook = readWorkbook(bytes, table->dialect.type, options.sheet, options.limits);
    table->dialect.encoding = encodingName(TextEncoding::Utf8);
    table->dialect.sheet = workbook.sheet;
    table->dialect.sheets = workbook.sheets;
    table->findings += workbook.findings;
    table->raw = std::move(workbook.table);
    if (!hasError(table->findings) && table->raw.rowCount() == 0)
        table->findings.append(intakeFinding("F01"));
}






/// SHA-256 in pieces, so that a large file can be cancelled.
Result<QString> hashOf(const QByteArray &bytes, const Progress *progress)
{
    constexpr qsizetype piece = 1 << 23;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        if (progress && progress->isCancelled())
            return Progress::cancelledError();
        hash.addData(QByteArrayView(bytes).sliced(at, std::min(piece, bytes.size() - at)));
    }
    return QString::fromLatin1(hash.result().toHex());
}

Error unreadable(const QFile &file)
{
    return {Error::Kind::Unavailable, QStringLiteral("F14"),
            QCoreApplication::translate("intake", "The file %1 cannot be read; nothing was changed").arg(QFileInfo(file).fileName()),
            QCoreApplication::translate("intake", "Check that it exists, that you may read it, and that no other program has locked it"),
            file.errorString()};
}

/// A table in a zip: the only one, or the one that is named like a sheet.
Result<Table> readPacked(QByteArray bytes, const ReadOptions &options, Progress *progress)
{
    Table refused;
    refused.dialect.type = SourceType::Zip;
    const auto container = openZip(std::move(bytes), options.limits);
    refused.findings = container->findings();
    const QStringList names = tableNames(*container);
    const QString name = options.sheet.isEmpty() ? names.value(0) : options.sheet;
    if (container->isUsable() && !names.contains(name))
        refused.findings.append(names.isEmpty() ? intakeFinding("F01") : noSuchSheet(name, static_cast<int>(names.size())));
    if (hasError(refused.findings))
        return refused;
    auto unpacked = container->read(name);
    if (!unpacked) {
        IntakeFinding finding = intakeFinding("F12", {});
        finding.message = unpacked.error().message;
        refused.findings.append(finding);
        return refused;
    }
    ReadOptions inside = options;
    inside.sheet.clear();
    auto table = readTable(std::move(*unpacked), inside, progress);
    if (!table || names.size() == 1)
        return table;
    table->dialect.sheet = name;
    table->dialect.sheets = names;
    if (options.sheet.isEmpty())
        table->findings.append(intakeFinding("F11", {QString::number(names.size())}));
    return table;
}

} // namespace

Result<Table> readTable(QByteArray bytes, const ReadOptions &options, Progress *progress)
{
    Table table;
    table.dialect.type = detectSourceType(bytes);
    TextShape shape;
    switch (table.dialect.type) {
    case SourceType::Empty:
        table.findings.append(intakeFinding("F01"));
        return table;
    case SourceType::Text: {
        const Result<TextShape> read = readText(std::move(bytes), options, progress, &table);
        if (!read)
            return tl::unexpected<Error>(read.error());
        shape = *read;
        break;
    }
    case SourceType::Xlsx:
    case SourceType::Ods:
        readSheet(bytes, options, &table);
        break;
    case SourceType::Zip:
        return readPacked(std::move(bytes), options, progress);
    case SourceType::ProtectedWorkbook:
        table.findings.append(protectedWorkbook());
        break;
    default:
        table.findings.append(intakeFinding("F02", {sourceTypeName(table.dialect.type)}));
    }
    if (hasError(table.findings))
        return table;
    findHeader(table, options, shape.separatorLine, progress);
    if (progress && progress->isCancelled())
        return Progress::cancelledError();
    if (table.dialect.type == SourceType::Text) {
        checkOneColumn(&table, options);
        if (!shape.endsWithLineEnd)
            checkCut(&table);
    }
    return table;
}

Result<Table> readTableFile(const QString &path, const ReadOptions &options, Progress *progress)
{
    QFile file(path);
    // Devices and pipes have no size to compare with, and may never end.
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return tl::unexpected<Error>(unreadable(file));
    FileIdentity identity{path, {}, file.size(), QFileInfo(file).lastModified().toMSecsSinceEpoch()};
    if (identity.size > 2 * options.limits.textBytes) {
        Table table;
        table.file = identity;
        table.findings.append(intakeFinding("F15", {QCoreApplication::translate("intake", "file of %1 bytes").arg(identity.size)}));
        return table;
    }
    QByteArray bytes = file.readAll();
    if (bytes.size() != identity.size || file.error() != QFile::NoError)
        return tl::unexpected<Error>(unreadable(file));
    // The reading works on a copy of its own if it writes: both go at the same time.
    auto hash = std::async(std::launch::async, [bytes, progress] { return hashOf(bytes, progress); });
    Result<Table> table = readTable(std::move(bytes), options, progress);
    const auto sha256 = hash.get();
    if (!sha256)
        return tl::unexpected<Error>(sha256.error());
    identity.sha256 = *sha256;
    if (table)
        table->file = identity;
    return table;
}

Result<FileIdentity> identifyFile(const QString &path)
{
    if (QFileInfo(path).isDir()) {
        const auto folder = openContainer({path});
        if (!folder)
            return tl::unexpected<Error>(folder.error());
        return (*folder)->identity();
    }
    QFile file(path);
    // Devices and pipes have no size to compare with, and may never end.
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return tl::unexpected<Error>(unreadable(file));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!hash.addData(&file))
        return tl::unexpected<Error>(unreadable(file));
    return FileIdentity{path, QString::fromLatin1(hash.result().toHex()), file.size(),
                        QFileInfo(file).lastModified().toMSecsSinceEpoch()};
}

} // namespace certdesk
