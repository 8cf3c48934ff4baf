// SPDX-License-Identifier: GPL-3.0-or-later
// Grade history, retained students, new attempts and what is known before a grade changes (5.1, 5.2, 5.10), on both engines.
#include "models/operations/listexport.h"
#include "models/operations/roster/retained.h"
#include "tests/operations/roster/rosteryear.h"

using namespace certdesk;
using namespace certdesk::test;

using Kind = RosterRequest::Kind;

class TestGradeYear : public QObject
{
    Q_OBJECT

    std::unique_ptr<RosterYear> m_year;
    static QString latin(const char *text) { return QString::fromLatin1(text); }
    QVector<Record> history() { return m_year->all(EntityKind::GradeChange); }
    RosterRequest upgrade(const char *grade, int graduatingYear)
    {
        RosterRequest wanted = request(Kind::UpgradeByFilter);
        wanted.grade = latin(grade);
        wanted.graduatingYear = graduatingYear;
        return wanted;
    }

private Q_SLOTS:
    void init()
    {
        QFETCH(Engine, engine);
        m_year = std::make_unique<RosterYear>(engine);
    }
    void cleanup() { m_year.reset(); }

    void everyChangeOfAGradeStandsInTheHistory_data() { addEngineRows(); }
    void everyChangeOfAGradeStandsInTheHistory()
    {
        const qint64 robin = m_year->student("robin", m_year->high, "09", 2030);
        const QString before = m_year->hash();
        const qint64 promoted = m_year->run(upgrade("09", 2030));
        QVERIFY(promoted > 0);
        QVERIFY(m_year->run(request(Kind::MoveBack, {latin("robin")})) > 0);
        // the baseline returns, and the promotion is free again.
        QCOMPARE(m_year->read(robin).text("grade"), latin("09"));
        QVERIFY(m_year->run(request(Kind::MoveUp, {latin("robin")})) > 0);
        QCOMPARE(history().size(), 3);
        QStringList kinds;
        for (const Record &row : history()) {
            kinds.append(row.text("kind"));
            QCOMPARE(row.text("reason"), latin("decided in the spring"));
            QCOMPARE(row.integer("number"), static_cast<qint64>(kinds.size()));
            QCOMPARE(row.integer("school_year"), qint64{2028});
        }
        QCOMPARE(kinds, (QStringList{latin("promote"), latin("rollback"), latin("promote")}));
        // The latest first, everything goes back.
        QVERIFY(m_year->undo(promoted + 2) && m_year->undo(promoted + 1) && m_year->undo(promoted));
        QCOMPARE(m_year->hash(), before);
    }

    void allGradesGoUpOneStepInOneBatch_data() { addEngineRows(); }
    void allGradesGoUpOneStepInOneBatch()
    {
        const qint64 ninth = m_year->student("nine", m_year->high, "09", 2030);
        const qint64 tenth = m_year->student("ten", m_year->high, "10", 2029);
        const qint64 senior = m_year->student("twelve", m_year->high, "12", 2027);
        const qint64 eighth = m_year->student("eight", m_year->middle, "08", 2031);
        RosterRequest wanted = upgrade("all", 0);
        QCOMPARE(m_year->plan(wanted)->plan.heldBack(), 2); // the tops of both schools wait for K10
        QCOMPARE(m_year->plan(wanted)->plan.rows.first().oldGrade, latin("12"));
        wanted.accepted = {latin("K10")};
        QVERIFY(m_year->run(wanted) > 0);
        QCOMPARE(m_year->read(ninth).text("grade"), latin("10"));
        QCOMPARE(m_year->read(tenth).text("grade"), latin("11"));
        // grade 12 leaves as graduate, grade 8 goes on to the school that it feeds.
        QCOMPARE(m_year->read(senior).text("archive_reason"), latin("graduated"));
        QCOMPARE(m_year->read(senior).text("grade"), latin("12"));
        QCOMPARE(m_year->read(eighth).text("grade"), latin("09"));
        QCOMPARE(m_year->read(eighth).integer("school_id"), m_year->high);
        // nobody goes up twice.
        const auto again = m_year->plan(wanted);
        QCOMPARE(again->plan.count(RowStatus::Unchanged), 3);
        QVERIFY(again->plan.changes.isEmpty());
        QCOMPARE(again->plan.rows.first().code, latin("K08"));
    }

    void aGraduatingYearIsOfferedAndChangedOnlyOnRequest_data() { addEngineRows(); }
    void aGraduatingYearIsOfferedAndChangedOnlyOnRequest()
    {
        const qint64 robin = m_year->student("robin", m_year->high, "09", 2030);
        RosterRequest wanted = upgrade("09", 2030);
        wanted.retain = QStringList{latin("robin")};
        const auto planned = m_year->plan(wanted);
        QCOMPARE(planned->plan.rows.first().offeredGraduatingYear, qint64{2031});
        QCOMPARE(planned->plan.rows.first().notices.first().code, latin("C14"));
        const qint64 silent = m_year->run(wanted);
        QCOMPARE(m_year->read(robin).integer("graduating_year"), qint64{2030});
        QVERIFY(m_year->undo(silent));
        wanted.changesGraduatingYear = true;
        QVERIFY(m_year->run(wanted) > 0);
        QCOMPARE(m_year->read(robin).integer("graduating_year"), qint64{2031});
    }

