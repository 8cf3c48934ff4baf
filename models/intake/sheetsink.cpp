// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/sheetsink.h"

#include "models/intake/celldisplay.h"

#include <QCoreApplication>
#include <algorithm>
#include <orcus/spreadsheet/factory.hpp>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("intake", text);
}

} // namespace

void SheetSink::put(row_t row, col_t col, const QByteArray &text)
{
    if (row < 0 || col < 0)
        return;
    if (row >= m_context.limits.rows)
        m_limitProblem = tr("more than %1 rows").arg(m_context.limits.rows);
    if (col >= m_context.limits.columns)
        m_limitProblem = tr("more than %1 columns").arg(m_context.limits.columns);
    if (text.size() > m_context.limits.cellBytes)
        m_limitProblem = tr("cell of %1 bytes in row %2").arg(text.size()).arg(row + 1);
    if (!m_limitProblem.isEmpty())
        return;
    m_cells.push_back({row, col, static_cast<quint32>(m_text.size()), static_cast<quint32>(text.size())});
    m_text.append(text);
}

void SheetSink::set_string(row_t row, col_t col, orcus::spreadsheet::string_id_t index)
{
    if (index >= m_context.strings.size())
        return;
    const std::string &text = m_context.strings[index];
    put(row, col, QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size())));
}

void SheetSink::set_value(row_t row, col_t col, double value)
{
    put(row, col, displayNumber(value, {}, QDate()));
}

void SheetSink::set_date_time(row_t row, col_t col, int year, int month, int day, int hour, int minute, double second)
{
    const QDate date(year, month, day);
    QString text = date.toString(Qt::ISODate);
    if (hour || minute || second > 0)
        text += QTime(hour, minute, static_cast<int>(second)).toString(QStringLiteral("'T'HH:mm:ss"));
    put(row, col, text.toLatin1());
}

void SheetSink::fill_down_cells(row_t row, col_t col, row_t count)
{
    for (size_t i = m_cells.size(); i-- > 0;) {
        if (m_cells[i].row != row || m_cells[i].column != col)
            continue;
        const Cell source = m_cells[i];
        for (row_t k = 1; k <= count && m_limitProblem.isEmpty(); ++k)
            put(row + k, col, m_text.mid(source.begin, source.length));
        return;
    }
}

void SheetSink::set_position(row_t row, col_t col)
{
    m_formulaRow = row;
    m_formulaColumn = col;
    m_formulaText.clear();
    m_formulaIsNumber = false;
}

void SheetSink::commit()
{
    if (m_formulaIsNumber)
        set_value(m_formulaRow, m_formulaColumn, m_formulaValue);
    else if (!m_formulaText.isEmpty())
        put(m_formulaRow, m_formulaColumn, m_formulaText);
    else
        ++m_formulasWithoutValue;
}

QStringList SheetSink::remarks() const
{
    QStringList remarks;
    if (m_hidden)
        remarks.append(tr("hidden rows or columns"));
    if (m_merged)
        remarks.append(tr("merged cells"));
    if (m_formulasWithoutValue > 0)
        remarks.append(tr("%1 formulas without value").arg(m_formulasWithoutValue));
    return remarks;
}

RawTable SheetSink::toTable() const
{
    std::vector<Cell> cells = m_cells;
    const auto before = [](const Cell &a, const Cell &b) { return a.row != b.row ? a.row < b.row : a.column < b.column; };
    if (!std::is_sorted(cells.begin(), cells.end(), before))
        std::stable_sort(cells.begin(), cells.end(), before);
    RawTable table;
    std::vector<QByteArray> row;
    for (size_t i = 0; i < cells.size();) {
        const qint32 current = cells[i].row;
        row.clear();
        for (; i < cells.size() && cells[i].row == current; ++i) {
            row.resize(std::max(row.size(), static_cast<size_t>(cells[i].column) + 1));
            row[static_cast<size_t>(cells[i].column)] = QByteArray::fromRawData(m_text.constData() + cells[i].begin,
                                                                                static_cast<qsizetype>(cells[i].length));
        }
        table.appendRow(row, static_cast<quint32>(current) + 1);
    }
    return table;
}

