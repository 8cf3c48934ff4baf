// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/importpage.h"

#include "ui/common/storejob.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"
#include "ui/common/wizardframe.h"
#include "ui/intake/importfilepanel.h"
#include "ui/intake/importreviewpanel.h"

#include <QFileInfo>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace certdesk {

namespace {

enum Step { File, Review, Done_ };

QStringList allowedKinds(const Person &person)
{
    QStringList names;
    for (const ImportKind &kind : importKinds())
        if (const QString name = QString::fromLatin1(kind.name); person.may(importRight(name)))
            names.append(name);
    return names;
}

PageAddress listOf(const QString &kind)
{
    if (kind == QLatin1String("attempts"))
        return {QStringLiteral("certificates"), {}};
    if (kind == QLatin1String("sections") || kind == QLatin1String("enrollments"))
        return {QStringLiteral("groups"), {}};
    return {kind == QLatin1String("program-certificates") ? QStringLiteral("programs") : kind, {}};
}

} // namespace

ImportPage::ImportPage(const PageContext &context, QWidget *parent)
    : Page(QStringLiteral("import"), parent), m_context(context), m_wizard(new WizardFrame(this)),
      m_file(new ImportFilePanel(allowedKinds(context.store->person()))), m_review(new ImportReviewPanel), m_result(bodyLabel({}))
{
    auto *result = new QWidget;
    auto *resultColumn = new QVBoxLayout(result);
    resultColumn->setContentsMargins(0, 0, 0, 0);
    resultColumn->addWidget(m_result);
    resultColumn->addStretch(1);
    m_wizard->addStep(tr("File"), tr("Which file comes in?"), m_file);
    m_wizard->addStep(tr("Review"), tr("Is this what should change?"), m_review);
    m_wizard->addStep(tr("Done"), tr("The file is in"), result);
    m_wizard->setNextText(File, tr("Read the file"));
    m_wizard->setNextText(Review, tr("Commit"));
    m_wizard->setNextText(Done_, tr("Import another file"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_wizard);
    connect(m_file, &ImportFilePanel::changed, this, &ImportPage::followFile);
    connect(m_review, &ImportReviewPanel::acceptedChanged, this, &ImportPage::read);
    connect(m_review, &ImportReviewPanel::modeChanged, this, [this] {
        if (m_prepared)
            showPlan(m_prepared);
    });
    connect(m_wizard, &WizardFrame::stepWanted, this, [this](int step) {
        if (step < m_wizard->currentStep() && m_wizard->currentStep() != Done_)
            m_wizard->setCurrentStep(step);
    });
    connect(m_wizard, &WizardFrame::nextClicked, this, [this](int step) {
        if (step == File)
            read();
        else if (step == Review)
            commit();
        else
            startAnew();
    });
    connect(m_wizard, &WizardFrame::closeClicked, this, [this] { goTo({QStringLiteral("home"), {}}); });
    connect(m_wizard, &WizardFrame::navigationRequested, this, &Page::navigationRequested);
    followFile();
}

void ImportPage::open(const PageAddress &address)
{
    if (const QString kind = address.parameter("kind"); !kind.isEmpty())
        m_file->setKind(kind);
    if (const QString file = address.parameter("file"); !file.isEmpty())
        m_file->setFile(file);
}

void ImportPage::setSchoolYear(qint64 endYear)
{
    m_context.schoolYear = endYear;
}

void ImportPage::followFile()
{
    m_prepared.reset();
    m_review->forget();
    const QFileInfo file(m_file->file());
    QVector<WizardFrame::Reason> reasons;
    if (m_file->file().isEmpty())
        reasons.append({QStringLiteral("file"), tr("No file is chosen"), {}});
    else if (!file.isFile())
        reasons.append({QStringLiteral("file"), tr("There is no such file"), {}});
    m_wizard->setReasons(File, reasons);
}

void ImportPage::read()
{
    if (m_reading)
        return;
    m_reading = true;
    m_wizard->nextButton()->setEnabled(false);
    ImportRequest request;
    request.kind = m_file->kind();
    request.file = m_file->file();
    request.options.schoolYear = m_context.schoolYear;
    request.options.accepted = m_review->accepted();
    auto shared = std::make_shared<std::shared_ptr<PreparedImport>>();
    Job *job = startStoreJob<int>(
        *m_context.store, tr("Reading %1").arg(QFileInfo(request.file).fileName()), tr("rows"),
        [request, shared](Session &session, Progress &progress) -> Result<int> {
            auto prepared = prepareImport(session, request, &progress);
            if (!prepared)
                return tl::unexpected(prepared.error());
            *shared = std::make_shared<PreparedImport>(std::move(*prepared));
            return (*shared)->plan.rowCount();
        },
        [](const int &) { return Job::Notice(); });
    connect(job, &Job::ended, this, [this, job, shared] {
        m_reading = false;
        m_wizard->nextButton()->setEnabled(true);
        if (job->state() == Job::State::Finished)
            showPlan(*shared);
    });
    startJob(job);
}

void ImportPage::showPlan(const std::shared_ptr<PreparedImport> &prepared)
{
    m_prepared = prepared;
    const ImportPlan &plan = m_prepared->plan;
    if (const ImportKind *kind = importKind(plan.kind))
        m_review->showPlan(plan, defaultCommitMode(*kind));
    QVector<WizardFrame::Reason> reasons;
    const int held = plan.heldBack();
    if (held > 0 && m_review->mode() == CommitMode::AllOrNothing)
        reasons.append({QStringLiteral("held"), tr("%n row(s) hold the file back", nullptr, held), {}});
    if (plan.changes.isEmpty())
        reasons.append({QStringLiteral("nothing"), tr("Nothing would change"), {}});
    m_wizard->setReasons(Review, reasons);
    m_wizard->setSentence(Review, tr("%1, %2").arg(ImportFilePanel::kindTitle(plan.kind), QFileInfo(plan.file.path).fileName()));
    if (m_wizard->currentStep() == File) {
        m_wizard->setStepState(File, WizardFrame::StepState::Done);
        m_wizard->setCurrentStep(Review);
        m_wizard->setStepState(File, WizardFrame::StepState::Done);
    }
}

void ImportPage::commit()
{
    if (!m_prepared || m_reading)
        return;
    m_reading = true;
    m_wizard->nextButton()->setEnabled(false);
    const ImportDecision decision{m_review->mode(), {}};
    const QString kind = m_prepared->plan.kind;
    Job *job = startStoreJob<ImportOutcome>(
        *m_context.store, tr("Import of %1").arg(QFileInfo(m_prepared->plan.file.path).fileName()), tr("rows"),
        [prepared = m_prepared, decision](Session &session, Progress &progress) { return commitImport(session, *prepared, decision, &progress); },
        [prepared = m_prepared, kind](const ImportOutcome &outcome) {
            const ImportPlan &plan = prepared->plan;
            QString sentence = tr("%1 new, %2 changed").arg(QLocale().toString(plan.count(RowStatus::Create)), QLocale().toString(plan.count(RowStatus::Update)));
            if (outcome.leftOpen > 0)
                sentence += tr("; %n row(s) kept as issues", nullptr, outcome.leftOpen);
            return Job::Notice{sentence, listOf(kind), outcome.batch.value_or(0)};
        });
    connect(job, &Job::ended, this, [this, job] {
        m_reading = false;
        m_wizard->nextButton()->setEnabled(true);
        if (job->state() != Job::State::Finished)
            return;
        m_result->setText(job->notice().sentence);
        m_wizard->setStepState(Review, WizardFrame::StepState::Done);
        m_wizard->setCurrentStep(Done_);
        m_wizard->setStepState(Review, WizardFrame::StepState::Done);
        m_wizard->backButton()->hide();
    });
    startJob(job);
}

void ImportPage::startAnew()
{
    m_file->setFile({});
    for (const int step : {File, Review, Done_})
        m_wizard->setStepState(step, WizardFrame::StepState::NotYet);
    m_wizard->setCurrentStep(File);
}

} // namespace certdesk
