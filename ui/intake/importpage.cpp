// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/importpage.h"

#include "models/operations/intake/importtemplate.h"
#include "models/store/storethread.h"
#include "ui/common/banner.h"
#include "ui/common/jobs.h"
#include "ui/common/prompt.h"
#include "ui/common/theme.h"
#include "ui/common/wizardframe.h"
#include "ui/intake/commitpanel.h"
#include "ui/intake/commitwords.h"
#include "ui/intake/dialectpanel.h"
#include "ui/intake/intakedesk.h"
#include "ui/intake/mappingpanel.h"
#include "ui/intake/matchpanel.h"
#include "ui/intake/resultpanel.h"
#include "ui/intake/reviewfilters.h"
#include "ui/intake/reviewpanel.h"
#include "ui/intake/sourcepanel.h"
#include "ui/intake/statuswords.h"

#include <QFileInfo>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace certdesk {

namespace {

QStringList allowedOperations(const Person &person)
{
    QStringList names;
    for (const FileOperation &operation : fileOperations()) {
        if (person.may(fileOperationRight(operation)))
            names.append(operation.name);
    }
    return names;
}

} // namespace

ImportPage::ImportPage(const PageContext &context, QWidget *parent)
    : Page(QStringLiteral("import"), parent), m_context(context), m_desk(new IntakeDesk(*context.store, this)), m_wizard(new WizardFrame(this)),
      m_source(new SourcePanel(allowedOperations(context.store->person()))), m_dialect(new DialectPanel), m_mapping(new MappingPanel(*m_desk)),
      m_match(new MatchPanel(*m_desk)), m_review(new ReviewPanel(*m_desk, context.store->person().may(Right::OverrideRules))),
      m_commit(new CommitPanel(*m_desk)), m_result(new ResultPanel(*m_desk)), m_column(new QVBoxLayout(this))
{
    m_desk->setSchoolYear(context.schoolYear);
    build();
    connectPanels();
    connectDesk();
    loadSchools();
    followSource();
}

