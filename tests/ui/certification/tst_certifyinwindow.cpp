// SPDX-License-Identifier: GPL-3.0-or-later
// The path of certification through the real window alone: the state makes and publishes an event, two certifiers go through
// the wizard, the state approves. The statuses are those that the same path leaves from the command line.
#include "tests/support/certificationfixture.h"
#include "tests/ui/walk.h"
#include "ui/certification/certificationwizard.h"
#include "ui/certification/eventlistpanel.h"
#include "ui/common/preferences.h"
#include "ui/frame/mainwindow.h"
#include "ui/frame/workarea.h"
#include "ui/standard.h"
#include "ui/state/eventform.h"

#include <QAction>
#include <QCheckBox>
#include <QRadioButton>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>
#include <QTreeWidget>

using namespace certdesk;
using namespace certdesk::test;

class TestCertifyInWindow : public QObject
{
    Q_OBJECT

    static constexpr int patience = 30000;

    /// One person at one database, in a window of their own.
    class Desk
    {
    public:
        Desk(const TestDatabase &database, const QString &person, ThemeKeeper &theme)
            : m_preferences(m_folder.filePath(QStringLiteral("preferences.ini"))),
              m_window(m_store, m_preferences, theme, standardServices(), m_folder.filePath(QStringLiteral("drafts")))
        {
            m_window.resize(1366, 768);
            m_window.show();
            m_window.openDatabase(database.url(), person, TestDatabase::password());
        }
        MainWindow &window() { return m_window; }
        template <class T> T *find(const char *name) const { return m_window.findChild<T *>(QString::fromLatin1(name)); }
        template <class T> T *find() const { return m_window.findChild<T *>(); }
        void go(const char *page) { m_window.goTo({QString::fromLatin1(page), {}}); }
        void press(const char *name) const
        {
            auto *button = find<QAbstractButton>(name);
            QVERIFY2(button, name);
            button->click();
        }
        void trigger(const char *name) const
        {
            auto *action = find<QAction>(name);
            QVERIFY2(action, name);
            action->trigger();
        }

    private:
        QTemporaryDir m_folder;
        StoreThread m_store;
        Preferences m_preferences;
        MainWindow m_window;
    };

    void publishEvent(CertificationFixture &fixture)
    {
        Desk desk(fixture.state, QStringLiteral("admin"), *m_theme);
        QTRY_COMPARE_WITH_TIMEOUT(desk.window().face(), MainWindow::Face::Work, patience);
        desk.go("event");
        auto *form = desk.find<EventForm>();
        QVERIFY(form);
        auto *participants = desk.find<QTreeWidget>("participants");
        QTRY_VERIFY_WITH_TIMEOUT(participants->topLevelItemCount() == 1, patience);
        QTest::keyClicks(desk.find<QLineEdit>("eventName"), QStringLiteral("From the window"));
        desk.find<QComboBox>("certificationCategory")->setCurrentText(QStringLiteral("CTE"));
        form->showTab(EventForm::Data);
        desk.find<QTreeWidget>("validationGroups")->topLevelItem(0)->setCheckState(0, Qt::Checked);
        form->showTab(EventForm::Participants);
        desk.press("selectAllParticipants");
        form->showTab(EventForm::Snapshots);
        desk.press("snapshotStart");
        walk::picture(&desk.window(), QStringLiteral("event-editor"));
        desk.press("publishEvent");
        desk.go("events");
        QTRY_VERIFY_WITH_TIMEOUT(findEvent(fixture.stateAdmin(), QStringLiteral("From the window")).has_value()
                                     && readParticipants(fixture.stateAdmin(), fixture.event(QStringLiteral("From the window")))->size() == 1,
                                 patience);
    }

