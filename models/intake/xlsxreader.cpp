// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/xlsxreader.h"

#include <QCoreApplication>
#include <QXmlStreamReader>
#include <algorithm>
#include <orcus/zip_archive.hpp>
#include <orcus/zip_archive_stream.hpp>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("intake", text);
}

bool isOn(const QXmlStreamAttributes &attributes, const char *name)
{
    const auto value = attributes.value(QLatin1String(name));
    return value == QLatin1String("1") || value == QLatin1String("true");
}

QString attribute(const QXmlStreamReader &xml, const char *name)
{
    return xml.attributes().value(QLatin1String(name)).toString();
}

/// The letters of a string item: plain or rich text, without phonetic hints.
QByteArray readStringItem(QXmlStreamReader &xml)
{
    QString text;
    int depth = 1;
    bool phonetic = false;
    while (depth > 0 && !xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement()) {
            ++depth;
            phonetic = phonetic || xml.name() == QLatin1String("rPh");
            if (xml.name() == QLatin1String("t") && !phonetic) {
                text += xml.readElementText(QXmlStreamReader::IncludeChildElements);
                --depth;
            }
        } else if (xml.isEndElement()) {
            --depth;
            phonetic = phonetic && xml.name() != QLatin1String("rPh");
        }
    }
    return text.toUtf8();
}

} // namespace

class XlsxReader::Archive
{
public:
    explicit Archive(const QByteArray &bytes)
        : m_stream(reinterpret_cast<const uint8_t *>(bytes.constData()), static_cast<size_t>(bytes.size())), m_zip(&m_stream)
    {
    }
    bool load()
    {
        try {
            m_zip.load();
        } catch (const std::exception &) {
            return false;
        }
        return true;
    }
    QByteArray read(const QString &name) const
    {
        std::vector<unsigned char> buffer;
        try {
            m_zip.read_file_entry(name.toStdString(), buffer); // its answer differs between releases, the buffer does not
        } catch (const std::exception &) {
            return {};
        }
        while (!buffer.empty() && buffer.back() == 0)
            buffer.pop_back();
        return QByteArray(reinterpret_cast<const char *>(buffer.data()), static_cast<qsizetype>(buffer.size()));
    }

private:
    orcus::zip_archive_stream_blob m_stream;
    orcus::zip_archive m_zip;
};

/// Walks one sheet and appends its rows.
class XlsxReader::SheetParser
{
public:
    SheetParser(const XlsxReader &book, const QByteArray &xml) : m_book(book), m_xml(xml) {}

    void run(RawTable *table, IntakeFindings *findings)
    {
        while (!m_xml.atEnd() && m_problem.isEmpty()) {
            m_xml.readNext();
            if (!m_xml.isStartElement())
                continue;
            const auto name = m_xml.name();
            if (name == QLatin1String("row"))
                readRow(table);
            else if (name == QLatin1String("col") && isOn(m_xml.attributes(), "hidden"))
                m_hiddenColumns = true;
            else if (name == QLatin1String("mergeCell"))
                m_merged.append(attribute(m_xml, "ref"));
        }
        if (!m_problem.isEmpty())
            findings->append(intakeFinding("F15", {m_problem}));
        else if (m_xml.hasError())
            findings->append(intakeFinding("F02", {tr("damaged workbook")}));
        else if (!remarks().isEmpty())
            findings->append(intakeFinding("F17", {remarks().join(QStringLiteral(", "))}));
    }

private:
    QStringList remarks() const
    {
        QStringList remarks;
        if (!m_hiddenRows.isEmpty())
            remarks.append(tr("hidden rows %1").arg(few(m_hiddenRows)));
        if (m_hiddenColumns)
            remarks.append(tr("hidden columns"));
        if (!m_merged.isEmpty())
            remarks.append(tr("merged cells %1").arg(few(m_merged)));
        if (!m_withoutValue.isEmpty())
            remarks.append(tr("formulas without value in %1").arg(few(m_withoutValue)));
        return remarks;
    }
    /// The first ones by name, the others by number.
    static QString few(const QStringList &places)
    {
        constexpr qsizetype named = 5;
        const QString first = places.mid(0, named).join(QStringLiteral(", "));
        return places.size() <= named ? first : tr("%1 and %2 more").arg(first).arg(places.size() - named);
    }

