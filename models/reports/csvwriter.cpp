// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/csvwriter.h"

#include "models/reports/writefailure.h"

namespace certdesk {

bool isPlainNumber(const QString &text)
{
    qsizetype i = text.startsWith(QLatin1Char('-')) ? 1 : 0;
    const qsizetype first = i;
    bool point = false;
    for (; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == QLatin1Char('.') && !point && i > first)
            point = true;
        else if (c < QLatin1Char('0') || c > QLatin1Char('9'))
            return false;
    }
    return i > first && !text.endsWith(QLatin1Char('.'));
}

bool looksLikeFormula(const QString &text)
{
    if (text.isEmpty())
        return false;
    static const QString starts = QStringLiteral("=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20");
    return starts.contains(text[0]);
}

CsvWriter::CsvWriter(const QString &path, const QVector<SheetColumn> &columns, Mark mark)
    : m_columns(columns), m_file(std::make_unique<OutputFile>(path)), m_device(&m_file->device())
{
    if (m_file->isOpen())
        start(mark);
    else
        m_failed = true;
}

CsvWriter::CsvWriter(QIODevice &device, const QVector<SheetColumn> &columns, Mark mark) : m_columns(columns), m_device(&device)
{
    start(mark);
}

CsvWriter::~CsvWriter() = default;

void CsvWriter::start(Mark mark)
{
    if (mark == Mark::ByteOrderMark)
        write(QByteArrayLiteral("\xEF\xBB\xBF"));
    QByteArray line;
    for (const SheetColumn &column : std::as_const(m_columns)) {
        if (!line.isEmpty())
            line.append(',');
        line.append(cell(Value(column.name), false));
    }
    write(line.append("\r\n"));
}

void CsvWriter::row(const QVector<Value> &cells)
{
    Q_ASSERT(cells.size() == m_columns.size());
    QByteArray line;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            line.append(',');
        line.append(cell(cells[i], m_columns[i].isNumber));
    }
    write(line.append("\r\n"));
}

QByteArray CsvWriter::cell(const Value &value, bool isNumberColumn)
{
    QString text = value.text();
    if (looksLikeFormula(text) && !(isNumberColumn && isPlainNumber(text)))
        text.prepend(QLatin1Char('\''));
    QByteArray bytes = text.toUtf8();
    const bool quote = bytes.contains(',') || bytes.contains('"') || bytes.contains('\n') || bytes.contains('\r') || bytes.startsWith(' ')
        || bytes.endsWith(' ');
    return quote ? '"' + bytes.replace("\"", "\"\"") + '"' : bytes;
}

void CsvWriter::write(const QByteArray &bytes)
{
    m_failed = m_failed || m_device->write(bytes) != bytes.size();
}

Done CsvWriter::finish()
{
    if (m_failed || (m_file && !m_file->finish()))
        return writeFailure();
    return {};
}

} // namespace certdesk