    /// Opens the newest report of the step, so that this person has viewed it, and comes back.
    void view(Desk &desk, const char *results, int step)
    {
        auto *list = desk.find<QTreeWidget>(results);
        QTRY_VERIFY_WITH_TIMEOUT(list->topLevelItemCount() > 0, patience);
        Q_EMIT list->itemActivated(list->topLevelItem(0), 0);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.find<QTextBrowser>("resultText")->toPlainText().isEmpty(), patience);
        desk.trigger("backToEvent");
        auto *wizard = desk.find<CertificationWizard>();
        QTRY_VERIFY_WITH_TIMEOUT(wizard->view().state.isPassed(static_cast<WizardStep>(step)), patience);
        QTRY_COMPARE_WITH_TIMEOUT(wizard->currentStep(), step + 1, patience);
    }

    void certify(CertificationFixture &fixture, const QString &person)
    {
        Desk desk(fixture.district, person, *m_theme);
        QTRY_COMPARE_WITH_TIMEOUT(desk.window().face(), MainWindow::Face::Work, patience);
        desk.go("certification");
        auto *list = desk.find<EventListPanel>();
        desk.trigger("syncNow");
        QTRY_COMPARE_WITH_TIMEOUT(list->table().rowCount(), 2, patience);
        QCOMPARE(list->table().row(0).eventName, QStringLiteral("From the window"));
        auto *table = desk.find<QTableView>("eventList");
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table, Qt::Key_Return);
        auto *wizard = desk.find<CertificationWizard>();
        QTRY_VERIFY_WITH_TIMEOUT(wizard && wizard->isVisible() && !wizard->view().row.eventName.isEmpty(), patience);
        if (!wizard->view().state.isPassed(WizardStep::Validation)) {
            desk.press("validationRun");
            QTRY_VERIFY_WITH_TIMEOUT(wizard->view().state.isPassed(WizardStep::Validation), patience);
            QTRY_VERIFY_WITH_TIMEOUT(wizard->nextButton()->isEnabled(), patience);
            wizard->nextButton()->click();
            desk.press("stateValidationRun");
        }
        view(desk, "stateValidationResults", 1);
        if (wizard->view().facts.runs.isEmpty() || !desk.find<QTreeWidget>("snapshotResults")->topLevelItemCount())
            desk.press("snapshotRun");
        view(desk, "snapshotResults", 2);
        walk::settle();
        walk::picture(&desk.window(), QStringLiteral("certify-and-submit"));
        desk.press("acceptStatement");
        QTest::keyClicks(desk.find<QLineEdit>("submitPassword"), TestDatabase::password());
        QTRY_VERIFY_WITH_TIMEOUT(wizard->nextButton()->isEnabled(), patience);
        wizard->nextButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(wizard->view().isSigned, patience);
    }

    void approve(CertificationFixture &fixture)
    {
        Desk desk(fixture.state, QStringLiteral("sam"), *m_theme);
        QTRY_COMPARE_WITH_TIMEOUT(desk.window().face(), MainWindow::Face::Work, patience);
        const qint64 event = fixture.event(QStringLiteral("From the window"));
        desk.window().goTo(PageAddress{QStringLiteral("submissions"), {}}.set("event", QString::number(event)));
        auto *rows = desk.find<QTreeWidget>("submissionList");
        QTRY_COMPARE_WITH_TIMEOUT(rows->topLevelItemCount(), 1, patience);
        QCOMPARE(rows->topLevelItem(0)->text(1), QStringLiteral("Certification Sent to State"));
        walk::settle();
        walk::picture(&desk.window(), QStringLiteral("submission"));
        desk.press("approveCertification");
        QTRY_COMPARE_WITH_TIMEOUT(rows->topLevelItem(0)->text(1), QStringLiteral("Certification Approved by State"), patience);
    }

    QString statuses(CertificationFixture &fixture, const QString &person)
    {
        const auto rows = readEventRows(fixture.at(fixture.district, person));
        for (const EventRow &row : *rows) {
            if (row.eventName == QLatin1String("From the window"))
                return statusCode(row.status) + QLatin1Char(' ') + statusCode(row.userStatus);
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        m_theme = new ThemeKeeper(*qApp);
    }

    void theWholePathRunsFromTheWindow()
    {
        CertificationFixture fixture(Engine::Sqlite);
        publishEvent(fixture);
        certify(fixture, QStringLiteral("ana"));
        QCOMPARE(statuses(fixture, QStringLiteral("ana")), QStringLiteral("PST_IN_PROGRESS UST_COMPLETE"));
        certify(fixture, QStringLiteral("ben"));
        QCOMPARE(statuses(fixture, QStringLiteral("ben")), QStringLiteral("PST_SENT UST_COMPLETE"));
        approve(fixture);
        fixture.sync();
        QCOMPARE(statuses(fixture, QStringLiteral("ana")), QStringLiteral("PST_APPROVED UST_COMPLETE"));
        QCOMPARE(statuses(fixture, QStringLiteral("ben")), QStringLiteral("PST_APPROVED UST_COMPLETE"));
    }

private:
    ThemeKeeper *m_theme = nullptr;
};

QTEST_MAIN(TestCertifyInWindow)
#include "tst_certifyinwindow.moc"