    void retainedStudentsAreListedAndGetNewAttempts_data() { addEngineRows(); }
    void retainedStudentsAreListedAndGetNewAttempts()
    {
        const qint64 robin = m_year->student("robin", m_year->high, "09", 2030);
        m_year->student("sam", m_year->high, "09", 2030);
        m_year->assessment(robin, "09", "Algebra", 1);
        m_year->assessment(robin, "09", "Biology", 1);
        RosterRequest wanted = upgrade("09", 2030);
        wanted.retain = QStringList{latin("robin")};
        const qint64 batch = m_year->run(wanted);
        QVERIFY(batch > 0);
        // what stands in the grade is named before the commit; A-07: new attempts are offered.
        const RosterPlanRow &row = m_year->last.plan.rows.first();
        QCOMPARE(row.resultsEntered.size(), 2);
        QVERIFY(row.offersNewAttempts);
        QCOMPARE(rosterOperationJson(m_year->last).value(QLatin1String("newAttempts")).toArray(), QJsonArray{latin("robin")});
        const auto list = [&] { return *readList(*m_year->session, {{latin("retained"), {}, {}, {}, 0, false}, {}, -1}, nullptr); };
        const auto cell = [&](const char *column) { return list().rows.first().values[viewByName(latin("retained"))->columnIndex(latin(column))].text(); };
        QCOMPARE(list().total, qint64{1});
        QCOMPARE(cell("login"), latin("robin"));
        QCOMPARE(cell("attempt_state"), latin("needed"));
        QCOMPARE(cell("batch"), QString::number(batch));
        QCOMPARE(cell("person"), latin("admin"));

        // attempt 2 is open, attempt 1 stays as it was; the second time there is nothing to open.
        const QString before = m_year->hash();
        RosterRequest again = request(Kind::NewAttempts);
        again.ofRetained = true;
        const qint64 opened = m_year->run(again);
        QVERIFY(opened > 0);
        QCOMPARE(m_year->all(EntityKind::Assessment).size(), 4);
        QCOMPARE(m_year->all(EntityKind::Assessment).first()["score"].real(), 61.5);
        QCOMPARE(m_year->all(EntityKind::Assessment).last().integer("attempt_number"), qint64{2});
        QCOMPARE(m_year->all(EntityKind::Assessment).last().text("state"), latin("open"));
        QCOMPARE(m_year->all(EntityKind::Assessment).last().integer("school_year"), qint64{2028});
        QCOMPARE(cell("attempt_state"), latin("open"));
        QCOMPARE(m_year->run(again), qint64{0});
        QVERIFY(m_year->undo(opened));
        QCOMPARE(m_year->hash(), before);
        again.ofRetained = false;
        again.students = QStringList{latin("robin")};
        again.sections = QStringList{latin("Biology")};
        QVERIFY(m_year->run(again) > 0);
        QCOMPARE(m_year->all(EntityKind::Assessment).size(), 3);

        QVERIFY(*signRetained(*m_year->session, 2028, latin("100"), {}, latin("the counselor agrees")) > 0);
        QCOMPARE(*signRetained(*m_year->session, 2028, latin("100"), {}, {}), qint64{0});
        QCOMPARE(cell("signed_by"), latin("admin"));
        // Moved up after all: off the list.
        QVERIFY(m_year->run(request(Kind::MoveUp, {latin("robin")})) > 0);
        QCOMPARE(list().total, qint64{0});
    }

    void newAttemptsOpenInTheSameBatchOnRequest_data() { addEngineRows(); }
    void newAttemptsOpenInTheSameBatchOnRequest()
    {
        const qint64 robin = m_year->student("robin", m_year->high, "09", 2030);
        m_year->assessment(robin, "09", "Algebra", 1);
        const QString before = m_year->hash();
        QVERIFY(m_year->run(upgrade("09", 2030)) > 0);
        RosterRequest back = request(Kind::MoveBack, {latin("robin")});
        back.opensNewAttempts = true;
        const auto planned = m_year->plan(back);
        QCOMPARE(planned->plan.rows.first().notices.first().code, latin("K09"));
        const qint64 batch = m_year->run(back);
        QCOMPARE(m_year->all(EntityKind::Assessment).size(), 2);
        QVERIFY(m_year->undo(batch) && m_year->undo(batch - 1));
        QCOMPARE(m_year->hash(), before);
    }

    void anOverrideIsInTheHistoryWithItsReason_data() { addEngineRows(); }
    void anOverrideIsInTheHistoryWithItsReason()
    {
        m_year->student("robin", m_year->high, "10", 2029);
        RosterRequest back = request(Kind::MoveBack, {latin("robin")});
        QCOMPARE(m_year->run(back), qint64{-1});
        QCOMPARE(m_year->refusal.code, latin("K07"));
        QVERIFY2(m_year->refusal.next.contains(latin("larch@district.example")), qPrintable(m_year->refusal.next)); // who decides
        back.overrides = {latin("K07")};
        const qint64 batch = m_year->run(back);
        QVERIFY(batch > 0);
        QCOMPARE(history().first().text("kind"), latin("override"));
        QCOMPARE(history().first().text("reason"), latin("decided in the spring"));
        QCOMPARE(readBatch(*m_year->session, batch)->overrides.size(), 1);
    }

    void whoIsNotOnTheListOfTheFilterCannotBeRetained_data() { addEngineRows(); }
    void whoIsNotOnTheListOfTheFilterCannotBeRetained()
    {
        m_year->student("robin", m_year->high, "10", 2029);
        RosterRequest wanted = upgrade("09", 2030);
        wanted.retain = QStringList{latin("robin")};
        QCOMPARE(m_year->run(wanted), qint64{-1});
        QCOMPARE(m_year->refusal.code, latin("NOT-LISTED"));
    }
};

QTEST_GUILESS_MAIN(TestGradeYear)
#include "tst_gradeyear.moc"
