// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/reviewpanel.h"

#include "ui/common/announce.h"
#include "ui/common/flowlayout.h"
#include "ui/common/grid/gridheader.h"
#include "ui/common/grid/gridview.h"
#include "ui/common/text.h"
#include "ui/common/whendone.h"
#include "ui/intake/intakedesk.h"
#include "ui/intake/reviewdecisions.h"
#include "ui/intake/reviewfilters.h"
#include "ui/intake/reviewtable.h"
#include "ui/intake/statuswords.h"

#include <QLocale>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace certdesk {

namespace {

constexpr int gridHeight = 200;

std::optional<CellLook> lookOfStatus(const QString &text)
{
    const bool held = text.endsWith(QLatin1Char('!'));
    const auto status = rowStatusFromName(held ? text.chopped(1) : text);
    if (!status)
        return std::nullopt;
    return CellLook{statusTone(*status, held), statusTitle(*status), {}};
}

/// Sorted as numbers where both are numbers.
bool isBefore(const QString &left, const QString &right)
{
    bool leftOk = false;
    bool rightOk = false;
    const double l = left.toDouble(&leftOk);
    const double r = right.toDouble(&rightOk);
    return leftOk && rightOk ? l < r : QString::localeAwareCompare(left, right) < 0;
}

QVector<int> sorted(const Review &review, QVector<int> lines, int column, int fileColumn, bool down)
{
    QHash<int, QString> keys;
    keys.reserve(lines.size());
    for (const int line : std::as_const(lines)) {
        switch (column) {
        case ReviewTable::RowColumn:
            keys.insert(line, QString::number(review.fileRow(line)));
            break;
        case ReviewTable::StatusColumn:
            keys.insert(line, QString::number(static_cast<int>(review.status(line))));
            break;
        case ReviewTable::PersonColumn:
            keys.insert(line, review.line(line).person);
            break;
        case ReviewTable::WhatColumn:
            keys.insert(line, review.line(line).effect);
            break;
        case ReviewTable::CodeColumn:
            keys.insert(line, review.code(line));
            break;
        default:
            keys.insert(line, review.cell(line, fileColumn));
        }
    }
    std::stable_sort(lines.begin(), lines.end(), [&](int a, int b) { return down ? isBefore(keys[b], keys[a]) : isBefore(keys[a], keys[b]); });
    return lines;
}

} // namespace

ReviewPanel::ReviewPanel(IntakeDesk &desk, bool mayOverride, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_table(new ReviewTable(this)), m_filters(new ReviewFilters), m_decisions(new ReviewDecisions(desk, mayOverride)),
      m_view(new GridView), m_shown(mutedLabel({})), m_line(bodyLabel({}))
{
    named(m_view, "reviewGrid", tr("Rows of the file and what happens to them"));
    m_view->setModel(m_table);
    m_view->setItemDelegate(new QStyledItemDelegate(m_view));
    m_view->setCellLooks(ReviewTable::StatusColumn, lookOfStatus);
    m_view->setMinimumHeight(gridHeight);
    m_view->setTabKeyNavigation(false);
    m_line->setObjectName(QStringLiteral("reviewLine"));
    m_line->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, spacing::related);
    column->setSpacing(spacing::related);
    column->addWidget(m_filters);
    column->addWidget(m_view, 1);
    column->addWidget(m_line);
    column->addWidget(buildTools());
    column->addWidget(m_decisions);
    connect(m_filters, &ReviewFilters::changed, this, &ReviewPanel::filter);
    connect(m_decisions, &ReviewDecisions::acceptedChanged, this, &ReviewPanel::changed);
    connect(m_decisions, &ReviewDecisions::modeChanged, this, &ReviewPanel::modeChanged);
    connect(m_table, &ReviewTable::correctionWanted, this, [this](int fileRow, int fileColumn, const QString &text) {
        m_desk.correct(fileRow, fileColumn, text);
        Q_EMIT changed();
    });
    connect(m_view->gridHeader(), &GridHeader::sortWanted, this, [this](const QVector<GridHeader::SortKey> &keys) {
        m_view->gridHeader()->setSortKeys(keys);
        sort(keys.isEmpty() ? -1 : keys.first().column, !keys.isEmpty() && keys.first().down);
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ReviewPanel::tellLine);
}

QWidget *ReviewPanel::buildTools()
{
    m_leaveOut = new QPushButton(tr("Leave the chosen rows out"));
    m_takeIn = new QPushButton(tr("Take them in again"));
    auto *all = new QPushButton(tr("Leave out all shown"));
    named(m_leaveOut, "leaveOutButton", tr("Leave the chosen rows of the file out"));
    named(m_takeIn, "takeInButton", tr("Take the chosen rows in again"));
    named(all, "leaveOutShownButton", tr("Leave out all rows that the filters show"));
    auto *tools = new QWidget;
    tools->setLayout(new FlowLayout);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_leaveOut, m_takeIn, all, m_shown})
        tools->layout()->addWidget(widget);
    m_shown->setWordWrap(false);
    m_shown->setContentsMargins(spacing::related, spacing::grid + 2, 0, 0);
    connect(m_leaveOut, &QPushButton::clicked, this, [this] { leaveOutChosen(true); });
    connect(m_takeIn, &QPushButton::clicked, this, [this] { leaveOutChosen(false); });
    connect(all, &QPushButton::clicked, this, [this] {
        QVector<int> rows;
        for (const int line : m_table->shown())
            rows.append(m_table->review()->fileRow(line));
        m_desk.leaveOut(rows, true);
        Q_EMIT changed();
    });
    return tools;
}