void ImportPage::build()
{
    m_wizard->addStep(tr("Source"), tr("Which file comes in?"), m_source);
    m_wizard->addStep(tr("Dialect"), tr("Is the file read as it should be?"), m_dialect);
    m_wizard->addStep(tr("Mapping"), tr("Which column is which field?"), m_mapping);
    m_wizard->addStep(tr("Match"), tr("How are the rows matched?"), m_match);
    m_wizard->addStep(tr("Review"), tr("Is this what should change?"), m_review);
    m_wizard->addStep(tr("Commit"), tr("Shall it be written?"), m_commit);
    m_wizard->addStep(tr("Result"), tr("The file is in"), m_result);
    m_wizard->setNextText(Source, tr("Read the file"));
    m_wizard->setNextText(Mapping, tr("Confirm data mapping"));
    m_wizard->setNextText(Match, tr("Review"));
    m_wizard->setNextText(Review, tr("Go on to commit"));
    m_wizard->setNextText(Result, tr("Import another file"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(m_wizard, 1);
    connect(m_wizard, &WizardFrame::stepWanted, this, [this](int step) {
        if (mayEnter(step))
            go(step);
    });
    connect(m_wizard, &WizardFrame::nextClicked, this, &ImportPage::next);
    connect(m_wizard, &WizardFrame::closeClicked, this, [this] { goTo({QStringLiteral("home"), {}}); });
    connect(m_wizard, &WizardFrame::navigationRequested, this, &Page::navigationRequested);
    connect(m_wizard, &WizardFrame::reasonClicked, this, [this](const QString &key) {
        if (key == QLatin1String("held"))
            m_review->goToFirstHeld();
        else if (key == QLatin1String("reason"))
            m_commit->setFocus();
    });
}

void ImportPage::connectPanels()
{
    connect(m_source, &SourcePanel::changed, this, &ImportPage::followSource);
    connect(m_source, &SourcePanel::templateWanted, this, &ImportPage::saveTemplate);
    connect(m_dialect, &DialectPanel::changed, this, [this] {
        m_wantsDialect = true;
        m_desk->setReadOptions(m_dialect->options());
        m_desk->read();
    });
    connect(m_mapping, &MappingPanel::refused, this, [this](const QString &why) { m_wizard->banner()->showMessage(Tone::Attention, why); });
    connect(m_match, &MatchPanel::changed, this, [this] { m_furthest = qMin(m_furthest, int(Match)); });
    connect(m_review, &ReviewPanel::changed, this, [this] { plan(Review); });
    connect(m_review, &ReviewPanel::modeChanged, this, &ImportPage::showReasons);
    connect(m_commit, &CommitPanel::changed, this, &ImportPage::showReasons);
    connect(m_result, &ResultPanel::undoWanted, this, [this] {
        goTo(PageAddress{QStringLiteral("undo"), {}}.set("batch", QString::number(m_desk->outcome().batch.id)));
    });
    connect(m_result, &ResultPanel::issuesWanted, this, [this] {
        goTo(PageAddress{QStringLiteral("issues"), {}}.set("batch", QString::number(m_desk->outcome().batch.id)));
    });
    connect(m_result, &ResultPanel::listWanted, this, [this] { goTo(fileOperationList(m_desk->operation())); });
    connect(m_result, &ResultPanel::detailsWanted, this, [this] {
        goTo(PageAddress{QStringLiteral("history"), {}}.set("id", QString::number(m_desk->outcome().batch.id)));
    });
}

void ImportPage::connectDesk()
{
    connect(m_desk, &IntakeDesk::tableRead, this, &ImportPage::takeTable);
    connect(m_desk, &IntakeDesk::mappingChanged, this, &ImportPage::takeMapping);
    connect(m_desk, &IntakeDesk::planned, this, &ImportPage::takePlan);
    connect(m_desk, &IntakeDesk::committed, this, &ImportPage::takeOutcome);
    connect(m_desk, &IntakeDesk::staled, this, &ImportPage::takeStale);
    connect(m_desk, &IntakeDesk::failed, this, &ImportPage::takeFailure);
    connect(m_desk, &IntakeDesk::busyChanged, this, &ImportPage::showReasons);
    connect(m_desk, &IntakeDesk::jobStarted, this, [this](Job *job) {
        delete m_bar;
        m_bar = new JobBar(job, this);
        m_bar->setContentsMargins(spacing::margin, 0, spacing::margin, 0);
        m_column->insertWidget(0, m_bar);
        connect(job, &Job::ended, m_bar, &QObject::deleteLater);
        connect(m_bar, &QObject::destroyed, this, [this, bar = m_bar] {
            if (m_bar == bar)
                m_bar = nullptr;
        });
        startJob(job);
    });
}

void ImportPage::loadSchools()
{
    m_context.store->run<QVector<MatchPanel::School>>(
        this,
        [](Session &session) -> certdesk::Result<QVector<MatchPanel::School>> {
            const auto records = session.records(EntityKind::School);
            if (!records)
                return tl::unexpected(records.error());
            QVector<MatchPanel::School> schools;
            for (const Record &school : *records)
                schools.append({school.text("school_code"), school.text("name")});
            std::sort(schools.begin(), schools.end(), [](const auto &a, const auto &b) { return a.name.localeAwareCompare(b.name) < 0; });
            return schools;
        },
        [this](const certdesk::Result<QVector<MatchPanel::School>> &schools) {
            if (schools)
                m_match->setSchools(*schools);
        });
}

void ImportPage::open(const PageAddress &address)
{
    if (const QString kind = address.parameter("kind"); !kind.isEmpty())
        m_source->setOperation(kind);
    if (const QString file = address.parameter("file"); !file.isEmpty())
        m_source->setFile(file);
    if (!address.parameter("kind").isEmpty() && m_wizard->currentStep() == Result)
        startAnew();
}

void ImportPage::setSchoolYear(qint64 endYear)
{
    m_context.schoolYear = endYear;
    m_desk->setSchoolYear(endYear);
}

void ImportPage::findInPage()
{
    if (m_wizard->currentStep() == Review)
        m_review->filters()->focusText();
}

QJsonObject ImportPage::draft() const
{
    const bool isWorth = !m_desk->work().request.file.isEmpty() && m_wizard->currentStep() != Result;
    return isWorth ? QJsonObject{{QStringLiteral("work"), workJson(m_desk->work())}, {QStringLiteral("step"), m_wizard->currentStep()}} : QJsonObject();
}

void ImportPage::restoreDraft(const QJsonObject &draft)
{
    const IntakeWork work = workFromJson(draft[QStringLiteral("work")].toObject());
    if (!fileOperation(work.operation))
        return;
    m_source->setOperation(work.operation);
    m_source->setFile(work.request.file);
    m_desk->setWork(work);
    m_match->showWork();
    showReasons();
}

void ImportPage::saveTemplate(bool filled)
{
    const FileOperation &operation = m_desk->operation();
    FileChooser::save(this, filled ? tr("Save a filled sample") : tr("Save a template"), operation.name + QStringLiteral(".xlsx"),
                      tr("Excel with text cells (*.xlsx);;CSV (*.csv)"), [this, filled, operation](const QString &path) {
                          if (path.isEmpty())
                              return;
                          const Done done = writeImportTemplate(operation.kind, filled ? TemplateContent::Sample : TemplateContent::HeaderOnly, path, operation.templateFields);
                          if (!done)
                              return m_wizard->banner()->showError(done.error());
                          m_wizard->banner()->showMessage(Tone::Good, tr("%1 is saved").arg(QFileInfo(path).fileName()), tr("Fill it and choose it here."));
                      });
}

} // namespace certdesk
