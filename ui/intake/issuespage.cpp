// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/issuespage.h"

#include "models/operations/intake/fixfile.h"
#include "models/store/issues.h"
#include "ui/common/grid/grid.h"
#include "ui/common/prompt.h"
#include "ui/common/storejob.h"
#include "ui/intake/issueeditor.h"
#include "ui/intake/issuegroups.h"

#include <QLocale>

namespace certdesk {

namespace {

struct Retried
{
    int solved = 0;
    int open = 0;
    qint64 lastBatch = 0;
    QString firstReason;
};

Retried sumOf(const QVector<RetriedBatch> &batches)
{
    Retried sum;
    for (const RetriedBatch &batch : batches) {
        sum.solved += batch.solved;
        sum.open += batch.open;
        sum.lastBatch = batch.batch.value_or(sum.lastBatch);
        const IntakeFindings &findings = batch.prepared.plan.rowFindings;
        for (const IntakeFinding &finding : findings) {
            if (sum.firstReason.isEmpty() && (finding.isError() || finding.needsDecision()) && batch.open > 0)
                sum.firstReason = QStringLiteral("%1  %2").arg(finding.code, finding.message);
        }
    }
    return sum;
}

Result<KeptRow> keptRowOf(Session &session, qint64 issue)
{
    const auto rows = keptRows(session, 0, true);
    if (!rows)
        return tl::unexpected(rows.error());
    for (const KeptRow &row : *rows) {
        for (const BatchIssue &one : row.issues) {
            if (one.id == issue)
                return row;
        }
    }
    return failure(Error::Kind::NotFound, QStringLiteral("NOT-FOUND"), IssuesPage::tr("This row is no longer there."));
}

Right rightOf(Session &session, qint64 batch)
{
    const auto info = readBatch(session, batch);
    return info && importKind(info->kind) ? importRight(info->kind) : Right::ImportRoster;
}

} // namespace

IssuesPage::IssuesPage(const Words &words, const PageContext &context, QWidget *parent)
    : ListPage(QStringLiteral("issues"), QStringLiteral("issues"), words, context, parent), m_groups(new IssueGroups)
{
    addAbove(m_groups);
    grid()->setPageFilter(QStringLiteral("state"), tr("Open and waiting"),
                          {{QStringLiteral("state"), ViewFilter::Operator::OneOf, {}, {Value(QStringLiteral("open")), Value(QStringLiteral("waiting"))}}});
    addAction("fixFileOutAction", tr("Save as fix file"), QStringLiteral("export"), {}, [this] { writeFix(); });
    addAction("fixFileInAction", tr("Bring a fix file in"), QStringLiteral("import"), {}, [this] { readFix(); });
    connect(m_groups, &IssueGroups::wanted, this, &IssuesPage::act);
    connect(context.store, &StoreThread::changed, this, [this] { readGroups(); });
}

void IssuesPage::open(const PageAddress &address)
{
    m_batch = address.parameter("batch").toLongLong();
    ListPage::open(address);
    if (m_batch != 0)
        grid()->setPageFilter(QStringLiteral("batch"), tr("Batch %1").arg(m_batch), {{QStringLiteral("batch"), ViewFilter::Operator::Equals, Value(m_batch), {}}});
    else
        grid()->removePageFilter(QStringLiteral("batch"));
    readGroups();
}

PageAddress IssuesPage::address() const
{
    PageAddress address = ListPage::address();
    if (m_batch != 0)
        address.set("batch", QString::number(m_batch));
    return address;
}

void IssuesPage::refresh()
{
    ListPage::refresh();
    readGroups();
}

void IssuesPage::readGroups()
{
    context().store->run<QVector<IssueGroup>>(
        this,
        [batch = m_batch](Session &session) -> Result<QVector<IssueGroup>> {
            const auto rows = keptRows(session, batch, false);
            if (!rows)
                return tl::unexpected(rows.error());
            return groupedByAction(*rows);
        },
        [this](const Result<QVector<IssueGroup>> &groups) {
            if (groups)
                m_groups->setGroups(*groups);
        });
}

void IssuesPage::act(const IssueGroup &group)
{
    if (group.action == NextAction::Migrate)
        return retry(group.codes, {QStringLiteral("K02"), rowStatusName(RowStatus::Migrate)}, tr("Migrate %1"));
    if (group.action == NextAction::Restore)
        return retry(group.codes, {QStringLiteral("K03"), rowStatusName(RowStatus::Restore)}, tr("Restore %1"));
    showOnly(group.codes);
}

/// The person decides row by row, beside the list.
void IssuesPage::showOnly(const QStringList &codes)
{
    QVector<Value> values;
    for (const QString &code : codes)
        values.append(Value(code));
    grid()->setPageFilter(QStringLiteral("codes"), tr("Code: %1").arg(codes.join(QStringLiteral(", "))),
                          {{QStringLiteral("code"), ViewFilter::Operator::OneOf, {}, values}});
    grid()->setFocus();
}

void IssuesPage::retry(const QStringList &codes, const QSet<QString> &accepted, const QString &verb)
{
    RetryOptions options;
    options.accepted = accepted;
    options.reason = tr("Next action of kept rows");
    options.dryRun = true;
    context().store->run<QVector<RetriedBatch>>(
        this, [batch = m_batch, codes, options](Session &session) { return retryKeptRows(session, batch, codes, options, nullptr); },
        [this, codes, accepted, verb](const Result<QVector<RetriedBatch>> &tried) {
            if (!tried)
                return showError(tried.error());
            const Retried sum = sumOf(*tried);
            const QString title = verb.arg(QLocale().toString(sum.solved));
            if (sum.solved == 0)
                return showNotice(tr("None of them can be applied: %1").arg(sum.firstReason));
            const QString rest = sum.open == 0 ? QString() : tr(" %1 stay open: %2.").arg(QLocale().toString(sum.open), sum.firstReason);
            Prompt::ask(this, {tr("%1?").arg(title), tr("Each is written as the file says; it is one batch that can be undone.") + rest, title, {}, false},
                        [this, codes, accepted, title](bool yes) {
                            if (yes)
                                commitRetry(codes, accepted, title);
                        });
        });
}

void IssuesPage::commitRetry(const QStringList &codes, const QSet<QString> &accepted, const QString &title)
{
    RetryOptions options;
    options.accepted = accepted;
    options.reason = tr("Next action of kept rows");
    auto *job = startStoreJob<QVector<RetriedBatch>>(
        *context().store, title, tr("rows"),
        [batch = m_batch, codes, options](Session &session, Progress &progress) { return retryKeptRows(session, batch, codes, options, &progress); },
        [](const QVector<RetriedBatch> &batches) {
            const Retried sum = sumOf(batches);
            return Job::Notice{tr("%1 solved, %2 still open").arg(sum.solved).arg(sum.open), {}, sum.lastBatch};
        });
    connect(job, &Job::ended, this, &IssuesPage::refresh);
    startJob(job);
}

void IssuesPage::readDetails(qint64 id)
{
    struct Details
    {
        KeptRow row;
        QString assignedTo;
    };
    context().store->run<Details>(
        this,
        [id, view = &table()->view()](Session &session) -> Result<Details> {
            const auto row = keptRowOf(session, id);
            if (!row)
                return tl::unexpected(row.error());
            const int column = view->columnIndex(QStringLiteral("assigned_to"));
            const auto rows = ViewReader(session).rows(*view, {id}, {column});
            return Details{*row, rows && !rows->isEmpty() ? rows->first().values.value(0).text() : QString()};
        },
        [this, id](const Result<Details> &details) {
            if (details)
                setDetails(id, editorOf(details->row, details->assignedTo));
            else
                showError(details.error());
        });
}

QWidget *IssuesPage::editorOf(const KeptRow &row, const QString &assignedTo)
{
    auto *editor = new IssueEditor(row, assignedTo);
    const QVector<qint64> issues = row.openIssues();
    connect(editor, &IssueEditor::retryWanted, this, [this, row](const QJsonObject &cells) { retryRow(row, cells); });
    const auto change = [this, issues, batch = row.batch](const std::function<void(ChangeIssues &)> &set, const QString &sentence) {
        context().store->run<int>(
            this,
            [issues, batch, set](Session &session) -> Result<int> {
                ChangeIssues command(issues, rightOf(session, batch));
                set(command);
                const auto done = session.apply(command);
                return done ? Result<int>(0) : tl::unexpected(done.error());
            },
            [this, sentence](const Result<int> &done) {
                if (!done)
                    return showError(done.error());
                refresh();
                showNotice(sentence);
            });
    };
    connect(editor, &IssueEditor::waitingWanted, this, [change](bool waiting) {
        change([waiting](ChangeIssues &command) { command.setWaiting(waiting); }, waiting ? tr("The row waits") : tr("The row is open again"));
    });
    connect(editor, &IssueEditor::assignWanted, this, [change](const QString &person) {
        change([person](ChangeIssues &command) { command.assignTo(person); }, person.isEmpty() ? tr("The row is nobody's") : tr("Assigned to %1").arg(person));
    });
    connect(editor, &IssueEditor::dismissWanted, this, [this, issues, batch = row.batch](const QString &reason) {
        context().store->run<int>(
            this,
            [issues, batch, reason](Session &session) -> Result<int> {
                for (const qint64 issue : issues) {
                    DismissIssue command(issue, rightOf(session, batch), reason);
                    if (const auto done = session.apply(command); !done)
                        return tl::unexpected(done.error());
                }
                return 0;
            },
            [this](const Result<int> &done) {
                if (!done)
                    return showError(done.error());
                refresh();
                showNotice(tr("The row is dismissed; who and why stand in the journal"));
            });
    });
    return editor;
}

void IssuesPage::retryRow(const KeptRow &row, const QJsonObject &cells)
{
    context().store->run<RetriedBatch>(
        this,
        [row, cells](Session &session) {
            RetryOptions options;
            options.reason = tr("Corrected in the list of issues");
            return retryRows(session, row.batch, {{static_cast<int>(row.row), row, cells}}, {}, options, nullptr);
        },
        [this](const Result<RetriedBatch> &done) {
            if (!done)
                return showError(done.error());
            context().store->checkForChanges();
            refresh();
            const Retried sum = sumOf({*done});
            if (sum.open > 0)
                showNotice(tr("The row still cannot be applied: %1").arg(sum.firstReason));
            else
                showDone(tr("The row is applied"), sum.lastBatch);
        });
}

void IssuesPage::writeFix()
{
    FileChooser::save(this, tr("Save as fix file"), QStringLiteral("fix.xlsx"), tr("Excel with text cells (*.xlsx);;CSV (*.csv)"), [this](const QString &path) {
        if (path.isEmpty())
            return;
        context().store->run<qint64>(
            this, [path, batch = m_batch](Session &session) { return writeFixFile(session, batch, false, path); },
            [this](const Result<qint64> &rows) {
                if (!rows)
                    return showError(rows.error());
                showNotice(tr("%1 rows written; correct them and bring the file in again").arg(QLocale().toString(*rows)));
            });
    });
}

void IssuesPage::readFix()
{
    FileChooser::open(this, tr("Bring a fix file in"), tr("Fix files (*.xlsx *.csv)"), [this](const QString &path) {
        if (path.isEmpty())
            return;
        auto *job = startStoreJob<FixReport>(
            *context().store, tr("Fix file"), tr("rows"),
            [path](Session &session, Progress &progress) {
                RetryOptions options;
                options.reason = tr("Corrected in a fix file");
                return importFixFile(session, path, options, &progress);
            },
            [](const FixReport &report) {
                QString sentence = tr("%1 solved, %2 still open").arg(report.solved()).arg(report.open());
                if (!report.alreadySolved.isEmpty())
                    sentence += tr(", %1 solved before").arg(report.alreadySolved.size());
                if (!report.unknown.isEmpty())
                    sentence += tr(", %1 with an unknown row id").arg(report.unknown.size());
                return Job::Notice{sentence, {}, sumOf(report.batches).lastBatch};
            });
        connect(job, &Job::ended, this, &IssuesPage::refresh);
        startJob(job);
    });
}

} // namespace certdesk
