// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/delimited.h"

#include <QCoreApplication>
#include <cstring>

namespace certdesk {

namespace {

/// One pass over the text; reads behind, writes in front, never past the reading position.
class DelimitedParser
{
public:
    DelimitedParser(QByteArray &buffer, const Delimiting &delimiting, const IntakeLimits &limits, DelimitedTable &out)
        : m_data(buffer.data()), m_size(buffer.size()), m_how(delimiting), m_limits(limits), m_out(out)
    {
        m_stops[static_cast<uchar>(delimiting.delimiter)] = true;
        m_stops[static_cast<uchar>('\n')] = true;
        m_stops[static_cast<uchar>('\r')] = true;
    }

    /// False when the work was cancelled.
    bool run(Progress *progress)
    {
        qint64 nextReport = 0;
        while (m_read < m_size && m_out.findings.isEmpty()) {
            m_rowLine = m_line;
            readRecord();
            if (m_read >= nextReport && progress) {
                if (progress->isCancelled())
                    return false;
                progress->report(QCoreApplication::translate("intake", "Reading"), m_read, m_size);
                nextReport = m_read + (1 << 22);
            }
        }
        m_out.mixedLineEnds = (m_lf > 0) + (m_cr > 0) + (m_crlf > 0) > 1;
        return true;
    }
    qint64 written() const { return m_write; }

private:
    char at(qint64 i) const { return i < m_size ? m_data[i] : '\0'; }
    bool atCellEnd(qint64 i) const { return i >= m_size || m_stops[static_cast<uchar>(m_data[i])]; }

    void readRecord()
    {
        for (;;) {
            const qint64 start = m_write;
            readCell();
            if (m_write - start > m_limits.cellBytes)
                return limit(QCoreApplication::translate("intake", "cell of %1 bytes in row %2").arg(m_write - start).arg(m_rowLine));
            m_out.table.endCell(static_cast<quint32>(m_write));
            if (m_read < m_size && m_data[m_read] == m_how.delimiter) {
                ++m_read;
                continue;
            }
            break;
        }
        if (static_cast<int>(m_out.table.openCells()) > m_limits.columns)
            return limit(QCoreApplication::translate("intake", "%1 columns in row %2").arg(m_out.table.openCells()).arg(m_rowLine));
        m_out.table.endRow(m_rowLine);
        readLineEnd();
        if (m_out.table.rowCount() > m_limits.rows + 1000)
            limit(QCoreApplication::translate("intake", "more than %1 rows").arg(m_limits.rows));
    }

    void readLineEnd()
    {
        if (m_read >= m_size)
            return;
        ++m_line;
        if (m_data[m_read] == '\n') {
            ++m_lf;
            ++m_read;
        } else if (at(m_read + 1) == '\n') {
            ++m_crlf;
            m_read += 2;
        } else {
            ++m_cr;
            ++m_read;
        }
    }

    void readCell()
    {
        if (m_how.quote) {
            qint64 i = m_read;
            while (i < m_size && (m_data[i] == ' ' || (m_data[i] == '\t' && m_how.delimiter != '\t')) && m_how.delimiter != ' ')
                ++i;
            if (i < m_size && m_data[i] == m_how.quote && (!m_how.closeQuotes || closesSomewhere(i + 1))) {
                m_read = i + 1;
                readQuoted();
                return;
            }
        }
        readPlain();
    }

    void readPlain()
    {
        const qint64 from = m_read;
        while (m_read < m_size && !m_stops[static_cast<uchar>(m_data[m_read])])
            ++m_read;
        write(from, m_read);
    }

    void readQuoted()
    {
        qint64 from = m_read;
        while (m_read < m_size) {
            const char c = m_data[m_read];
            if (c == '\n' || (c == '\r' && at(m_read + 1) != '\n'))
                ++m_line;
            if (m_how.backslash && c == '\\' && at(m_read + 1) == m_how.quote) {
                write(from, m_read);
                from = m_read + 1;
                m_read += 2;
                continue;
            }
            if (c != m_how.quote) {
                ++m_read;
                continue;
            }
            if (at(m_read + 1) == m_how.quote) {
                write(from, m_read + 1);
                m_read += 2;
                from = m_read;
                continue;
            }
            if (closes(from))
                return;
            ++m_read; // a stray quote: kept as it is
        }
        m_out.findings.append(intakeFinding("F10", {QString::number(m_rowLine)}));
        m_out.findings.last().row = static_cast<int>(m_rowLine);
    }

