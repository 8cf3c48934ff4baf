// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/walk.h"
#include "ui/certification/certificationwizard.h"
#include "ui/certification/eventlistpanel.h"
#include "ui/common/theme.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTreeWidget>

using namespace certdesk;

class TestCertificationDetailss : public QObject
{
    Q_OBJECT

    static QVector<EventRow> rows()
    {
        const auto row = [](qint64 id, const char *name, UserStatus user, ParticipantStatus status, bool started) {
            EventRow row;
            row.participation = id;
            row.eventName = QString::fromLatin1(name);
            row.role = QStringLiteral("certifier");
            row.userStatus = user;
            row.status = status;
            row.start = dayNumber(2025, 6, 1);
            row.opens = dayNumber(2025, 6, 15);
            row.dueDate = dayNumber(2025, 7, 31);
            row.hasStarted = started;
            return row;
        };
        return {row(1, "Test URL", UserStatus::Incomplete, ParticipantStatus::InProgress, true),
                row(2, "David 1", UserStatus::Pending, ParticipantStatus::Requested, true),
                row(3, "test dv and url", UserStatus::Incomplete, ParticipantStatus::InProgress, true),
                row(4, "Student Tardiness", UserStatus::NotApplicable, ParticipantStatus::InProgress, false),
                row(5, "Test School", UserStatus::Open, ParticipantStatus::InProgress, false)};
    }

    static CertificationDetails view(StepStatus validation, StepStatus state, StepStatus snapshot)
    {
        CertificationDetails view;
        view.row = rows().first();
        view.facts.role = QStringLiteral("certifier");
        view.facts.currentSnapshot = 1;
        view.facts.runs = {{11, WizardStep::Validation, QStringLiteral("District validation"), QStringLiteral("RES_COMPLETED"), 1000, 3, {QStringLiteral("EX-10")}, 0, true, {}},
                           {12, WizardStep::StateValidation, QStringLiteral("State validation"), QStringLiteral("RES_RUNNING"), 2000, 0, {}, 0, false, {}}};
        view.state.validation = validation;
        view.state.stateValidation = state;
        view.state.snapshot = snapshot;
        if (validation != StepStatus::Complete)
            view.state.blockers.append({QStringLiteral("C-500"), QStringLiteral("validation"), QStringLiteral("3 FATAL findings are open in EX-10. Correct them and run the report again."), {}});
        view.totals = {{QStringLiteral("students"), 1204, 1190}, {QStringLiteral("attempts"), 900, 812}};
        view.statement = QStringLiteral("I certify that the data of this snapshot are complete and right to the best of my knowledge.");
        view.signedBy = {QStringLiteral("Ana Birch")};
        view.missing = {QStringLiteral("Robin Alder")};
        view.snapshotRows = 12345;
        return view;
    }

private Q_SLOTS:
    void initTestCase() { m_theme = new ThemeKeeper(*qApp); }

    void theListIsSortedByNameWhateverTheCase()
    {
        EventListTable table;
        QAbstractItemModelTester tester(&table);
        table.setRows(rows(), dayNumber(2025, 7, 15));
        QStringList names;
        for (int i = 0; i < table.rowCount(); ++i)
            names.append(table.index(i, EventListTable::EventName).data().toString());
        QCOMPARE(names, QStringList({QStringLiteral("David 1"), QStringLiteral("Student Tardiness"), QStringLiteral("test dv and url"),
                                     QStringLiteral("Test School"), QStringLiteral("Test URL")}));
        QCOMPARE(table.pagingText(), QStringLiteral("1 - 5 of 5 items"));
        QCOMPARE(table.index(0, EventListTable::UserStatusColumn).data().toString(), QStringLiteral("Recertification Request Pending"));
        QCOMPARE(table.index(3, EventListTable::Action).data().toString(), QStringLiteral("Start Certification"));
    }

    void newRowsKeepTheSelection()
    {
        EventListPanel panel;
        QAbstractItemModelTester tester(panel.findChild<QTableView *>()->model());
        panel.setRows(rows(), dayNumber(2025, 7, 15));
        panel.selectParticipation(5);
        QVector<EventRow> later = rows();
        later.removeFirst();
        later[0].eventName = QStringLiteral("Zebra");
        panel.setRows(later, dayNumber(2025, 7, 15));
        QCOMPARE(panel.selectedParticipation(), qint64{5});
        QCOMPARE(panel.table().rowCount(), 4);
    }

