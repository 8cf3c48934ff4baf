// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/intake/planning/identifierreader.h"

#include <memory>

namespace certdesk {

/// Cells to typed values, with the findings C01 to C15 and R02, R03, R06. What a column as a whole proves (date order, the
/// shape of an identifier) is settled once, before the first row.
class SourceRowReader
{
public:
    SourceRowReader(const Table &table, const Mapping &mapping, const ImportKind &kind, const ImportOptions &options, const PresentData &present);

    void read(RowInput &row);
    /// Findings about columns: C04, C09, C15. Call after the last row.
    IntakeFindings columnFindings() const;

private:
    struct Column
    {
        int field = 0;
        int column = 0;
        int maxLength = 0;
        DateOrder order = DateOrder::Unknown;
        bool undecided = false;
        QString evidence; ///< of an undecided order
        QString codes; ///< its list of words; empty: any text
        std::shared_ptr<IdentifierReader> identifiers;
        int trimmed = 0;
        int cleaned = 0;
    };
    void readDefaults();
    void judgeColumns();
    QString dateEvidence(const Column &column) const;
    void readCell(RowInput &row, Column &column);
    void readIdentifier(RowInput &row, const Column &column, const QString &text) const;
    void readDay(RowInput &row, const Column &column, std::string_view cell, const QString &text) const;
    void readCoded(RowInput &row, const Column &column, const QString &text) const;
    void readGrade(RowInput &row, const Column &column, const QString &text) const;
    void readText(RowInput &row, const Column &column, QString text) const;
    void checkWidth(RowInput &row) const;
    void checkRequired(RowInput &row) const;
    void splitFullName(RowInput &row) const;
    void setIfEmpty(RowInput &row, const char *name, const QString &text) const;

    const Table &m_table;
    const ImportKind &m_kind;
    const ImportOptions &m_options;
    QVector<Column> m_columns;
    QVector<QPair<int, Value>> m_defaults; ///< of fields that a row leaves empty
    QVector<QVector<int>> m_required; ///< field indexes of ImportKind::required
    int m_fullName;
    int m_gradeShift = 0; ///< grades of the recognized source stand this much higher
};

} // namespace certdesk
