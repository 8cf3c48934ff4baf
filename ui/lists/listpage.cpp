// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/listpage.h"

#include "models/tables/displaytext.h"
#include "models/tables/recordtable.h"
#include "ui/common/announce.h"
#include "ui/common/detailspanel.h"
#include "ui/common/grid/grid.h"
#include "ui/common/icons.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"

#include <QLocale>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace certdesk {

namespace {

constexpr int printedRows = 2000;

QWidget *emptyDetails(const QString &words)
{
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, spacing::related, 0);
    column->addWidget(mutedLabel(words, inside));
    column->addStretch(1);
    return inside;
}

} // namespace

ListPage::ListPage(const QString &name, const QString &view, const Words &words, const PageContext &context, QWidget *parent)
    : Page(name, parent), m_words(words), m_context(context), m_table(new RecordTable(context.store, view)),
      m_grid(new Grid(m_table, name, context.memory)), m_details(new QScrollArea)
{
    m_grid->setDefaultColumns(words.columns);
    m_grid->setEmptyText(words.emptyWhy, words.emptyMore, words.nextStep);
    if (words.ofYear)
        m_grid->setSchoolYear(context.schoolYear);
    m_details->setObjectName(name + QStringLiteral("Details"));
    m_details->setFrameShape(QFrame::NoFrame);
    m_details->setWidgetResizable(true);
    m_details->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_details->viewport()->setAutoFillBackground(false);
    m_panel = new DetailsPanel(m_grid, m_details, tr("Details"), name + QStringLiteral("/details"), context.memory, this, false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::margin, 0, spacing::margin, 0);
    column->addWidget(m_panel);
    auto *toggle = new QToolButton;
    named(toggle, "detailsButton", tr("Show the details beside the list"));
    toggle->setIcon(icons::icon(QStringLiteral("panel")));
    toggle->setToolTip(tr("Details"));
    toggle->setAutoRaise(true);
    toggle->setCheckable(true);
    toggle->setChecked(m_panel->isOpen());
    m_grid->addTool(toggle);
    connect(toggle, &QToolButton::toggled, m_panel, &DetailsPanel::setOpen);
    connect(m_panel, &DetailsPanel::openChanged, toggle, &QToolButton::setChecked);
    if (!words.nextStep.isEmpty()) {
        m_nextStep = new QAction(words.nextStep, this);
        m_nextStep->setObjectName(name + QStringLiteral("NextStep"));
        connect(m_nextStep, &QAction::triggered, this, [this] { goTo(m_words.leadsTo); });
    }
    showDetails(0);
    connect(m_grid, &Grid::currentRowChanged, this, &ListPage::showDetails);
    connect(m_grid, &Grid::activated, this, [this](qint64 id) {
        m_panel->setOpen(true);
        showDetails(id);
    });
    connect(m_grid, &Grid::countsChanged, this, &Page::headerChanged);
    connect(m_grid, &Grid::arrangementChanged, this, &Page::addressChanged);
    connect(m_grid, &Grid::errorHappened, this, &Page::errorHappened);
    connect(m_grid, &Grid::emptyNextStepWanted, this, [this] { goTo(m_words.leadsTo); });
}

QString ListPage::sentence() const
{
    return m_table->hasAnswer() && m_words.sentence ? m_words.sentence(m_table->totalRows()) : QString();
}

QList<QAction *> ListPage::pageActions() const
{
    return m_nextStep ? QList<QAction *>{m_nextStep} : QList<QAction *>();
}

PageAddress ListPage::address() const
{
    PageAddress address{name(), {}};
    m_grid->writeAddress(address);
    return address;
}

void ListPage::open(const PageAddress &address)
{
    m_grid->readAddress(address);
    m_grid->start();
}

void ListPage::setSchoolYear(qint64 endYear)
{
    m_context.schoolYear = endYear;
    if (m_words.ofYear)
        m_grid->setSchoolYear(endYear);
}

void ListPage::refresh()
{
    m_grid->refresh();
}

void ListPage::findInPage()
{
    m_grid->findInPage();
}

void ListPage::toggleFilterRow()
{
    m_grid->toggleFilterRow();
}

void ListPage::showDetails(qint64 id)
{
    m_shown = id;
    if (id == 0) {
        m_details->setWidget(emptyDetails(tr("Choose a row to see all of it here.")));
        return;
    }
    m_context.store->run<QVector<ViewRow>>(
        this,
        [id, view = &m_table->view()](Session &session) {
            QVector<int> all;
            for (int i = 0; i < view->columns.size(); ++i)
                all.append(i);
            return ViewReader(session).rows(*view, {id}, all);
        },
        [this, id](const Result<QVector<ViewRow>> &rows) {
            if (id != m_shown)
                return;
            if (rows && !rows->isEmpty())
                fillDetails(rows->first());
            else
                m_details->setWidget(emptyDetails(tr("This row is no longer there.")));
        });
}

void ListPage::fillDetails(const ViewRow &row)
{
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, spacing::related, spacing::related);
    column->setSpacing(spacing::grid / 2);
    const QVector<ViewColumn> &columns = m_table->view().columns;
    for (int i = 0; i < columns.size(); ++i) {
        const QString text = displayText(columns[i].type, row.values[i]);
        if (text.isEmpty())
            continue;
        column->addWidget(mutedLabel(columns[i].title, inside));
        auto *value = bodyLabel(text, inside);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        value->setAccessibleName(tr("%1: %2").arg(columns[i].title, text));
        column->addWidget(value);
        column->addSpacing(spacing::related);
    }
    column->addStretch(1);
    m_details->setWidget(inside);
}

QString ListPage::printableHtml() const
{
    const QVector<int> columns = m_grid->shownColumns();
    QString html = QStringLiteral("<p>%1</p><table border='1' cellspacing='0' cellpadding='3' width='100%'><thead><tr>").arg(m_grid->countText().toHtmlEscaped());
    for (const int column : columns)
        html += QStringLiteral("<th align='left'>%1</th>").arg(m_table->view().columns[column].title.toHtmlEscaped());
    html += QStringLiteral("</tr></thead>");
    const int rows = qMin(m_table->rowCount(), printedRows);
    for (int row = 0; row < rows; ++row) {
        html += QStringLiteral("<tr>");
        for (const int column : columns)
            html += QStringLiteral("<td>%1</td>").arg(m_table->index(row, column).data().toString().toHtmlEscaped());
        html += QStringLiteral("</tr>");
    }
    html += QStringLiteral("</table>");
    if (rows < m_table->rowCount())
        html += QStringLiteral("<p>%1</p>").arg(tr("The first %1 rows; export the list for all of them.").arg(QLocale().toString(rows)));
    return html;
}

} // namespace certdesk