    void readRow(RawTable *table)
    {
        bool ok = false;
        const int given = m_xml.attributes().value(QLatin1String("r")).toInt(&ok);
        m_row = ok && given > m_row ? given : m_row + 1;
        const bool hidden = isOn(m_xml.attributes(), "hidden");
        m_cells.clear();
        m_column = 0;
        while (!m_xml.atEnd() && m_problem.isEmpty()) {
            m_xml.readNext();
            if (m_xml.isEndElement() && m_xml.name() == QLatin1String("row"))
                break;
            if (m_xml.isStartElement() && m_xml.name() == QLatin1String("c"))
                readCell();
        }
        // Formatted but empty rows are no data.
        if (std::all_of(m_cells.cbegin(), m_cells.cend(), [](const QByteArray &cell) { return cell.isEmpty(); }))
            return;
        if (hidden)
            m_hiddenRows.append(QString::number(m_row));
        if (table->rowCount() > m_book.m_limits.rows)
            m_problem = tr("more than %1 rows").arg(m_book.m_limits.rows);
        table->appendRow(m_cells, static_cast<quint32>(m_row));
    }

    void placeCell(const QString &reference)
    {
        int column = 0;
        for (const QChar c : reference) {
            if (c.isUpper() && column < 100'000)
                column = column * 26 + (c.unicode() - 'A' + 1);
        }
        m_column = column > 0 ? column : m_column + 1;
    }

    void readCell()
    {
        const QString reference = attribute(m_xml, "r");
        placeCell(reference);
        const QString type = attribute(m_xml, "t");
        const auto style = static_cast<size_t>(m_xml.attributes().value(QLatin1String("s")).toUInt());
        QByteArray value;
        bool formula = false;
        bool hasValue = false;
        while (!m_xml.atEnd()) {
            m_xml.readNext();
            if (m_xml.isEndElement() && m_xml.name() == QLatin1String("c"))
                break;
            if (!m_xml.isStartElement())
                continue;
            if (m_xml.name() == QLatin1String("v")) {
                value = m_xml.readElementText().toUtf8();
                hasValue = true;
            } else if (m_xml.name() == QLatin1String("is")) {
                value = readStringItem(m_xml);
                hasValue = true;
            } else if (m_xml.name() == QLatin1String("f")) {
                formula = true;
                m_xml.skipCurrentElement();
            }
        }
        if (formula && !hasValue)
            m_withoutValue.append(reference);
        if (hasValue)
            store(shown(type, value, style));
    }

    QByteArray shown(const QString &type, const QByteArray &value, size_t style) const
    {
        if (type == QLatin1String("s")) {
            const auto index = static_cast<size_t>(value.toUInt());
            return !value.isEmpty() && index < m_book.m_strings.size() ? m_book.m_strings[index] : QByteArray();
        }
        if (type == QLatin1String("b"))
            return value == "1" ? "TRUE" : "FALSE";
        if (!type.isEmpty() && type != QLatin1String("n"))
            return value;
        bool ok = false;
        const double number = value.toDouble(&ok);
        if (!ok)
            return value;
        return displayNumber(number, style < m_book.m_formats.size() ? m_book.m_formats[style] : NumberFormat(), m_book.m_origin);
    }

    void store(const QByteArray &text)
    {
        if (m_column > m_book.m_limits.columns)
            m_problem = tr("more than %1 columns").arg(m_book.m_limits.columns);
        else if (text.size() > m_book.m_limits.cellBytes)
            m_problem = tr("cell of %1 bytes in row %2").arg(text.size()).arg(m_row);
        if (!m_problem.isEmpty())
            return;
        m_cells.resize(std::max(m_cells.size(), static_cast<size_t>(m_column)));
        m_cells[static_cast<size_t>(m_column) - 1] = text;
    }

    const XlsxReader &m_book;
    QXmlStreamReader m_xml;
    std::vector<QByteArray> m_cells;
    QString m_problem;
    int m_row = 0;
    int m_column = 0;
    QStringList m_hiddenRows;
    QStringList m_merged;
    QStringList m_withoutValue;
    bool m_hiddenColumns = false;
};

XlsxReader::XlsxReader(const QByteArray &bytes, const IntakeLimits &limits) : m_archive(std::make_unique<Archive>(bytes)), m_limits(limits) {}

XlsxReader::~XlsxReader() = default;

QByteArray XlsxReader::part(const QString &name) const
{
    return m_archive->read(name);
}

bool XlsxReader::open()
{
    if (!m_archive->load() || !readWorkbookPart() || !readStrings())
        return false;
    readStyles();
    return true;
}

bool XlsxReader::readWorkbookPart()
{
    QHash<QString, QString> targets;
    QXmlStreamReader relations(part(QStringLiteral("xl/_rels/workbook.xml.rels")));
    while (!relations.atEnd()) {
        relations.readNext();
        if (!relations.isStartElement() || relations.name() != QLatin1String("Relationship"))
            continue;
        QString target = attribute(relations, "Target");
        target = target.startsWith(QLatin1Char('/')) ? target.mid(1) : QStringLiteral("xl/") + target;
        targets.insert(attribute(relations, "Id"), target);
        const QString type = attribute(relations, "Type");
        if (type.endsWith(QLatin1String("/sharedStrings")))
            m_stringsPart = target;
        else if (type.endsWith(QLatin1String("/styles")))
            m_stylesPart = target;
    }
    QXmlStreamReader book(part(QStringLiteral("xl/workbook.xml")));
    while (!book.atEnd()) {
        book.readNext();
        if (!book.isStartElement())
            continue;
        if (book.name() == QLatin1String("workbookPr") && isOn(book.attributes(), "date1904"))
            m_origin = QDate(1904, 1, 1);
        if (book.name() != QLatin1String("sheet"))
            continue;
        QString id;
        for (const QXmlStreamAttribute &candidate : book.attributes()) {
            if (candidate.name() == QLatin1String("id") && !candidate.namespaceUri().isEmpty())
                id = candidate.value().toString();
        }
        m_sheets.append({attribute(book, "name"), targets.value(id)});
    }
    return !book.hasError() && !m_sheets.isEmpty();
}

bool XlsxReader::readStrings()
{
    if (m_stringsPart.isEmpty())
        return true;
    QXmlStreamReader xml(part(m_stringsPart));
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == QLatin1String("si"))
            m_strings.push_back(readStringItem(xml));
    }
    return !xml.hasError();
}

