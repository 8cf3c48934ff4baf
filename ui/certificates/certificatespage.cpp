// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certificates/certificatespage.h"

#include "models/store/certificates/attemptstory.h"
#include "models/store/rules/findingstore.h"
#include "models/tables/recordtable.h"
#include "ui/certificates/attempteditors.h"
#include "ui/certificates/attemptpanel.h"
#include "ui/certificates/entryrow.h"
#include "ui/certificates/voiddialog.h"
#include "ui/common/detailspanel.h"
#include "ui/common/grid/gridview.h"
#include "ui/common/prompt.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>

namespace certdesk {

/// Keeps the findings up with the journal. Made, used and destroyed on the database thread.
class CheckKeeper
{
public:
    Result<CaughtUp> catchUp(Session &session)
    {
        if (!m_recheck)
            m_recheck = std::make_unique<Recheck>(session);
        return m_recheck->catchUp();
    }
    void forget() { m_recheck.reset(); }

private:
    std::unique_ptr<Recheck> m_recheck;
};

namespace {

constexpr int checkPause = 30; ///< milliseconds; gathers the cells of one Tab

ListPage::Words words()
{
    const auto tr = [](const char *text) { return CertificatesPage::tr(text); };
    ListPage::Words words;
    words.title = tr("Certificates");
    words.sentence = [tr](qint64 rows) { return rows == 1 ? tr("1 attempt") : tr("%1 attempts").arg(QLocale().toString(rows)); };
    words.emptyWhy = tr("No attempts in this school year");
    words.emptyMore = tr("Attempts come from files, from score reports or are typed in.");
    words.nextStep = tr("Import attempts");
    words.leadsTo = PageAddress{QStringLiteral("import"), {{QStringLiteral("kind"), QStringLiteral("attempts")}}};
    // What is typed and what is wrong with it stand first, so that both are seen at 1366 pixels beside the open details.
    words.columns = QStringLiteral("student_name certificate_name exam_date outcome findings verification certificate_code course_name course_number "
                                   "program_code score proctor evidence grade school_name student_state_id")
                        .split(QLatin1Char(' '));
    words.ofYear = true;
    return words;
}

std::optional<CellLook> countLook(const QString &text)
{
    if (text.isEmpty() || text == QLatin1String("0"))
        return CellLook{Tone::Good, CertificatesPage::tr("None"), {}};
    return CellLook{Tone::Problem, text, QStringLiteral("warning")};
}

} // namespace

CertificatesPage::CertificatesPage(const PageContext &context, QWidget *parent)
    : ListPage(QStringLiteral("certificates"), QStringLiteral("attempts"), words(), context, parent),
      m_editors(new AttemptEditors(grid(), this)), m_entry(new EntryRow(context.store, this)), m_checks(std::make_shared<CheckKeeper>())
{
    grid()->setCellLooks(QStringLiteral("outcome"), outcomeLook);
    grid()->setCellLooks(QStringLiteral("findings"), countLook);
    grid()->setAutomatic(QStringLiteral("course_number"), tr("Filled from the course and the school year"));
    grid()->setAutomatic(QStringLiteral("program_code"), tr("Filled from the course"));
    grid()->setAutomatic(QStringLiteral("certificate_code"), tr("Filled from the certificate and the exam's school year"));
    grid()->setAutomatic(QStringLiteral("grade"), tr("Filled from the roster"));
    grid()->setAutomatic(QStringLiteral("school_name"), tr("Filled from the roster"));
    grid()->setWidth(QStringLiteral("certificate_name"), 30);
    grid()->setWidth(QStringLiteral("findings"), 10);
    m_entry->setSchoolYear(context.schoolYear);
    m_entry->hide();
    addAbove(m_entry);
    m_checkTimer.setSingleShot(true);
    m_checkTimer.setInterval(checkPause);
    connect(&m_checkTimer, &QTimer::timeout, this, &CertificatesPage::check);
    connect(m_entry, &EntryRow::entered, this, &CertificatesPage::takeEntered);
    connect(m_entry, &EntryRow::closeWanted, this, [this] { showEntryRow(false); });
    connect(m_editors, &AttemptEditors::edited, this, &CertificatesPage::checkSoon);
    connect(m_editors, &AttemptEditors::failed, this, &Page::errorHappened);
    connect(m_editors, &AttemptEditors::stackChanged, this, &CertificatesPage::showStack);
    makeActions();
    showStack();
}

CertificatesPage::~CertificatesPage()
{
    context().store->run<bool>([checks = m_checks](Session &) -> Result<bool> {
        checks->forget();
        return true;
    });
}

void CertificatesPage::makeActions()
{
    const Person &person = context().store->person();
    if (person.may(Right::EnterAttempts)) {
        addAction("newAttemptAction", tr("New row"), QStringLiteral("add"), Qt::CTRL | Qt::Key_Return, [this] {
            if (m_entry->isVisible() && m_entry->isAncestorOf(focusWidget()))
                m_entry->save();
            else
                showEntryRow(true);
        });
        addAction("attachEvidenceAction", tr("Attach evidence"), QStringLiteral("evidence"), Qt::CTRL | Qt::Key_E, [this] { attachEvidence(); });
    }
    if (person.may(Right::VerifyAttempts)) {
        addAction("verifyAction", tr("Verify"), QStringLiteral("check"), Qt::CTRL | Qt::SHIFT | Qt::Key_V, [this] { verify(); });
        addAction("unverifyAction", tr("Withdraw the verified mark"), {}, {}, [this] { unverify(); });
    }
    if (person.may(Right::EnterAttempts)) {
        m_undo = addAction("undoEditAction", tr("Undo"), QStringLiteral("undo"), QKeySequence::Undo, [this] { m_editors->undo(); });
        m_redo = addAction("redoEditAction", tr("Redo"), QStringLiteral("redo"), Qt::CTRL | Qt::Key_Y, [this] { m_editors->redo(); });
        addAction("fillDownAction", tr("Fill down"), {}, Qt::CTRL | Qt::Key_D, [this] { grid()->fillDown(); });
        addAction("todayAction", tr("Today"), QStringLiteral("calendar"), Qt::CTRL | Qt::Key_Semicolon, [this] { fillToday(); });
        addAction("voidAction", tr("Make void"), QStringLiteral("delete"), {}, [this] { makeVoid(); });
    }
    addAction("nextFindingAction", tr("Next finding"), {}, Qt::Key_F8, [this] { goToFinding(false); });
    addAction("previousFindingAction", tr("Previous finding"), {}, Qt::SHIFT | Qt::Key_F8, [this] { goToFinding(true); });
}

void CertificatesPage::showStack()
{
    if (m_undo)
        m_undo->setEnabled(m_editors->canUndo());
    if (m_redo)
        m_redo->setEnabled(m_editors->canRedo());
}

void CertificatesPage::open(const PageAddress &address)
{
    ListPage::open(address);
    if (address.parameter("new") == QLatin1String("1"))
        showEntryRow(true);
}

void CertificatesPage::setSchoolYear(qint64 endYear)
{
    ListPage::setSchoolYear(endYear);
    m_entry->setSchoolYear(endYear);
}

QJsonObject CertificatesPage::draft() const
{
    return m_entry->draft();
}

void CertificatesPage::restoreDraft(const QJsonObject &draft)
{
    m_entry->restoreDraft(draft);
    showEntryRow(!draft.isEmpty());
}

void CertificatesPage::showEntryRow(bool shown)
{
    m_entry->setVisible(shown);
    if (shown)
        m_entry->focusFirst();
    else
        grid()->setFocus();
}

void CertificatesPage::takeEntered(const AttemptFill &fill)
{
    m_editors->addEntered(fill.attempt);
    grid()->goTo(fill.attempt.id);
    showDone(tr("Row %1 entered").arg(fill.attempt["row_number"].text()), 0);
    checkSoon();
}

void CertificatesPage::readDetails(qint64 id)
{
    context().store->run<AttemptStory>(
        this, [id](Session &session) { return readAttemptStory(session, id); },
        [this, id](const Result<AttemptStory> &story) {
            if (!story)
                return;
            auto *panel = new AttemptPanel(*story);
            connect(panel, &AttemptPanel::rowWanted, this, [this](qint64 other) { grid()->goTo(other); });
            connect(panel, &AttemptPanel::evidenceWanted, this, &CertificatesPage::attachEvidence);
            setDetails(id, panel);
        });
}

void CertificatesPage::tellRefusal(const Error &error)
{
    if (error.code != QLatin1String("EV-06"))
        showError(error);
}

QVector<qint64> CertificatesPage::chosen() const
{
    QVector<qint64> ids = grid()->selectedIds();
    if (ids.isEmpty() && grid()->currentId() != 0)
        ids.append(grid()->currentId());
    return ids;
}

/// Findings are no records: after the check the rows are read again.
void CertificatesPage::check()
{
    if (!context().store->person().may(Right::RunChecks))
        return;
    context().store->run<CaughtUp>(
        this, [checks = m_checks](Session &session) { return checks->catchUp(session); },
        [this](const Result<CaughtUp> &done) {
            if (!done)
                return showError(done.error());
            table()->refresh();
            showDetails(grid()->currentId());
        });
}

void CertificatesPage::goToFinding(bool backwards)
{
    const qsizetype from = table()->ids().indexOf(grid()->currentId());
    context().store->run<qint64>(
        this, [ids = table()->ids(), from, backwards](Session &session) { return nextFinding(session, ids, from, backwards); },
        [this](const Result<qint64> &id) {
            if (id && *id != 0) {
                grid()->goTo(*id);
                panel()->setOpen(true);
            } else {
                showNotice(tr("No further row of this list has a finding."));
            }
        });
}

/// Today as the database counts it.
void CertificatesPage::fillToday()
{
    const bool inEntry = m_entry->isVisible() && m_entry->isAncestorOf(focusWidget());
    const QPersistentModelIndex cell(grid()->view()->currentIndex());
    context().store->run<qint64>(
        this, [](Session &session) -> Result<qint64> { return session.today(); },
        [this, inEntry, cell](const Result<qint64> &today) {
            if (!today)
                return;
            if (inEntry)
                m_entry->setDate(*today);
            else if (cell.isValid() && cell.data(RecordTable::TypeRole).toInt() == static_cast<int>(ColumnType::Day))
                table()->setData(cell, QVariant::fromValue(Value(*today)));
        });
}

void CertificatesPage::attachEvidence()
{
    const QVector<qint64> ids = chosen();
    if (ids.isEmpty())
        return showNotice(tr("Choose the row that the file proves."));
    FileChooser::open(this, tr("Attach evidence"), tr("PDF and pictures (*.pdf *.png *.jpg *.jpeg *.tif);;All files (*)"), [this, ids](const QString &name) {
        if (!name.isEmpty())
            attach(ids, name);
    });
}

void CertificatesPage::attach(const QVector<qint64> &ids, const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return showError({Error::Kind::Unavailable, QStringLiteral("FILE"), tr("The file cannot be read."), tr("Choose it again."), {}});
    AttachEvidence::File evidence{QFileInfo(fileName).fileName(), file.readAll(), 0, 0, 0, QStringLiteral("scan")};
    const auto command = std::make_shared<AttachEvidence>(ids, evidence);
    context().store->apply(command, this, [this, ids](const Result<Change> &done) {
        if (!done)
            return showError(done.error());
        showDone(ids.size() == 1 ? tr("Evidence attached") : tr("Evidence attached to %1 rows").arg(ids.size()), 0);
        checkSoon();
        showDetails(grid()->currentId());
    });
}

void CertificatesPage::verify()
{
    const QVector<qint64> ids = chosen();
    if (ids.isEmpty())
        return showNotice(tr("Choose the rows to verify."));
    const auto command = std::make_shared<VerifyAttempts>(ids);
    context().store->apply(command, this, [this, command](const Result<Change> &done) {
        if (!done)
            return showError(done.error());
        const auto verified = command->verified().size();
        const auto skipped = command->skipped().size();
        const QString sentence = verified == 1 ? tr("1 row verified") : tr("%1 rows verified").arg(verified);
        showDone(skipped == 0 ? sentence : tr("%1, %2 skipped").arg(sentence).arg(skipped), 0);
        if (skipped > 0)
            showError({Error::Kind::Refused, command->skipped().first().reason.code,
                       tr("%1 of %2 rows were not verified. %3").arg(skipped).arg(skipped + verified).arg(command->skipped().first().reason.message),
                       command->skipped().first().reason.next, {}});
        checkSoon();
    });
}

void CertificatesPage::unverify()
{
    const QVector<qint64> ids = chosen();
    if (ids.isEmpty())
        return;
    context().store->apply(std::make_shared<UnverifyAttempts>(ids), this, [this, ids](const Result<Change> &done) {
        if (!done)
            return showError(done.error());
        showDone(ids.size() == 1 ? tr("Verified mark withdrawn") : tr("Verified mark of %1 rows withdrawn").arg(ids.size()), 0);
        checkSoon();
    });
}

void CertificatesPage::makeVoid()
{
    const QVector<qint64> ids = chosen();
    if (ids.isEmpty())
        return;
    VoidDialog::ask(this, static_cast<int>(ids.size()), [this, ids](const QString &reason) {
        context().store->apply(std::make_shared<VoidAttempt>(ids, reason), this, [this, ids](const Result<Change> &done) {
            if (!done)
                return showError(done.error());
            showDone(ids.size() == 1 ? tr("1 row is void") : tr("%1 rows are void").arg(ids.size()), 0);
            checkSoon();
        });
    });
}

} // namespace certdesk