/// Rich text is joined from its segments; only the letters matter here.
class SheetSinkFactory::Strings : public orcus::spreadsheet::iface::import_shared_strings
{
public:
    explicit Strings(std::vector<std::string> &strings) : m_strings(strings) {}
    size_t append(std::string_view s) override
    {
        m_strings.emplace_back(s);
        return m_strings.size() - 1;
    }
    size_t add(std::string_view s) override { return append(s); }
    void set_segment_font(size_t) override {}
    void set_segment_bold(bool) override {}
    void set_segment_italic(bool) override {}
    void set_segment_font_name(std::string_view) override {}
    void set_segment_font_size(double) override {}
    void set_segment_font_color(orcus::spreadsheet::color_elem_t, orcus::spreadsheet::color_elem_t, orcus::spreadsheet::color_elem_t,
                                orcus::spreadsheet::color_elem_t) override {}
    void append_segment(std::string_view s) override { m_segments.append(s); }
    size_t commit_segments() override
    {
        m_strings.push_back(m_segments);
        m_segments.clear();
        return m_strings.size() - 1;
    }

private:
    std::vector<std::string> &m_strings;
    std::string m_segments;
};

/// "B12" and "A1:C3" as positions counted from 0; sheet names and $ are passed over.
class SheetSinkFactory::Addresses : public orcus::spreadsheet::iface::import_reference_resolver
{
public:
    orcus::spreadsheet::src_address_t resolve_address(std::string_view text) override
    {
        const size_t sheetEnd = text.rfind('!');
        if (sheetEnd != std::string_view::npos)
            text.remove_prefix(sheetEnd + 1);
        orcus::spreadsheet::src_address_t address{0, 0, 0};
        for (const char c : text) {
            if (c >= 'A' && c <= 'Z' && address.column < 1'000'000)
                address.column = address.column * 26 + (c - 'A' + 1);
            else if (c >= '0' && c <= '9' && address.row < 100'000'000)
                address.row = address.row * 10 + (c - '0');
        }
        --address.column;
        --address.row;
        return address;
    }
    orcus::spreadsheet::src_range_t resolve_range(std::string_view text) override
    {
        const size_t colon = text.find(':');
        const auto first = resolve_address(text.substr(0, colon));
        return {first, colon == std::string_view::npos ? first : resolve_address(text.substr(colon + 1))};
    }
};

SheetSinkFactory::SheetSinkFactory(const IntakeLimits &limits)
{
    m_addresses = std::make_unique<Addresses>();
    m_context.limits = limits;
    m_strings = std::make_unique<Strings>(m_context.strings);
    m_styles = std::make_unique<orcus::spreadsheet::import_styles>(m_context.styles, m_context.pool);
}

SheetSinkFactory::~SheetSinkFactory() = default;

orcus::spreadsheet::iface::import_shared_strings *SheetSinkFactory::get_shared_strings()
{
    return m_strings.get();
}

orcus::spreadsheet::iface::import_styles *SheetSinkFactory::get_styles()
{
    return m_styles.get();
}

orcus::spreadsheet::iface::import_reference_resolver *
SheetSinkFactory::get_reference_resolver(orcus::spreadsheet::formula_ref_context_t)
{
    return m_addresses.get();
}

orcus::spreadsheet::iface::import_sheet *SheetSinkFactory::append_sheet(orcus::spreadsheet::sheet_t, std::string_view name)
{
    m_sheets.push_back(std::make_unique<SheetSink>(m_context, QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()))));
    return m_sheets.back().get();
}

orcus::spreadsheet::iface::import_sheet *SheetSinkFactory::get_sheet(std::string_view name)
{
    const QString wanted = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    for (const auto &sheet : m_sheets) {
        if (sheet->name() == wanted)
            return sheet.get();
    }
    return nullptr;
}

orcus::spreadsheet::iface::import_sheet *SheetSinkFactory::get_sheet(orcus::spreadsheet::sheet_t index)
{
    return index >= 0 && static_cast<size_t>(index) < m_sheets.size() ? m_sheets[static_cast<size_t>(index)].get() : nullptr;
}

} // namespace certdesk
