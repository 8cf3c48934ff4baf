// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certification/certifypage.h"

#include "models/store/storethread.h"
#include "ui/certification/certificationwizard.h"
#include "ui/common/job.h"
#include "ui/common/prompt.h"
#include "ui/common/theme.h"
#include "ui/common/whendone.h"

#include <QAction>
#include <QBoxLayout>
#include <QLocale>

namespace certdesk {

CertifyPage::CertifyPage(const PageContext &context, QWidget *parent)
    : Page(QStringLiteral("certify"), parent), m_context(context), m_wizard(new CertificationWizard), m_withdraw(new QAction(tr("Withdraw"), this)),
      m_send(new QAction(tr("Send to State"), this))
{
    m_withdraw->setObjectName(QStringLiteral("withdrawSignOff"));
    m_withdraw->setToolTip(tr("Take your signature back while the state has not decided"));
    m_send->setObjectName(QStringLiteral("sendToState"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_wizard);
    connect(m_wizard, &WizardFrame::closeClicked, this, [this] { goTo({QStringLiteral("certification"), {}}); });
    connect(m_wizard, &WizardFrame::navigationRequested, this, &Page::navigationRequested);
    connect(m_wizard, &CertificationWizard::resultOpened, this, &CertifyPage::openResult);
    connect(m_wizard, &CertificationWizard::submitWanted, this, &CertifyPage::submit);
    connect(m_wizard, &CertificationWizard::actionWanted, this, &CertifyPage::takeReason);
    connect(m_wizard, &CertificationWizard::runWanted, this, [this](WizardStep step, const QString &format) {
        const qint64 participation = m_participation;
        runAct(tr("Validation report"), tr("The report is ready"), [participation, step, format](Session &, CertificationDesk &desk, Progress *progress) {
            return desk.run(participation, step, format, progress);
        });
    });
    connect(m_wizard, &CertificationWizard::snapshotWanted, this, [this](bool retake) {
        const qint64 participation = m_participation;
        runAct(tr("Snapshot"), tr("The snapshot is taken"), [participation, retake](Session &, CertificationDesk &desk, Progress *progress) {
            return desk.snapshot(participation, retake, QStringLiteral("html"), progress);
        });
    });
    connect(m_withdraw, &QAction::triggered, this, [this] {
        const qint64 participation = m_participation;
        runAct(tr("Withdraw"), tr("Your signature is withdrawn"), [participation](Session &, CertificationDesk &desk, Progress *) -> Result<qint64> {
            const Done done = desk.withdraw(participation, CertifyPage::tr("Withdrawn by the signer"));
            return done ? Result<qint64>(0) : Result<qint64>(tl::unexpected(done.error()));
        });
    });
    connect(m_send, &QAction::triggered, this, [this] {
        const qint64 participation = m_participation;
        runAct(tr("Send to State"), tr("The certification is sent"), [participation](Session &, CertificationDesk &desk, Progress *) -> Result<qint64> {
            const Done done = desk.send(participation);
            return done ? Result<qint64>(0) : Result<qint64>(tl::unexpected(done.error()));
        });
    });
    connect(context.store, &StoreThread::changed, this, [this](const Change &change) {
        const bool concerns = change.touches(EntityKind::Participation) || change.touches(EntityKind::ResultEntry) || change.touches(EntityKind::SignOff)
                              || change.touches(EntityKind::ResultView);
        if (concerns && isVisible())
            read();
    });
}

QString CertifyPage::title() const
{
    return m_wizard->view().row.eventName;
}

QString CertifyPage::sentence() const
{
    const EventRow &row = m_wizard->view().row;
    if (row.eventName.isEmpty())
        return {};
    return tr("%1, your status: %2, due %3").arg(statusLabel(row.status), statusLabel(row.userStatus), QLocale().toString(QDate::fromJulianDay(row.dueDate), QLocale::ShortFormat));
}

QList<QAction *> CertifyPage::pageActions() const
{
    QList<QAction *> actions;
    if (m_wizard->view().canSend)
        actions.append(m_send);
    if (m_wizard->view().canWithdraw)
        actions.append(m_withdraw);
    return actions;
}

PageAddress CertifyPage::address() const
{
    return PageAddress{name(), {}}.set("participation", QString::number(m_participation));
}

void CertifyPage::open(const PageAddress &address)
{
    m_participation = address.parameter("participation").toLongLong();
    const qint64 participation = m_participation;
    const auto started = m_context.store->run<qint64>([participation](Session &session) -> Result<qint64> {
        const Done done = CertificationDesk(session).start(participation);
        return done ? Result<qint64>(participation) : Result<qint64>(tl::unexpected(done.error()));
    });
    // Opened for reading only (closed, too early, no member): the wizard still shows what there is.
    whenDone(started, this, [this](const Result<qint64> &) {
        m_findStep = true;
        read();
    });
}

void CertifyPage::refresh()
{
    read();
}

void CertifyPage::read()
{
    const int generation = ++m_generation;
    const qint64 participation = m_participation;
    const auto details = m_context.store->run<CertificationDetails>([participation](Session &session) { return CertificationDesk(session).details(participation); });
    whenDone(details, this, [this, generation](const Result<CertificationDetails> &details) {
        if (generation != m_generation)
            return;
        if (!details)
            return showError(details.error());
        m_wizard->present(*details);
        if (std::exchange(m_findStep, false))
            m_wizard->goToFirstOpenStep();
        Q_EMIT headerChanged();
    });
}

void CertifyPage::runAct(const QString &title, const QString &done, const Act &act)
{
    auto *job = new Job(title, tr("rows"));
    startJob(job);
    m_wizard->setRunning(true);
    const auto progress = job->progress();
    const auto future = m_context.store->run<qint64>([act, progress](Session &session) {
        CertificationDesk desk(session);
        return act(session, desk, progress.get());
    });
    whenDone(future, this, [this, job, done](const Result<qint64> &result) {
        m_wizard->setRunning(false);
        if (result)
            job->finish(Job::Notice{done, address(), 0});
        else
            job->finish(tl::unexpected(result.error()));
        if (!result)
            showError(result.error());
        m_context.store->checkForChanges();
        read();
    });
}

void CertifyPage::submit(const QString &comment, const QString &password)
{
    const qint64 participation = m_participation;
    runAct(tr("Submit certification"), tr("Your certification is signed"), [participation, comment, password](Session &session, CertificationDesk &desk, Progress *progress) -> Result<qint64> {
        if (const Done known = session.confirmPassword(password); !known)
            return tl::unexpected(known.error());
        const auto done = desk.submit(participation, comment, progress);
        return done ? Result<qint64>(1) : Result<qint64>(tl::unexpected(done.error()));
    });
}

void CertifyPage::openResult(qint64 result)
{
    goTo(PageAddress{QStringLiteral("result"), {}}.set("result", QString::number(result)).set("participation", QString::number(m_participation)));
}

void CertifyPage::takeReason(const QString &code)
{
    // C-501 and C-500 lead to the newest report of the step; the others name what to press on this page.
    if (code != QLatin1String("C-500") && code != QLatin1String("C-501"))
        return;
    for (const auto &result : m_wizard->view().results) {
        if (static_cast<int>(result.run.step) == m_wizard->currentStep() && result.run.status == QLatin1String("RES_COMPLETED"))
            return openResult(result.run.id);
    }
}

QString CertifyPage::printableHtml() const
{
    const CertificationDetails &view = m_wizard->view();
    if (!view.isSigned)
        return {};
    const QString when = QLocale().toString(QDateTime::fromMSecsSinceEpoch(view.signedAt), QLocale::LongFormat);
    return tr("<h1>Receipt</h1><p>%1</p><p>Signed on %2</p><p>%3</p>").arg(view.row.eventName.toHtmlEscaped(), when, view.statement.toHtmlEscaped());
}

} // namespace certdesk