    void filtersHideRowsAndSaySo()
    {
        EventListPanel panel;
        panel.setRows(rows(), dayNumber(2025, 7, 15));
        auto *name = panel.findChild<QLineEdit *>(QStringLiteral("filterEventName"));
        QTest::keyClicks(name, QStringLiteral("url"));
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(panel.table().pagingText(), QStringLiteral("1 - 2 of 2 items"));
        panel.findChild<QPushButton *>(QStringLiteral("clearFilter"))->click();
        QCOMPARE(panel.table().rowCount(), 5);
    }

    void nextIsRefusedWithItsReasons()
    {
        CertificationWizard wizard;
        wizard.present(view(StepStatus::InProgress, StepStatus::NotStarted, StepStatus::NotStarted));
        wizard.goToFirstOpenStep();
        QCOMPARE(wizard.currentStep(), 0);
        QVERIFY(!wizard.nextButton()->isEnabled());
        QCOMPARE(wizard.reasons(0).first().key, QStringLiteral("C-500"));
        wizard.present(view(StepStatus::Complete, StepStatus::NotStarted, StepStatus::NotStarted));
        QVERIFY(wizard.nextButton()->isEnabled());
        wizard.nextButton()->click();
        QCOMPARE(wizard.currentStep(), 1);
    }

    void aReviewerEndsAtTheSnapshot()
    {
        CertificationWizard wizard;
        CertificationDetails reviewed = view(StepStatus::Complete, StepStatus::Complete, StepStatus::Complete);
        reviewed.facts.role = QStringLiteral("reviewer");
        wizard.present(reviewed);
        wizard.goToFirstOpenStep();
        QCOMPARE(wizard.currentStep(), static_cast<int>(WizardStep::Snapshot));
        QVERIFY(!wizard.nextButton()->isVisibleTo(&wizard));
    }

    void submittingNeedsStatementAndPassword()
    {
        CertificationWizard wizard;
        wizard.present(view(StepStatus::Complete, StepStatus::Complete, StepStatus::Complete));
        wizard.goToFirstOpenStep();
        QCOMPARE(wizard.currentStep(), static_cast<int>(WizardStep::Submit));
        QVERIFY(!wizard.nextButton()->isEnabled());
        wizard.findChild<QCheckBox *>(QStringLiteral("acceptStatement"))->click();
        wizard.findChild<QLineEdit *>(QStringLiteral("submitPassword"))->setText(QStringLiteral("heron lantern quartz"));
        QVERIFY(wizard.nextButton()->isEnabled());
        QSignalSpy submitted(&wizard, &CertificationWizard::submitWanted);
        wizard.nextButton()->click();
        QCOMPARE(submitted.count(), 1);
    }

    void everyScreenReadsWell_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<int>("points");
        QTest::newRow("light") << false << 10;
        QTest::newRow("dark") << true << 10;
        QTest::newRow("large") << false << 20;
    }
    void everyScreenReadsWell()
    {
        QFETCH(bool, dark);
        QFETCH(int, points);
        m_theme->choose(dark ? theme::Choice::Dark : theme::Choice::Light);
        QFont font = QApplication::font();
        font.setPointSize(points);
        QApplication::setFont(font);
        const QString tag = QString::fromLatin1(QTest::currentDataTag());
        EventListPanel list;
        list.resize(points > 10 ? QSize(2200, 1200) : QSize(1120, 520));
        list.setRows(rows(), dayNumber(2025, 7, 15));
        list.show();
        QCoreApplication::processEvents();
        walk::picture(&list, QStringLiteral("events-") + tag);
        QCOMPARE(walk::unnamedInputs(&list), QStringList());
        QCOMPARE(walk::clippedTexts(&list), QStringList());
        CertificationWizard wizard;
        wizard.resize(points > 10 ? QSize(2200, 1300) : QSize(1120, 600));
        wizard.show();
        const StepStatus done = StepStatus::Complete;
        const StepStatus open = StepStatus::InProgress;
        int picture = 0;
        for (const CertificationDetails &shown : {view(open, open, open), view(done, open, open), view(done, done, open), view(done, done, done)}) {
            wizard.present(shown);
            wizard.goToFirstOpenStep();
            QCoreApplication::processEvents();
            walk::picture(&wizard, QStringLiteral("certify-%1-%2").arg(tag).arg(++picture));
            QCOMPARE(walk::unnamedInputs(&wizard), QStringList());
            QCOMPARE(walk::clippedTexts(&wizard), QStringList());
        }
    }

private:
    ThemeKeeper *m_theme = nullptr;
};

QTEST_MAIN(TestCertificationDetailss)
#include "tst_certificationviews.moc"