QVector<int> ReviewPanel::chosenRows() const
{
    QSet<int> lines;
    const QItemSelection selection = m_view->selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            lines.insert(row);
    }
    if (lines.isEmpty() && m_view->currentIndex().isValid())
        lines.insert(m_view->currentIndex().row());
    QVector<int> rows;
    for (const int row : std::as_const(lines)) {
        if (const int index = m_table->indexAt(row); index >= 0 && m_table->review()->fileRow(index) > 0)
            rows.append(m_table->review()->fileRow(index));
    }
    return rows;
}

void ReviewPanel::leaveOutChosen(bool out)
{
    const QVector<int> rows = chosenRows();
    if (rows.isEmpty())
        return;
    m_desk.leaveOut(rows, out);
    Q_EMIT changed();
}

void ReviewPanel::showReview()
{
    const auto review = m_desk.review();
    if (!review)
        return;
    const int current = m_table->indexAt(m_view->currentIndex().row());
    m_wanted = current >= 0 ? current : review->firstHeld();
    m_filters->showReview(*review);
    m_decisions->showReview();
    filter();
}

/// Off the window's thread: 100,000 rows with a text take longer than a person shall notice.
void ReviewPanel::filter()
{
    const auto review = m_desk.review();
    if (!review)
        return;
    const int generation = ++m_generation;
    const int fileColumn = m_table->fileColumn(m_sortColumn);
    const auto work = [review, filter = m_filters->filter(), column = m_sortColumn, fileColumn, down = m_sortDown]() -> QVector<int> {
        QVector<int> lines = review->filtered(filter).value_or(QVector<int>());
        return column < 0 ? lines : sorted(*review, std::move(lines), column, fileColumn, down);
    };
    whenDone(QtConcurrent::run(work), this, [this, generation, review](const QVector<int> &shown) {
        if (generation != m_generation)
            return;
        if (m_table->review() != review)
            m_table->setReview(review, shown);
        else
            m_table->setShown(shown);
        take(shown);
    });
}

void ReviewPanel::take(const QVector<int> &shown)
{
    setWidths();
    const QLocale locale;
    m_shown->setText(tr("%1 of %2 rows shown").arg(locale.toString(shown.size()), locale.toString(m_table->review()->rowCount())));
    const auto row = m_wanted < 0 ? -1 : shown.indexOf(m_wanted);
    if (!shown.isEmpty()) {
        const int column = qBound(0, m_view->currentIndex().column(), m_table->columnCount() - 1);
        m_view->setCurrentIndex(m_table->index(row < 0 ? 0 : static_cast<int>(row), qMax(0, column)));
        m_view->scrollTo(m_view->currentIndex());
    }
    m_wanted = -1;
    tellLine();
    m_view->viewport()->update();
}

void ReviewPanel::setWidths()
{
    if (m_hasWidths)
        return;
    m_hasWidths = true;
    const int character = fontMetrics().averageCharWidth();
    const int widths[]{12, 22, 26, 52, 8};
    for (int column = 0; column < ReviewTable::FirstCell; ++column)
        m_view->setColumnWidth(column, character * widths[column]);
}

void ReviewPanel::sort(int column, bool down)
{
    m_sortColumn = column;
    m_sortDown = down;
    filter();
}

void ReviewPanel::tellLine()
{
    const ReviewLine line = m_table->line(m_view->currentIndex().row());
    QStringList texts;
    for (const IntakeFinding &finding : line.findings) {
        const QString where = finding.field.isEmpty() || finding.value.isEmpty() ? QString() : tr(" (%1)").arg(finding.value);
        texts.append(QStringLiteral("%1  %2%3. %4").arg(finding.code, finding.message, where, finding.next));
    }
    if (texts.isEmpty())
        texts.append(line.effect);
    const QString row = line.row > 0 ? tr("Row %1: ").arg(line.row) : QString();
    m_line->setText(row + texts.mid(0, 3).join(QLatin1Char('\n')));
    m_line->setVisible(m_table->rowCount() > 0);
}

void ReviewPanel::goToFirstHeld()
{
    const auto review = m_desk.review();
    if (!review || review->firstHeld() < 0)
        return;
    m_wanted = review->firstHeld();
    ReviewFilter filter;
    filter.heldOnly = true;
    m_filters->setFilter(filter);
    m_view->setFocus();
}

} // namespace certdesk