void XlsxReader::readStyles()
{
    QHash<int, std::string> codes;
    QXmlStreamReader xml(part(m_stylesPart));
    bool cellFormats = false;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.name() == QLatin1String("cellXfs"))
            cellFormats = xml.isStartElement();
        if (!xml.isStartElement())
            continue;
        const int identifier = xml.attributes().value(QLatin1String("numFmtId")).toInt();
        if (xml.name() == QLatin1String("numFmt"))
            codes.insert(identifier, attribute(xml, "formatCode").toStdString());
        else if (xml.name() == QLatin1String("xf") && cellFormats)
            m_formats.push_back({identifier, codes.value(identifier)});
    }
}

QStringList XlsxReader::sheetNames() const
{
    QStringList names;
    for (const Sheet &sheet : m_sheets)
        names.append(sheet.name);
    return names;
}

bool XlsxReader::hasCells(int sheet) const
{
    const QByteArray xml = part(m_sheets[sheet].part);
    return xml.contains("<v>") || xml.contains("<is>") || xml.contains(":v>") || xml.contains(":is>");
}

RawTable XlsxReader::readSheet(int sheet, IntakeFindings *findings) const
{
    RawTable table;
    SheetParser(*this, part(m_sheets[sheet].part)).run(&table, findings);
    return table;
}

} // namespace certdesk
