// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/intake/rawtable.h"

#include <QSet>
#include <QStringList>
#include <memory>
#include <orcus/spreadsheet/import_interface.hpp>
#include <orcus/spreadsheet/shared_strings.hpp>
#include <orcus/spreadsheet/styles.hpp>
#include <orcus/string_pool.hpp>
#include <string>
#include <vector>

namespace certdesk {

/// What all sheets of a workbook share.
struct WorkbookContext
{
    std::vector<std::string> strings;
    orcus::string_pool pool;
    orcus::spreadsheet::styles styles;
    IntakeLimits limits;
};

/// Receives the cells of one sheet from liborcus and keeps them as text.
class SheetSink : public orcus::spreadsheet::iface::import_sheet,
                  public orcus::spreadsheet::iface::import_sheet_properties,
                  public orcus::spreadsheet::iface::import_formula
{
public:
    SheetSink(WorkbookContext &context, QString name) : m_context(context), m_name(std::move(name)) {}

    const QString &name() const { return m_name; }
    bool isEmpty() const { return m_cells.empty(); }
    QStringList remarks() const;
    const QString &limitProblem() const { return m_limitProblem; }
    RawTable toTable() const;

    using row_t = orcus::spreadsheet::row_t;
    using col_t = orcus::spreadsheet::col_t;
    orcus::spreadsheet::iface::import_sheet_properties *get_sheet_properties() override { return this; }
    orcus::spreadsheet::iface::import_formula *get_formula() override { return this; }
    void set_auto(row_t row, col_t col, std::string_view s) override { put(row, col, QByteArray(s.data(), static_cast<qsizetype>(s.size()))); }
    void set_string(row_t row, col_t col, orcus::spreadsheet::string_id_t index) override;
    void set_value(row_t row, col_t col, double value) override;
    void set_bool(row_t row, col_t col, bool value) override { put(row, col, value ? "TRUE" : "FALSE"); }
    void set_date_time(row_t row, col_t col, int year, int month, int day, int hour, int minute, double second) override;
    void set_format(row_t, col_t, size_t) override {}
    void set_format(row_t, col_t, row_t, col_t, size_t) override {}
    void fill_down_cells(row_t row, col_t col, row_t count) override;
    orcus::spreadsheet::range_size_t get_sheet_size() const override { return {1048576, 16384}; }

    void set_column_width(col_t, double, orcus::length_unit_t) override {}
    void set_column_hidden(col_t, bool hidden) override { m_hidden |= hidden; }
    void set_row_height(row_t, double, orcus::length_unit_t) override {}
    void set_row_hidden(row_t, bool hidden) override { m_hidden |= hidden; }
    void set_merge_cell_range(const orcus::spreadsheet::range_t &) override { m_merged = true; }

    void set_position(row_t row, col_t col) override;
    void set_formula(orcus::spreadsheet::formula_grammar_t, std::string_view) override {}
    void set_shared_formula_index(size_t) override {}
    void set_result_string(std::string_view value) override { m_formulaText = QByteArray(value.data(), static_cast<qsizetype>(value.size())); }
    void set_result_value(double value) override { m_formulaValue = value; m_formulaIsNumber = true; }
    void set_result_bool(bool value) override { m_formulaText = value ? "TRUE" : "FALSE"; }
    void set_result_empty() override {}
    void commit() override;

private:
    struct Cell
    {
        qint32 row;
        qint32 column;
        quint32 begin;
        quint32 length;
    };
    void put(row_t row, col_t col, const QByteArray &text);

    WorkbookContext &m_context;
    QString m_name;
    QByteArray m_text;
    std::vector<Cell> m_cells;
    row_t m_formulaRow = 0;
    col_t m_formulaColumn = 0;
    QByteArray m_formulaText;
    double m_formulaValue = 0;
    bool m_formulaIsNumber = false;
    int m_formulasWithoutValue = 0;
    bool m_hidden = false;
    bool m_merged = false;
    QString m_limitProblem;
};

/// The workbook as liborcus wants to see it: hands out sheets, strings, formats.
class SheetSinkFactory : public orcus::spreadsheet::iface::import_factory, public orcus::spreadsheet::iface::import_global_settings
{
public:
    explicit SheetSinkFactory(const IntakeLimits &limits);
    ~SheetSinkFactory() override;

    const std::vector<std::unique_ptr<SheetSink>> &sheets() const { return m_sheets; }

    orcus::spreadsheet::iface::import_global_settings *get_global_settings() override { return this; }
    orcus::spreadsheet::iface::import_shared_strings *get_shared_strings() override;
    orcus::spreadsheet::iface::import_styles *get_styles() override;
    orcus::spreadsheet::iface::import_sheet *append_sheet(orcus::spreadsheet::sheet_t index, std::string_view name) override;
    orcus::spreadsheet::iface::import_sheet *get_sheet(std::string_view name) override;
    orcus::spreadsheet::iface::import_sheet *get_sheet(orcus::spreadsheet::sheet_t index) override;
    orcus::spreadsheet::iface::import_reference_resolver *get_reference_resolver(orcus::spreadsheet::formula_ref_context_t) override;
    void finalize() override {}

    void set_origin_date(int, int, int) override {} // OpenDocument writes whole dates
    void set_default_formula_grammar(orcus::spreadsheet::formula_grammar_t grammar) override { m_grammar = grammar; }
    orcus::spreadsheet::formula_grammar_t get_default_formula_grammar() const override { return m_grammar; }
    void set_character_set(orcus::character_set_t) override {}

private:
    class Strings;
    class Addresses;
    WorkbookContext m_context;
    std::unique_ptr<Strings> m_strings;
    std::unique_ptr<Addresses> m_addresses;
    std::unique_ptr<orcus::spreadsheet::iface::import_styles> m_styles;
    std::vector<std::unique_ptr<SheetSink>> m_sheets;
    orcus::spreadsheet::formula_grammar_t m_grammar = orcus::spreadsheet::formula_grammar_t::unknown;
};

} // namespace certdesk
