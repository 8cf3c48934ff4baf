// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/workbook.h"

#include "models/intake/package/container.h"
#include "models/intake/sheetsink.h"
#include "models/intake/xlsxreader.h"

#include <QCoreApplication>
#include <orcus/orcus_ods.hpp>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("intake", text);
}

/// What the reader throws on a damaged file becomes false.
bool runOdsReader(const QByteArray &bytes, SheetSinkFactory &factory)
{
    try {
        orcus::orcus_ods reader(&factory);
        reader.read_stream(std::string_view(bytes.constData(), static_cast<size_t>(bytes.size())));
    } catch (const std::exception &) {
        return false;
    }
    return true;
}

/// Index of the sheet to read, or -1.
int chooseSheet(const QVector<bool> &filled, const QString &wanted, WorkbookTable *out)
{
    if (!wanted.isEmpty()) {
        for (int i = 0; i < out->sheets.size(); ++i) {
            if (out->sheets[i].compare(wanted, Qt::CaseInsensitive) == 0)
                return i;
        }
        out->findings.append(noSuchSheet(wanted, static_cast<int>(out->sheets.size())));
        return -1;
    }
    const auto count = filled.count(true);
    if (count > 1)
        out->findings.append(intakeFinding("F11", {QString::number(count)}));
    return static_cast<int>(filled.indexOf(true));
}

void readOds(const QByteArray &bytes, const QString &sheetName, const IntakeLimits &limits, WorkbookTable *out)
{
    SheetSinkFactory factory(limits);
    if (!runOdsReader(bytes, factory)) {
        out->findings.append(intakeFinding("F02", {tr("damaged workbook")}));
        return;
    }
    QVector<bool> filled;
    for (const auto &sheet : factory.sheets()) {
        out->sheets.append(sheet->name());
        filled.append(!sheet->isEmpty());
    }
    const int index = chooseSheet(filled, sheetName, out);
    if (index < 0)
        return;
    const SheetSink &sheet = *factory.sheets()[static_cast<size_t>(index)];
    out->sheet = sheet.name();
    if (!sheet.limitProblem().isEmpty())
        out->findings.append(intakeFinding("F15", {sheet.limitProblem()}));
    else if (!sheet.remarks().isEmpty())
        out->findings.append(intakeFinding("F17", {sheet.remarks().join(QStringLiteral(", "))}));
    out->table = sheet.toTable();
}

void readXlsx(const QByteArray &bytes, const QString &sheetName, const IntakeLimits &limits, WorkbookTable *out)
{
    XlsxReader reader(bytes, limits);
    if (!reader.open()) {
        out->findings.append(intakeFinding("F02", {tr("damaged workbook")}));
        return;
    }
    out->sheets = reader.sheetNames();
    QVector<bool> filled;
    for (int i = 0; i < out->sheets.size(); ++i)
        filled.append(reader.hasCells(i));
    const int index = chooseSheet(filled, sheetName, out);
    if (index < 0)
        return;
    out->sheet = out->sheets[index];
    out->table = reader.readSheet(index, &out->findings);
}

} // namespace

IntakeFinding noSuchSheet(const QString &name, int count)
{
    IntakeFinding missing = intakeFinding("F11", IntakeSeverity::Error, {QString::number(count)});
    missing.message = tr("There is no sheet \"%1\"").arg(name);
    return missing;
}

WorkbookTable readWorkbook(const QByteArray &bytes, SourceType type, const QString &sheetName, const IntakeLimits &limits)
{
    WorkbookTable out;
    out.findings = checkZip(listZip(bytes));
    if (hasError(out.findings))
        return out;
    if (type == SourceType::Ods && openZip(bytes)->read(QStringLiteral("META-INF/manifest.xml")).value_or(QByteArray()).contains("encryption-data")) {
        out.findings.append(protectedWorkbook());
        return out;
    }
    if (type == SourceType::Ods)
        readOds(bytes, sheetName, limits, &out);
    else
        readXlsx(bytes, sheetName, limits, &out);
    return out;
}

} // namespace certdesk
