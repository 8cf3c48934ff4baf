// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/planning/contestedrows.h"
#include "models/intake/planning/entityplanner.h"
#include "models/intake/planning/sourcerowreader.h"

#include "models/domain/workahead.h"

#include <QCoreApplication>
#include <algorithm>
#include <vector>

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

/// Rows that go from thread to thread at once.
constexpr std::size_t rowsABlock = 128;

class ImportPlanner
{
public:
    ImportPlanner(const Table &table, const Mapping &mapping, const ImportKind &kind, const ImportOptions &options,
                  const PresentData &present, ImportPlan &plan)
        : m_table(table), m_mapping(mapping), m_kind(kind), m_options(options), m_plan(plan), m_writer(plan), m_repeated(table, mapping),
          m_contested(table, mapping, kind, options), m_reader(table, mapping, kind, options, present),
          m_planner(makeEntityPlanner({table, mapping, kind, options, present, m_writer}))
    {
    }

    IntakeFindings prerequisites() const { return m_planner->prerequisites(); }

    bool run(Progress *progress)
    {
        const QString phase = QCoreApplication::translate("intake", "Comparing");
        m_plan.rows.reserve(m_table.rowCount());
        const auto rows = static_cast<std::size_t>(m_table.rowCount());
        WorkAhead<std::vector<RowInput>> ahead((rows + rowsABlock - 1) / rowsABlock, [&](std::vector<RowInput> &block, std::size_t number) {
            readRows(block, number * rowsABlock, std::min(rows, (number + 1) * rowsABlock));
        });
        int done = 0;
        while (std::vector<RowInput> *block = ahead.next()) {
            if (progress) {
                if (progress->isCancelled())
                    return false;
                progress->report(phase, done, m_table.rowCount());
            }
            for (RowInput &row : *block)
                planRow(row);
            done += static_cast<int>(block->size());
        }
        m_plan.fileFindings += m_reader.columnFindings() + m_planner->conclusions();
        PlanRow none; // what the file as a whole changes belongs to no row
        m_writer.finish(&none, true);
        return true;
    }

private:
    /// On another thread: uses nothing that planRow uses, but the table.
    void readRows(std::vector<RowInput> &block, std::size_t from, std::size_t to)
    {
        while (block.size() > to - from)
            block.pop_back();
        while (block.size() < to - from)
            block.emplace_back(m_kind, m_options);
        for (std::size_t i = from; i < to; ++i)
            readRow(block[i - from], static_cast<int>(i));
    }

    void readRow(RowInput &row, int index)
    {
        row.start(index, m_table.line(index));
        if (m_options.skipped.contains(row.line())) {
            row.effect(RowStatus::Skipped);
            return;
        }
        const int earlier = m_repeated.earlier(index);
        if (earlier >= 0 && !m_table.footerRows.contains(index)) {
            row.report(intakeFinding("R04", {QString::number(m_table.line(earlier))}));
            row.effect(RowStatus::Duplicate);
            return;
        }
        if (!m_table.rowFindings.isEmpty()) {
            for (const IntakeFinding &finding : m_table.rowFindings.values(index))
                row.report(finding);
        }
        m_reader.read(row);
        reportContested(row, index);
    }

    void planRow(RowInput &input)
    {
        static constexpr std::array<RowStatus, 4> settled{RowStatus::Error, RowStatus::Skipped, RowStatus::Conflict, RowStatus::Duplicate};
        if (std::find(settled.begin(), settled.end(), input.status()) == settled.end())
            m_planner->planRow(input);
        if (m_mapping.isUndecided)
            input.effect(RowStatus::Conflict);
        PlanRow row;
        row.row = input.line();
        row.status = input.status();
        m_writer.finish(&row, !input.isHeld());
        ++m_plan.counts[static_cast<size_t>(row.status)];
        m_plan.rows.append(row);
        m_plan.rowFindings += input.findings();
    }

    void reportContested(RowInput &row, int index)
    {
        const int other = m_contested.other(index);
        if (other < 0)
            return;
        row.report(intakeFinding("R05", {QString::number(m_table.line(other)), m_contested.differing(index)}));
        if (m_contested.isLater(index) && m_options.accepts(QStringLiteral("R05")))
            row.effect(RowStatus::Skipped); // accepted: the first row counts
    }

    const Table &m_table;
    const Mapping &m_mapping;
    const ImportKind &m_kind;
    const ImportOptions &m_options;
    ImportPlan &m_plan;
    PlanWriter m_writer;
    RepeatedRows m_repeated;
    ContestedRows m_contested;
    SourceRowReader m_reader;
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
