// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/xlsxwriter.h"

#include "models/reports/outputfile.h"
#include "models/reports/writefailure.h"

#include <QFile>
#include <xlsxwriter.h>

namespace certdesk {

namespace {
constexpr quint32 rowsASheet = 1048576;
constexpr int longestCell = 32767;
} // namespace

XlsxWriter::XlsxWriter(const QString &path) : m_path(path)
{
    QByteArray folder = QFile::encodeName(m_folder.path());
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = folder.data();
    m_book = workbook_new_opt(QFile::encodeName(m_folder.filePath(QStringLiteral("book.xlsx"))).constData(), &options);
    m_failed = !m_folder.isValid() || !m_book;
    if (m_book) {
        m_bold = workbook_add_format(m_book);
        format_set_bold(m_bold);
        m_text = workbook_add_format(m_book);
        format_set_num_format(m_text, "@");
    }
}

XlsxWriter::~XlsxWriter()
{
    if (m_book)
        workbook_close(m_book);
}

QString XlsxWriter::freeName(const QString &wanted) const
{
    QString base = wanted;
    for (QChar &c : base) {
        if (QStringLiteral("[]:*?/\\'").contains(c))
            c = QLatin1Char(' ');
    }
    base = base.trimmed().isEmpty() ? QStringLiteral("Sheet") : base.trimmed();
    QString name = base.left(31);
    for (int i = 2; m_names.contains(name, Qt::CaseInsensitive); ++i) {
        const QString suffix = QStringLiteral(" (%1)").arg(i);
        name = base.left(31 - suffix.size()) + suffix;
    }
    return name;
}

void XlsxWriter::setCreated(qint64 seconds)
{
    if (!m_book)
        return;
    lxw_doc_properties properties{};
    properties.created = static_cast<time_t>(seconds);
    workbook_set_properties(m_book, &properties);
}

void XlsxWriter::sheet(const QString &name, const QVector<SheetColumn> &columns)
{
    m_name = name;
    m_columns = columns;
    header();
}

void XlsxWriter::header()
{
    if (m_failed)
        return;
    const QString name = freeName(m_name);
    m_names.append(name);
    m_sheet = workbook_add_worksheet(m_book, name.toUtf8().constData());
    m_failed = !m_sheet;
    if (m_failed)
        return;
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        const auto column = static_cast<lxw_col_t>(i);
        worksheet_set_column(m_sheet, column, column, std::max(10.0, static_cast<double>(m_columns[i].name.size()) + 2.0), nullptr);
        worksheet_write_string(m_sheet, 0, column, m_columns[i].name.toUtf8().constData(), m_bold);
    }
    worksheet_freeze_panes(m_sheet, 1, 0);
    m_row = 1;
}

void XlsxWriter::row(const QVector<Value> &cells)
{
    Q_ASSERT(cells.size() == m_columns.size());
    if (m_row == rowsASheet)
        header();
    if (m_failed)
        return;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const auto column = static_cast<lxw_col_t>(i);
        const Value &cell = cells[i];
        const QString text = cell.text();
        lxw_error done = LXW_NO_ERROR;
        if (m_columns[i].isNumber && (cell.isInteger() || cell.isReal() || isPlainNumber(text)))
            done = worksheet_write_number(m_sheet, m_row, column, text.toDouble(), nullptr);
        else if (!text.isEmpty())
            done = worksheet_write_string(m_sheet, m_row, column, text.left(longestCell).toUtf8().constData(), m_text);
        m_failed = m_failed || done != LXW_NO_ERROR;
    }
    ++m_row;
}

Done XlsxWriter::finish()
{
    if (m_book) {
        if (m_names.isEmpty())
            sheet(QStringLiteral("Sheet"), {});
        const lxw_error closed = workbook_close(m_book);
        m_book = nullptr;
        m_failed = m_failed || closed != LXW_NO_ERROR;
    }
    QFile built(m_folder.filePath(QStringLiteral("book.xlsx")));
    OutputFile file(m_path);
    if (m_failed || !built.open(QIODevice::ReadOnly) || !file.isOpen())
        return writeFailure();
    while (!built.atEnd()) {
        const QByteArray part = built.read(1 << 20);
        if (part.isEmpty() || file.device().write(part) != part.size())
            return writeFailure();
    }
    return file.finish();
}

} // namespace certdesk