    /// The quote at the reading position ends the cell when a delimiter or line end follows. A stray one (`"5" disk"`) does not,
    /// as long as the real end stands on the same line; otherwise the cell ends here and the rest is taken as it is.
    bool closes(qint64 from)
    {
        qint64 after = m_read + 1;
        while (after < m_size && m_data[after] == ' ' && m_how.delimiter != ' ')
            ++after;
        if (atCellEnd(after)) {
            write(from, m_read);
            m_read = after;
            return true;
        }
        for (qint64 i = after; i < m_size && m_data[i] != '\n' && m_data[i] != '\r'; ++i) {
            if (m_data[i] == m_how.quote && atCellEnd(i + 1))
                return false;
        }
        write(from, m_read);
        ++m_read;
        readPlain();
        return true;
    }

    bool closesSomewhere(qint64 i) const
    {
        for (; i < m_size; ++i) {
            if (m_data[i] != m_how.quote)
                continue;
            if (at(i + 1) == m_how.quote)
                ++i;
            else if (atCellEnd(i + 1))
                return true;
        }
        return false;
    }

    void write(qint64 from, qint64 to)
    {
        if (m_write != from)
            std::memmove(m_data + m_write, m_data + from, static_cast<size_t>(to - from));
        m_write += to - from;
    }

    void limit(const QString &what) { m_out.findings.append(intakeFinding("F15", {what})); }

    char *m_data;
    qint64 m_size;
    Delimiting m_how;
    IntakeLimits m_limits;
    DelimitedTable &m_out;
    bool m_stops[256] = {};
    qint64 m_read = 0;
    qint64 m_write = 0;
    quint32 m_line = 1;
    quint32 m_rowLine = 1;
    qint64 m_lf = 0;
    qint64 m_cr = 0;
    qint64 m_crlf = 0;
};

} // namespace

Result<DelimitedTable> parseDelimited(QByteArray utf8, const Delimiting &delimiting, const IntakeLimits &limits, Progress *progress)
{
    DelimitedTable out;
    if (utf8.size() > limits.textBytes) {
        out.findings.append(intakeFinding("F15", {QCoreApplication::translate("intake", "file of %1 bytes").arg(utf8.size())}));
        return out;
    }
    // Cells are counted generously at first: growing a vector of 40 million offsets would hold it twice for a moment.
    const qint64 delimiters = std::count(utf8.cbegin(), utf8.cend(), delimiting.delimiter);
    const qint64 lines = std::count(utf8.cbegin(), utf8.cend(), '\n');
    out.table.reserve(static_cast<size_t>(lines + 2), static_cast<size_t>(delimiters + lines + 2));

    const bool endsWithLineEnd = utf8.endsWith('\n') || utf8.endsWith('\r');
    DelimitedParser parser(utf8, delimiting, limits, out);
    if (!parser.run(progress))
        return Progress::cancelledError();
    out.endsWithLineEnd = endsWithLineEnd;
    if (out.mixedLineEnds)
        out.findings.append(intakeFinding("F06"));
    if (!delimiting.certain)
        out.findings.append(intakeFinding("F05", {delimiterName(delimiting.delimiter), delimiterName(delimiting.other)}));
    utf8.truncate(parser.written());
    out.table.setArena(std::move(utf8));
    out.table.squeeze();
    return out;
}

QString delimiterName(char delimiter)
{
    switch (delimiter) {
    case 0:
        return QCoreApplication::translate("intake", "none (one column)");
    case '\t':
        return QStringLiteral("tab");
    case ' ':
        return QStringLiteral("space");
    default:
        return QString(QLatin1Char(delimiter));
    }
}

} // namespace certdesk
