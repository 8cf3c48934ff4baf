// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/certification/wizardsteps.h"

#include <QTest>

using namespace certdesk;

namespace {

RunFacts run(WizardStep step, qint64 at, qint64 fatal = 0, bool viewed = true, qint64 snapshot = 0)
{
    RunFacts facts;
    facts.id = at;
    facts.step = step;
    facts.title = stepName(step);
    facts.status = QStringLiteral("RES_COMPLETED");
    facts.requestedAt = at;
    facts.fatal = fatal;
    if (fatal)
        facts.fatalRules = QStringList{QStringLiteral("CE-01")};
    facts.snapshotVersion = snapshot;
    facts.isViewed = viewed;
    return facts;
}

WizardFacts ready()
{
    WizardFacts facts;
    facts.role = QStringLiteral("certifier");
    facts.userStatus = UserStatus::Incomplete;
    facts.currentSnapshot = 1;
    facts.today = dayNumber(2027, 5, 31);
    facts.start = facts.opens = facts.today - 10;
    facts.dueDate = facts.today + 10;
    facts.runs = {run(WizardStep::Validation, 1, 0, false), run(WizardStep::StateValidation, 2), run(WizardStep::Snapshot, 3, 0, true, 1)};
    return facts;
}

QString first(const WizardFacts &facts)
{
    const WizardState state = wizardState(facts);
    return state.blockers.isEmpty() ? QString() : state.blockers.first().code + QLatin1Char(' ') + state.blockers.first().place;
}

} // namespace

class TestWizardSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingDoneLeavesNothingInTheWay()
    {
        const WizardState state = wizardState(ready());
        QVERIFY(state.blockers.isEmpty());
        QCOMPARE(state.validation, StepStatus::Complete);
        QCOMPARE(state.submit, StepStatus::InProgress);
    }

    void fatalFindingHoldsStepOneAndNamesTheRule() // check 4
    {
        WizardFacts facts = ready();
        facts.runs.append(run(WizardStep::Validation, 9, 3));
        const WizardState state = wizardState(facts);
        QCOMPARE(state.validation, StepStatus::InProgress);
        QCOMPARE(state.blockers.first().message, QStringLiteral("3 FATAL findings are open in CE-01. Correct them and run the report again."));
        QCOMPARE(entryBlockers(state, WizardStep::StateValidation).size(), 1);
        facts.runs.append(run(WizardStep::Validation, 10));
        QVERIFY(wizardState(facts).blockers.isEmpty());
    }

    void stateReportHasToBeOpenedByThisPerson() // check 5
    {
        WizardFacts facts = ready();
        facts.runs[1].isViewed = false;
        QCOMPARE(first(facts), QStringLiteral("C-501 stateValidation"));
        facts.runs[1].isViewed = true;
        QCOMPARE(first(facts), QString());
    }

    void relaxedEventsLetFatalFindingsPass()
    {
        WizardFacts facts = ready();
        facts.runs[1].fatal = 1;
        facts.runs[2].fatal = 1;
        QCOMPARE(wizardState(facts).blockers.size(), 2);
        facts.fatalBlocksState = facts.fatalBlocksSnapshot = false;
        QVERIFY(wizardState(facts).blockers.isEmpty());
    }

    void retakeMakesTheOldReportUseless() // check 31
    {
        WizardFacts facts = ready();
        facts.currentSnapshot = 2;
        QCOMPARE(first(facts), QStringLiteral("C-247 snapshot"));
        facts.runs.append(run(WizardStep::Snapshot, 11, 0, true, 2));
        QCOMPARE(first(facts), QString());
    }

    void missingSnapshotIsAskedFor() // check 30
    {
        WizardFacts facts = ready();
        facts.currentSnapshot = 0;
        QCOMPARE(first(facts), QStringLiteral("C-246 snapshot"));
        facts.needsSnapshot = false;
        QCOMPARE(first(facts), QString());
        QCOMPARE(wizardState(facts).snapshot, StepStatus::NotRequired);
    }

    void runningAndFailedReportsSaySo()
    {
        WizardFacts facts = ready();
        facts.runs = {run(WizardStep::Validation, 1)};
        facts.runs[0].status = QStringLiteral("RES_RUNNING");
        QCOMPARE(first(facts), QStringLiteral("C-502 validation"));
        facts.runs[0].status = QStringLiteral("RES_FAILED");
        QCOMPARE(first(facts), QStringLiteral("C-516 validation"));
        facts.runs.clear();
        QCOMPARE(first(facts), QStringLiteral("C-236 validation"));
    }

    void submissionGuard_data()
    {
        QTest::addColumn<int>("change");
        QTest::addColumn<QString>("code");
        QTest::newRow("reviewer") << 0 << QStringLiteral("C-505");
        QTest::newRow("nobody") << 1 << QStringLiteral("C-258");
        QTest::newRow("closed") << 2 << QStringLiteral("C-514");
        QTest::newRow("preview period") << 3 << QStringLiteral("C-503");
        QTest::newRow("overdue") << 4 << QStringLiteral("C-504");
        QTest::newRow("sent already") << 5 << QStringLiteral("C-258");
        QTest::newRow("signed already") << 6 << QStringLiteral("C-258");
        QTest::newRow("participation ended") << 7 << QStringLiteral("C-258");
    }
    void submissionGuard()
    {
        QFETCH(int, change);
        QFETCH(QString, code);
        WizardFacts facts = ready();
        QVERIFY(submissionBlockers(facts).isEmpty());
        if (change == 0)
            facts.role = QStringLiteral("reviewer");
        if (change == 1)
            facts.role.clear();
        facts.isClosed = change == 2;
        if (change == 3)
            facts.opens = facts.today + 1;
        if (change == 4)
            facts.dueDate = facts.today - 1;
        if (change == 5)
            facts.status = ParticipantStatus::Sent;
        facts.hasSigned = change == 6;
        facts.isEnded = change == 7;
        const auto blockers = submissionBlockers(facts);
        QCOMPARE(blockers.size(), 1);
        QCOMPARE(blockers.first().code, code);
    }

    void reviewerEndsAtStepThree() // check 2, the pure part
    {
        WizardFacts facts = ready();
        facts.role = QStringLiteral("reviewer");
        const WizardState state = wizardState(facts);
        QCOMPARE(state.submit, StepStatus::NotRequired);
        QVERIFY(state.blockers.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestWizardSteps)
#include "tst_wizardsteps.moc"
