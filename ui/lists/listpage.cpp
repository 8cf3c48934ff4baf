// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/listpage.h"

#include "models/operations/listexport.h"
#include "models/tables/displaytext.h"
#include "models/tables/recordtable.h"
#include "ui/common/announce.h"
#include "ui/common/detailspanel.h"
#include "ui/common/grid/grid.h"
#include "ui/common/icons.h"
#include "ui/common/job.h"
#include "ui/common/prompt.h"
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
    if (words.edits && context.store->person().may(*words.edits))
        m_table->makeEditable(*words.edits, words.editCommand);
    connect(m_grid, &Grid::editRefused, this, [this](const RecordTable::CellEdit &, const Error &error) { tellRefusal(error); });
    m_details->setObjectName(name + QStringLiteral("Details"));
    m_details->setFrameShape(QFrame::NoFrame);
    m_details->setWidgetResizable(true);
    m_details->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_details->viewport()->setAutoFillBackground(false);
    m_panel = new DetailsPanel(m_grid, m_details, tr("Details"), name + QStringLiteral("/details"), context.memory, this, words.opensDetails);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::margin, 0, spacing::margin, 0);
    column->setSpacing(spacing::related);
    column->addWidget(m_panel, 1);
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
        auto *nextStep = new QAction(words.nextStep, this);
        nextStep->setObjectName(name + QStringLiteral("NextStep"));
        connect(nextStep, &QAction::triggered, this, [this] { goTo(m_words.leadsTo); });
        m_actions.append(nextStep);
    }
    m_export = new QAction(tr("Export"), this);
    m_export->setObjectName(name + QStringLiteral("ExportAction"));
    m_export->setIcon(icons::icon(QStringLiteral("export")));
    m_export->setToolTip(tr("Write the rows shown, with the columns shown, to a file"));
    connect(m_export, &QAction::triggered, this, &ListPage::exportList);
    if (context.store->person().may(Right::Export))
        m_actions.append(m_export);
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
        m_details->setWidget(nothingChosen());
        return;
    }
    readDetails(id);
}

QWidget *ListPage::nothingChosen()
{
    return emptyDetails(tr("Choose a row to see all of it here."));
}

void ListPage::setDetails(qint64 id, QWidget *details)
{
    if (id == m_shown)
        m_details->setWidget(details);
    else
        delete details;
}

void ListPage::readDetails(qint64 id)
{
    m_context.store->run<QVector<ViewRow>>(
        this,
        [id, view = &m_table->view()](Session &session) {
            QVector<int> all;
            for (int i = 0; i < view->columns.size(); ++i)
                all.append(i);
            return ViewReader(session).rows(*view, {id}, all);
        },
        [this, id](const Result<QVector<ViewRow>> &rows) {
            setDetails(id, rows && !rows->isEmpty() ? describe(rows->first()) : emptyDetails(tr("This row is no longer there.")));
        });
}

QWidget *ListPage::describe(const ViewRow &row) const
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
    return inside;
}

QAction *ListPage::addAction(const char *name, const QString &text, const QString &icon, const QKeySequence &keys, std::function<void()> run)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QString::fromLatin1(name));
    action->setToolTip(keys.isEmpty() ? text : tr("%1 (%2)").arg(text, keys.toString(QKeySequence::NativeText)));
    if (!icon.isEmpty())
        action->setIcon(icons::icon(icon));
    if (!keys.isEmpty()) {
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        QWidget::addAction(action);
    }
    connect(action, &QAction::triggered, this, std::move(run));
    m_actions.insert(m_ownActions++, action);
    return action;
}

void ListPage::addAbove(QWidget *widget)
{
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, widget);
}

/// What is shown: filters, order, columns.
void ListPage::exportList()
{
    const QString suggested = title().toLower().replace(QLatin1Char(' '), QLatin1Char('-')) + QStringLiteral(".xlsx");
    FileChooser::save(this, tr("Export %1").arg(title()), suggested, tr("Excel workbook (*.xlsx);;CSV file (*.csv)"), [this](const QString &file) {
        if (file.isEmpty())
            return;
        ListSelection selection{m_table->query(), {}, -1};
        for (const int column : m_grid->shownColumns())
            selection.columns.append(m_table->view().columns[column].name);
        const ExportFormat format = file.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive) ? ExportFormat::Csv : ExportFormat::Xlsx;
        auto *job = new Job(tr("Export %1").arg(title()), tr("rows"));
        startJob(job);
        m_context.store->run<qint64>(
            job, [selection, format, file, progress = job->progress()](Session &session) { return certdesk::exportList(session, selection, format, file, progress.get()); },
            [job](const Result<qint64> &rows) {
                if (rows)
                    job->finish(Job::Notice{tr("%1 rows written").arg(QLocale().toString(*rows)), {}, 0});
                else
                    job->finish(tl::unexpected(rows.error()));
            });
    });
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
