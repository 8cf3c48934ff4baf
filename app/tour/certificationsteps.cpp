// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the path that are certification itself: category, event, members, the four steps.
#include "app/tour/certificationpath.h"

#include "models/domain/certification/statuses.h"
#include "ui/certification/certificationwizard.h"
#include "ui/certification/eventlistpanel.h"
#include "ui/state/eventform.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QTableView>
#include <QTextBrowser>
#include <QTreeWidget>

namespace certdesk {

namespace {

/// Where the event stands in the list; -1: not there.
int rowOf(const Driver &driver, const QString &event)
{
    const auto *list = driver.find<EventListPanel>();
    for (int row = 0; list && row < list->table().rowCount(); ++row) {
        if (list->table().row(row).eventName == event)
            return row;
    }
    return -1;
}

} // namespace

void CertificationPath::addCategory()
{
    chapter(Walk::tr("The state makes a category"));
    m_driver.signIn(m_stage.stateAdministrator);
    m_driver.go("categories");
    m_driver.type("categoryName", m_stage.category);
    m_driver.press("saveCategory");
    m_walk.until(Walk::tr("the category"), [this] { return m_driver.find<QTreeWidget>("categoryList")->topLevelItemCount() == 1; });
    m_driver.trigger("publishCategory");
    m_walk.until(Walk::tr("the published category"), [this] {
        const auto *list = m_driver.find<QTreeWidget>("categoryList");
        return list->topLevelItemCount() == 1 && list->topLevelItem(0)->text(3) == Walk::tr("yes");
    });
    addMember(m_stage.approver.name, "approver");
    picture(Walk::tr("Certification category"));
    tell([this] { return Walk::tr("Category %1 is published; %2 approves.").arg(m_stage.category, m_stage.approver.name); });
}

void CertificationPath::addEvent()
{
    chapter(Walk::tr("The state publishes an event"));
    m_driver.go("event");
    m_walk.until(Walk::tr("the district among the participants"), [this] {
        const auto *participants = m_driver.find<QTreeWidget>("participants");
        return participants && participants->topLevelItemCount() > 0;
    });
    m_driver.type("eventName", m_stage.event);
    m_driver.choose("certificationCategory", m_stage.category);
    picture(Walk::tr("New event"));
    m_walk.act([this] {
        auto *form = m_driver.find<EventForm>();
        form->showTab(EventForm::Data);
        m_driver.find<QTreeWidget>("validationGroups")->topLevelItem(0)->setCheckState(0, Qt::Checked);
    });
    picture(Walk::tr("Data of the event"));
    m_walk.act([this] {
        m_driver.find<EventForm>()->showTab(EventForm::Participants);
        m_driver.pressNow("selectAllParticipants");
        m_driver.find<EventForm>()->showTab(EventForm::Snapshots);
        m_driver.pressNow("snapshotStart");
    });
    picture(Walk::tr("Snapshots of the event"));
    m_driver.press("publishEvent");
    m_walk.until(Walk::tr("the published event"), [this] { return !m_driver.find<EventForm>()->isChanged(); });
    m_driver.go("events");
    picture(Walk::tr("Events of the state"));
    tell([this] { return Walk::tr("Event %1: %2.").arg(m_stage.event, m_driver.sentence()); });
}

void CertificationPath::addMembers()
{
    chapter(Walk::tr("The district names its certifiers"));
    m_driver.signIn(m_stage.districtAdministrator);
    m_driver.go("certification");
    m_driver.trigger("syncNow");
    m_driver.untilJobsAreDone(Walk::tr("the exchange with the state"));
    m_driver.go("categories");
    m_walk.until(Walk::tr("the category of the state"), [this] { return m_driver.find<QTreeWidget>("categoryList")->topLevelItemCount() == 1; });
    for (const Player &certifier : std::as_const(m_stage.certifiers))
        addMember(certifier.name, "certifier");
    picture(Walk::tr("Members of the district"));
    tell([this] {
        QStringList names;
        for (const Player &certifier : std::as_const(m_stage.certifiers))
            names.append(certifier.name);
        return Walk::tr("Certifiers: %1. Each of them has to sign.").arg(names.join(QStringLiteral(", ")));
    });
}

void CertificationPath::addCertifier(const Player &certifier, bool isFirst)
{
    chapter(Walk::tr("%1 certifies").arg(certifier.name));
    addOpening(certifier);
    if (isFirst)
        addRuns();
    addView("stateValidationResults", 1);
    m_walk.act([this] {
        if (m_driver.find<QTreeWidget>("snapshotResults")->topLevelItemCount() == 0)
            m_driver.pressNow("snapshotRun");
    });
    addView("snapshotResults", 2);
    addSubmission(certifier);
}

void CertificationPath::addOpening(const Player &certifier)
{
    m_driver.signIn(certifier);
    m_driver.go("certification");
    m_driver.trigger("syncNow");
    m_driver.untilJobsAreDone(Walk::tr("the exchange with the state"));
    m_walk.until(Walk::tr("the event in the list"), [this] { return rowOf(m_driver, m_stage.event) >= 0; });
    picture(Walk::tr("Events of %1").arg(certifier.name));
    m_walk.act([this] {
        auto *table = m_driver.find<QTableView>("eventList");
        const QModelIndex row = table->model()->index(rowOf(m_driver, m_stage.event), 0);
        table->setCurrentIndex(row);
        Q_EMIT table->activated(row);
    });
    m_walk.until(Walk::tr("the wizard"), [this] {
        const auto *wizard = m_driver.find<CertificationWizard>();
        return wizard && wizard->isVisible() && !wizard->view().row.eventName.isEmpty();
    });
}

void CertificationPath::addRuns()
{
    const auto passed = [this](WizardStep step) {
        const auto *wizard = m_driver.find<CertificationWizard>();
        return wizard->view().state.isPassed(step) && wizard->nextButton()->isEnabled();
    };
    picture(Walk::tr("Step 1"));
    m_driver.press("validationRun");
    m_walk.until(Walk::tr("the validation in the district"), [passed] { return passed(WizardStep::Validation); });
    picture(Walk::tr("Step 1 is done"));
    tell([this] { return Walk::tr("Validation in the district: %1.").arg(m_driver.sentence()); });
    m_walk.act([this] { m_driver.find<CertificationWizard>()->nextButton()->click(); });
    m_walk.until(Walk::tr("step 2"), [this] { return m_driver.find<CertificationWizard>()->currentStep() == 1; });
    m_driver.press("stateValidationRun");
    m_walk.until(Walk::tr("the validation at the state"), [this] { return m_driver.find<QTreeWidget>("stateValidationResults")->topLevelItemCount() > 0; });
}

/// Opens the newest report of the step, so that this person has viewed it, and comes back.
void CertificationPath::addView(const char *results, int step)
{
    m_walk.until(Walk::tr("the report of step %1").arg(step + 1), [this, results] { return m_driver.find<QTreeWidget>(results)->topLevelItemCount() > 0; });
    m_walk.act([this, results] {
        auto *list = m_driver.find<QTreeWidget>(results);
        Q_EMIT list->itemActivated(list->topLevelItem(0), 0);
    });
    m_walk.until(Walk::tr("the report"), [this] {
        return m_driver.page()->name() == QLatin1String("result") && !m_driver.find<QTextBrowser>("resultText")->toPlainText().isEmpty();
    });
    picture(Walk::tr("Report of step %1").arg(step + 1));
    tell([this, step] { return Walk::tr("Report of step %1: %2.").arg(step + 1).arg(m_driver.sentence()); });
    m_driver.trigger("backToEvent");
    m_walk.until(Walk::tr("step %1").arg(step + 2), [this, step] {
        const auto *wizard = m_driver.find<CertificationWizard>();
        return m_driver.page()->name() == QLatin1String("certify") && wizard->view().state.isPassed(static_cast<WizardStep>(step)) && wizard->currentStep() == step + 1;
    });
}

void CertificationPath::addSubmission(const Player &certifier)
{
    picture(Walk::tr("%1 submits").arg(certifier.name));
    m_walk.act([this] {
        m_driver.find<QAbstractButton>("acceptStatement")->setChecked(true);
    });
    m_driver.type("submitPassword", certifier.password);
    m_walk.until(Walk::tr("what is still missing"), [this] { return m_driver.find<CertificationWizard>()->nextButton()->isEnabled(); });
    m_walk.act([this] { m_driver.find<CertificationWizard>()->nextButton()->click(); });
    m_walk.until(Walk::tr("the signature of %1").arg(certifier.name), [this] { return m_driver.find<CertificationWizard>()->view().isSigned; });
    m_driver.untilJobsAreDone(Walk::tr("the submission"));
    picture(Walk::tr("Receipt of %1").arg(certifier.name));
    m_walk.act([this, certifier] {
        QSaveFile file(m_story.document(QStringLiteral("submission-%1.html").arg(certifier.name)));
        const QByteArray receipt = m_driver.page()->printableHtml().toUtf8();
        if (receipt.isEmpty() || !file.open(QIODevice::WriteOnly) || file.write(receipt) < 0 || !file.commit())
            m_walk.fail(Walk::tr("The receipt of %1 could not be written.").arg(certifier.name));
        m_story.tell(Walk::tr("Statement: %1").arg(m_driver.find<CertificationWizard>()->view().statement));
    });
    addRowOf(certifier.name, false);
}

void CertificationPath::addRowOf(const QString &person, bool isLast)
{
    m_driver.go("certification");
    m_driver.trigger("syncNow");
    m_driver.untilJobsAreDone(Walk::tr("the exchange with the state"));
    m_walk.until(Walk::tr("the event in the list"), [this, isLast] {
        const int row = rowOf(m_driver, m_stage.event);
        if (row < 0)
            return false;
        const auto &event = m_driver.find<EventListPanel>()->table().row(row);
        return isLast ? event.status == ParticipantStatus::Approved : event.userStatus == UserStatus::Complete;
    });
    m_walk.act([this, person, isLast] { readRow(person, isLast); });
}

void CertificationPath::readRow(const QString &person, bool isLast)
{
    const EventRow &row = m_driver.find<EventListPanel>()->table().row(rowOf(m_driver, m_stage.event));
    const QString codes = statusCode(row.status) + QLatin1Char(' ') + statusCode(row.userStatus);
    if (isLast)
        m_statuses.append(codes);
    m_story.tell(Walk::tr("%1 sees: %2, %3 (%4).").arg(person, statusLabel(row.status), statusLabel(row.userStatus), codes));
}

} // namespace certdesk
