// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/certificationpath.h"

#include "models/tables/recordtable.h"
#include "ui/common/prompt.h"
#include "ui/common/statuschip.h"
#include "ui/common/wizardframe.h"

#include <QDir>
#include <QFileInfo>
#include <QPushButton>
#include <QToolButton>
#include <QTreeWidget>

#include <memory>

namespace certdesk {

namespace {

constexpr int calm = 400; ///< milliseconds before a picture
constexpr int importReview = 4; ///< steps of the wizard of files (R-040)
constexpr int importResult = 6;

} // namespace

CertificationPath::CertificationPath(Driver &driver, const Stage &stage, Story &story)
    : m_driver(driver), m_walk(driver.walk()), m_stage(stage), m_story(story)
{
}

void CertificationPath::add()
{
    addConnection();
    addImports();
    addChecks();
    addCategory();
    addEvent();
    addMembers();
    bool isFirst = true;
    for (const Player &certifier : std::as_const(m_stage.certifiers))
        addCertifier(certifier, std::exchange(isFirst, false));
    addApproval();
    addEnd();
}

void CertificationPath::chapter(const QString &title)
{
    m_walk.act([this, title] { m_story.chapter(title); });
}

void CertificationPath::tell(std::function<QString()> sentence)
{
    m_walk.act([this, sentence = std::move(sentence)] { m_story.tell(sentence()); });
}

void CertificationPath::picture(const QString &name)
{
    m_walk.rest(calm);
    m_walk.act([this, name] { m_story.picture(&m_driver.window(), name); });
}

WizardFrame *CertificationPath::wizard() const
{
    return m_driver.page() ? m_driver.page()->findChild<WizardFrame *>() : nullptr;
}

void CertificationPath::addConnection()
{
    chapter(Walk::tr("The district connects to its state"));
    m_driver.signIn(m_stage.districtAdministrator);
    m_driver.go(PageAddress{QStringLiteral("settings"), {}}.set("section", QStringLiteral("link")));
    m_driver.type("stateDatabaseInput", m_stage.state.display());
    m_driver.press("testLinkButton");
    m_walk.until(Walk::tr("the answer of the state"), [this] { return m_driver.find<QAbstractButton>("connectStateButton")->isEnabled(); });
    m_driver.press("connectStateButton");
    m_walk.until(Walk::tr("the link"), [this] { return m_driver.find<StatusChip>("stateLinkChip")->tone() == Tone::Good; });
    picture(Walk::tr("Connected to the state"));
    tell([this] { return Walk::tr("Settings: %1. Status bar: %2.").arg(m_driver.find<StatusChip>("stateLinkChip")->word(), m_driver.find<QToolButton>("linkButton")->text()); });
}

void CertificationPath::addImports()
{
    chapter(Walk::tr("Roster and attempts come in from files"));
    for (const Stage::File &file : std::as_const(m_stage.files))
        addImport(file, file.kind == QLatin1String("students") || file.kind == QLatin1String("attempts"));
    m_driver.go("students");
    m_walk.until(Walk::tr("the students"), [this] { return !m_driver.sentence().isEmpty() && !m_driver.sentence().startsWith(QLatin1String("0 ")); });
    picture(Walk::tr("The roster"));
    tell([this] { return Walk::tr("Students: %1.").arg(m_driver.sentence()); });
}

/// Says Next on every step before `step`, once each; pages with nothing to decide are passed over by themselves.
void CertificationPath::untilStep(const QString &what, int step)
{
    auto clicked = std::make_shared<int>(-1);
    m_walk.until(what, [this, step, clicked] {
        const int here = wizard()->currentStep();
        if (!wizard()->nextButton()->isEnabled() && here != importResult)
            return false;
        if (here < step && here != *clicked) {
            *clicked = here;
            wizard()->nextButton()->click();
        }
        return wizard()->currentStep() == step;
    });
}

void CertificationPath::addImport(const Stage::File &file, bool withPicture)
{
    const QString name = QFileInfo(file.path).fileName();
    m_driver.go("import");
    m_walk.act([this] {
        if (wizard()->currentStep() == importResult)
            wizard()->nextButton()->click(); // import another file
    });
    m_driver.go(PageAddress{QStringLiteral("import"), {}}.set("kind", file.kind).set("file", QDir::toNativeSeparators(file.path)));
    m_walk.until(Walk::tr("the file %1").arg(name), [this] { return wizard()->currentStep() == 0 && wizard()->nextButton()->isEnabled(); });
    untilStep(Walk::tr("what %1 would change").arg(name), importReview);
    if (withPicture)
        picture(Walk::tr("Import of %1").arg(file.kind));
    tell([this, name] { return Walk::tr("%1: %2").arg(name, importCounts()); });
    untilStep(Walk::tr("the import of %1").arg(name), importResult);
    m_driver.untilJobsAreDone(name);
}

QString CertificationPath::importCounts() const
{
    QStringList words;
    const auto *counts = m_driver.find<QWidget>("importCounts");
    for (const StatusChip *chip : counts->findChildren<StatusChip *>()) {
        if (chip->isVisible())
            words.append(chip->word());
    }
    for (const QAbstractButton *button : counts->findChildren<QAbstractButton *>()) {
        if (button->isVisible())
            words.append(button->text());
    }
    return words.join(QStringLiteral(", "));
}

void CertificationPath::addChecks()
{
    chapter(Walk::tr("The checks run"));
    m_driver.go("findings");
    m_driver.trigger("runChecks");
    m_driver.untilJobsAreDone(Walk::tr("the checks"));
    m_walk.until(Walk::tr("the findings"), [this] { return m_driver.find<QAction>("runChecks")->isEnabled() && m_driver.find<QAction>("saveFindings")->isEnabled(); });
    picture(Walk::tr("Findings of the checks"));
    tell([this] { return Walk::tr("Findings: %1.").arg(m_driver.sentence()); });
    for (const char *format : {"pdf", "csv"})
        addReport(format);
}

void CertificationPath::addReport(const char *format)
{
    const auto file = std::make_shared<QString>();
    m_walk.act([this, format, file] {
        *file = m_story.document(QStringLiteral("findings.") + QLatin1String(format));
        FileChooser::setNextFileName(*file);
        m_driver.triggerNow("saveFindings");
    });
    m_walk.until(Walk::tr("the report of the checks"), [file] { return QFileInfo(*file).size() > 0; });
}

void CertificationPath::addMember(const QString &person, const char *role)
{
    m_driver.choose("memberPerson", person);
    m_driver.choose("memberRole", QString::fromLatin1(role));
    m_driver.press("addMember");
    m_walk.until(Walk::tr("the member %1").arg(person), [this, person] {
        return !m_driver.find<QTreeWidget>("memberList")->findItems(person, Qt::MatchExactly, 1).isEmpty();
    });
}

void CertificationPath::addApproval()
{
    chapter(Walk::tr("The state decides"));
    m_driver.signIn(m_stage.approver);
    m_driver.go("events");
    m_walk.until(Walk::tr("the event"), [this] { return m_driver.page()->findChild<RecordTable *>() && !m_driver.page()->findChild<RecordTable *>()->ids().isEmpty(); });
    m_walk.act([this] {
        const qint64 event = m_driver.page()->findChild<RecordTable *>()->ids().first();
        m_driver.go(PageAddress{QStringLiteral("submissions"), {}}.set("event", QString::number(event)));
    });
    m_walk.until(Walk::tr("the submission"), [this] {
        const auto *rows = m_driver.find<QTreeWidget>("submissionList");
        return rows && rows->topLevelItemCount() > 0 && m_driver.find<QAbstractButton>("approveCertification")->isEnabled();
    });
    picture(Walk::tr("The submission at the state"));
    tell([this] {
        const auto *row = m_driver.find<QTreeWidget>("submissionList")->topLevelItem(0);
        return Walk::tr("At the state, %1: %2.").arg(row->text(0), row->text(1));
    });
    const auto before = std::make_shared<QString>();
    m_walk.act([this, before] { *before = m_driver.find<QTreeWidget>("submissionList")->topLevelItem(0)->text(1); });
    m_driver.press("approveCertification");
    m_walk.until(Walk::tr("the approval"), [this, before] {
        const auto *rows = m_driver.find<QTreeWidget>("submissionList");
        return rows->topLevelItemCount() > 0 && rows->topLevelItem(0)->text(1) != *before;
    });
    picture(Walk::tr("Approved"));
    tell([this] {
        const auto *row = m_driver.find<QTreeWidget>("submissionList")->topLevelItem(0);
        return Walk::tr("At the state, %1: %2.").arg(row->text(0), row->text(1));
    });
}

void CertificationPath::addEnd()
{
    chapter(Walk::tr("The district sees the approval"));
    for (const Player &certifier : std::as_const(m_stage.certifiers)) {
        m_driver.signIn(certifier);
        addRowOf(certifier.name, true);
    }
    picture(Walk::tr("Approved by the state"));
    m_driver.go("messages");
    m_walk.rest(calm);
    tell([this] { return Walk::tr("Messages of %1: %2.").arg(m_stage.certifiers.last().name, m_driver.sentence()); });
}

} // namespace certdesk
