// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/planning/entityplanner.h"
#include "models/intake/planning/sourcerowreader.h"

#include <QCoreApplication>

namespace certdesk {

namespace {

/// Recognises rows that say the same as an earlier one in all columns that are used (R04).
class RepeatedRows
{
public:
    RepeatedRows(const Table &table, const Mapping &mapping) : m_table(table)
    {
        for (const int column : mapping.columnOfField) {
            if (column >= 0)
                m_columns.append(column);
        }
        m_first.reserve(table.rowCount());
    }

    /// Index of the earlier row, or -1.
    int earlier(int row)
    {
        size_t hash = 0;
        for (const int column : m_columns)
            hash = hash * 1099511628211ULL + std::hash<std::string_view>()(m_table.cell(row, column));
        const auto found = m_first.constFind(hash);
        if (found == m_first.constEnd()) {
            m_first.insert(hash, row);
            return -1;
        }
        for (const int column : m_columns) {
            if (m_table.cell(row, column) != m_table.cell(*found, column))
                return -1;
        }
        return *found;
    }

private:
    const Table &m_table;
    QVector<int> m_columns;
    QHash<size_t, int> m_first;
};

class ImportPlanner
{
public:
    ImportPlanner(const Table &table, const Mapping &mapping, const ImportKind &kind, const ImportOptions &options,
                  const PresentData &present, ImportPlan &plan)
        : m_table(table), m_mapping(mapping), m_options(options), m_plan(plan), m_writer(plan), m_repeated(table, mapping),
          m_reader(table, mapping, kind, options, present), m_input(kind, options),
          m_planner(makeEntityPlanner({table, mapping, kind, options, present, m_writer}))
    {
    }

    IntakeFindings prerequisites() const { return m_planner->prerequisites(); }

    bool run(Progress *progress)
    {
        const QString phase = QCoreApplication::translate("intake", "Comparing");
        m_plan.rows.reserve(m_table.rowCount());
        for (int row = 0; row < m_table.rowCount(); ++row) {
            if (progress && row % 1024 == 0) {
                if (progress->isCancelled())
                    return false;
                progress->report(phase, row, m_table.rowCount());
            }
            planRow(row);
        }
        m_plan.fileFindings += m_reader.columnFindings();
        return true;
    }

private:
    void planRow(int index)
    {
        m_input.start(index, m_table.line(index));
        if (m_options.skipped.contains(m_input.line())) {
            m_input.effect(RowStatus::Skipped);
            return finishRow();
        }
        const int earlier = m_repeated.earlier(index);
        if (earlier >= 0 && !m_table.footerRows.contains(index)) {
            m_input.report(intakeFinding("R04", {QString::number(m_table.line(earlier))}));
            m_input.effect(RowStatus::Duplicate);
        } else {
            for (const IntakeFinding &finding : m_table.rowFindings.values(index))
                m_input.report(finding);
            m_reader.read(m_input);
            if (m_input.status() != RowStatus::Error && m_input.status() != RowStatus::Skipped && m_input.status() != RowStatus::Conflict)
                m_planner->planRow(m_input);
        }
        if (m_mapping.isUndecided)
            m_input.effect(RowStatus::Conflict);
        finishRow();
    }

    void finishRow()
    {
        PlanRow row;
        row.row = m_input.line();
        row.status = m_input.status();
        m_writer.finish(&row, !m_input.isHeld());
        ++m_plan.counts[static_cast<size_t>(row.status)];
        m_plan.rows.append(row);
        m_plan.rowFindings += m_input.findings();
    }

    const Table &m_table;
    const Mapping &m_mapping;
    const ImportOptions &m_options;
    ImportPlan &m_plan;
    PlanWriter m_writer;
    RepeatedRows m_repeated;
    SourceRowReader m_reader;
    RowInput m_input;
    std::unique_ptr<EntityPlanner> m_planner;
};

/// The file cannot be used as it stands, so none of its rows can: the counts still sum to the rows.
void refuseRows(const Table &table, ImportPlan &plan)
{
    for (int row = 0; row < table.rowCount(); ++row)
        plan.rows.append({table.line(row), RowStatus::Error, 0, 0});
    plan.counts[static_cast<size_t>(RowStatus::Error)] = table.rowCount();
}

} // namespace

Result<ImportPlan> planImport(const Table &table, const Mapping &mapping, const ImportOptions &options, const PresentData &present,
                              Progress *progress)
{
    ImportPlan plan;
    plan.kind = mapping.kind;
    plan.file = table.file;
    plan.dialect = table.dialect;
    plan.mapping = mapping;
    plan.options = options;
    plan.fileFindings = table.findings + mapping.findings;
    const ImportKind *kind = importKind(mapping.kind);
    if (!kind)
        return failure(Error::Kind::Invalid, QStringLiteral("F02"), QCoreApplication::translate("intake", "There is no import \"%1\"").arg(mapping.kind));
    if (plan.isRefused()) {
        refuseRows(table, plan);
        return plan;
    }
    ImportPlanner planner(table, mapping, *kind, options, present, plan);
    plan.fileFindings += planner.prerequisites();
    if (plan.isRefused()) {
        refuseRows(table, plan);
        return plan;
    }
    if (!planner.run(progress))
        return Progress::cancelledError();
    return plan;
}

} // namespace certdesk
