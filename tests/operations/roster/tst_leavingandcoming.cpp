// SPDX-License-Identifier: GPL-3.0-or-later
// Migration, archive, restore, and two people at work on one school (5.4, 5.9, R-066), on both engines.
#include "models/operations/roster/migrateall.h"
#include "tests/operations/roster/rosteryear.h"
#include "tests/support/scopefixture.h"

using namespace certdesk;
using namespace certdesk::test;

using Kind = RosterRequest::Kind;

class TestLeavingAndComing : public QObject
{
    Q_OBJECT

    std::unique_ptr<RosterYear> m_year;
    static QString latin(const char *text) { return QString::fromLatin1(text); }
    RosterRequest migrate(const QString &student, const char *grade)
    {
        RosterRequest wanted = request(Kind::Migrate, {student});
        wanted.toSchool = latin("100");
        wanted.grade = latin(grade);
        return wanted;
    }
    qint64 enroll(qint64 student, int year, qint64 school, const char *grade)
    {
        Record row(EntityKind::Enrollment);
        row.set("student_id", Value(student)).set("school_year", Value(year)).set("school_id", Value(school)).set("grade", Value(latin(grade)));
        return insertRecord(*m_year->session, row);
    }
    Record enrollmentOf(qint64 student, int year)
    {
        for (const Record &row : m_year->all(EntityKind::Enrollment)) {
            if (row.integer("student_id") == student && row.integer("school_year") == year)
                return row;
        }
        return Record(EntityKind::Enrollment);
    }

private Q_SLOTS:
    void init()
    {
        QFETCH(Engine, engine);
        m_year = std::make_unique<RosterYear>(engine);
    }
    void cleanup() { m_year.reset(); }

    void theCardIsFoundByEveryKeyAndByDamagedOnes_data() { addEngineRows(); }
    void theCardIsFoundByEveryKeyAndByDamagedOnes()
    {
        const qint64 ash = m_year->student("afir", m_year->middle, "08", 2031);
        Record zeros = m_year->read(ash);
        ApplyChanges rekey(latin("EditStudent"), Right::EditRoster, {{RowChange::Operation::Update, EntityKind::Student, ash, zeros.version,
                                                                      {{zeros.def().index("student_state_id"), Value(latin("0012345678"))}}}});
        QVERIFY(m_year->session->apply(rekey));
        //
        const auto byLogin = searchStudent(*m_year->session, latin("AFir"), latin("100"));
        const auto byId = searchStudent(*m_year->session, latin(" 0012345678"), latin("100"));
        QCOMPARE(studentSearchJson(*byLogin), studentSearchJson(*byId));
        QCOMPARE(byId->found.size(), 1);
        QCOMPARE(byId->found.first().schoolName, latin("Birch Middle School"));
        QVERIFY(!byId->found.first().isHere);
        QVERIFY(searchStudent(*m_year->session, latin("afir"), latin("200"))->found.first().isHere);
        // damaged ones are offered apart.
        for (const char *damaged : {"12345678", "'0012345678", "0012345678.0", "001-234-5678"}) {
            const auto search = searchStudent(*m_year->session, latin(damaged));
            QVERIFY2(search->found.isEmpty() && search->variants.size() == 1, damaged);
            QCOMPARE(search->variants.first().student, ash);
        }
        QCOMPARE(m_year->run(migrate(latin("12345678"), "09")), qint64{-1});
        QCOMPARE(m_year->refusal.code, latin("K01"));
        QVERIFY2(m_year->refusal.next.contains(latin("0012345678")), qPrintable(m_year->refusal.next));
        QCOMPARE(searchStudent(*m_year->session, latin("afirr"))->near.size(), 1);
        const auto nobody = searchStudent(*m_year->session, latin("quillfern"));
        QVERIFY(nobody->found.isEmpty() && nobody->variants.isEmpty() && nobody->near.isEmpty());
    }

    void aMigrationMovesTheRecordAndLeavesThePastWhereItWas_data() { addEngineRows(); }
    void aMigrationMovesTheRecordAndLeavesThePastWhereItWas()
    {
        const qint64 ash = m_year->student("afir", m_year->middle, "08", 2031);
        const qint64 group = m_year->group(m_year->middle, "Homeroom", 2027, {ash});
        m_year->assessment(ash, "08", "Reading", 1);
        enroll(ash, 2027, m_year->middle, "08");
        const QString before = m_year->hash();
        const qint64 batch = m_year->run(migrate(latin("afir"), "09"));
        QVERIFY(batch > 0);
        QCOMPARE(m_year->read(ash).integer("school_id"), m_year->high);
        QCOMPARE(m_year->read(ash).text("login"), latin("afir"));
        // memberships end, scores stay, last year's enrollment is still the old school's and says when it ended.
        QCOMPARE(m_year->all(EntityKind::Member).first().integer("to_date"), m_year->session->today());
        QCOMPARE(m_year->all(EntityKind::Member).first().integer("group_id"), group);
        QCOMPARE(m_year->all(EntityKind::Assessment).first().integer("student_id"), ash);
        QCOMPARE(enrollmentOf(ash, 2027).integer("school_id"), m_year->middle);
        QCOMPARE(enrollmentOf(ash, 2027).integer("exit_date"), m_year->session->today());
        QCOMPARE(enrollmentOf(ash, 2028).integer("school_id"), m_year->high);
        QCOMPARE(enrollmentOf(ash, 2028).text("decision"), latin("placed"));
        QCOMPARE(m_year->all(EntityKind::GradeChange).first().text("kind"), latin("migrate"));
        // Placed counts as promoted: K08.
        QCOMPARE(m_year->plan(request(Kind::MoveUp, {latin("afir")}))->plan.rows.first().code, latin("K08"));
        QVERIFY(m_year->undo(batch));
        QCOMPARE(m_year->hash(), before);
    }

    void aForbiddenGradeSaysWhyAndWhoDecides_data() { addEngineRows(); }
    void aForbiddenGradeSaysWhyAndWhoDecides()
    {
        m_year->student("afir", m_year->middle, "08", 2031);
        for (const char *grade : {"08", "11"}) {
            const auto planned = m_year->plan(migrate(latin("afir"), grade));
            const RosterPlanRow &row = planned->plan.rows.first();
            QCOMPARE(row.code, latin("K07"));
            QVERIFY2(row.message.startsWith(latin("Robin AFIR cannot be placed in grade ") + latin(grade)), qPrintable(row.message));
            QVERIFY2(row.next.contains(latin("Pat Larch")) && row.next.contains(latin("larch@district.example")), qPrintable(row.next));
            QVERIFY(planned->plan.changes.isEmpty());
        }
        RosterRequest forced = migrate(latin("afir"), "11");
        forced.overrides = {latin("K07")};
        QVERIFY(m_year->run(forced) > 0);
        QCOMPARE(m_year->all(EntityKind::GradeChange).first().text("kind"), latin("override"));
    }

    void anArchivedStudentIsRestoredInTheSameStep_data() { addEngineRows(); }
    void anArchivedStudentIsRestoredInTheSameStep()
    {
        const qint64 ash = m_year->student("afir", m_year->middle, "08", 2031);
        QVERIFY(m_year->run(request(Kind::Archive, {latin("afir")})) > 0);
        QVERIFY(m_year->run(migrate(latin("afir"), "09")) > 0);
        QCOMPARE(m_year->read(ash).text("status"), latin("active"));
        QVERIFY(!m_year->read(ash).has("archived_on"));
        // Already here: nothing to do; archived here: restore instead.
        QCOMPARE(m_year->plan(migrate(latin("afir"), "09"))->plan.count(RowStatus::Unchanged), 1);
        QVERIFY(m_year->run(request(Kind::Archive, {latin("afir")})) > 0);
        QCOMPARE(m_year->plan(migrate(latin("afir"), "09"))->plan.rows.first().code, latin("K03"));
    }

    void allWhoWaitMoveAndWhoeverDisagreesStays_data() { addEngineRows(); }
    void allWhoWaitMoveAndWhoeverDisagreesStays()
    {
        QVector<BatchIssue> issues;
        for (int i = 0; i < 6; ++i) {
            const qint64 id = m_year->student(QStringLiteral("s%1").arg(i).toLatin1().constData(), m_year->middle, "08", 2031);
            BatchIssue issue;
            issue.school = m_year->high;
            issue.row = i + 2;
            issue.code = latin("K02");
            issue.message = latin("Registered at Birch Middle School");
            issue.rowContent = {{latin("State ID"), m_year->read(id).text("student_state_id")},
                                {latin("Last Name"), i == 3 ? latin("Somebody") : latin("S") + QString::number(i)},
                                {latin("First Name"), latin("Robin")},
                                {latin("DOB"), i == 4 ? latin("2011-05-06") : latin("2012-03-04")},
                                {latin("Grade"), latin("9")}};
            issues.append(issue);
        }
        BatchInfo kept;
        kept.kind = latin("students");
        kept.schoolYear = 2028;
        CommitBatch import(latin("Import"), Right::ImportRoster, kept, {});
        import.setIssues(issues);
        QVERIFY(m_year->session->apply(import));
        const QString before = m_year->hash();

        //
        const auto wanted = migrateAllRequest(*m_year->session);
        QVERIFY(wanted);
        const auto planned = m_year->plan(*wanted);
        QCOMPARE(planned->plan.count(RowStatus::Migrate), 4);
        QCOMPARE(planned->plan.count(RowStatus::Conflict), 2);
        for (const RosterPlanRow &row : planned->plan.rows)
            QCOMPARE(row.code, row.status == RowStatus::Conflict ? latin("K06") : QString());
        const qint64 batch = m_year->run(*wanted);
        QVERIFY(batch > 0);
        const auto open = readIssues(*m_year->session);
        QCOMPARE(open->size(), 2);
        QCOMPARE(open->first().row, qint64{5});
        QVERIFY(m_year->undo(batch));
        QCOMPARE(m_year->hash(), before);
        QCOMPARE(readIssues(*m_year->session)->size(), 6);
    }

    void aClassLeavesWithAWarningAndComesBackWithItsGroups_data() { addEngineRows(); }
    void aClassLeavesWithAWarningAndComesBackWithItsGroups()
    {
        const qint64 robin = m_year->student("robin", m_year->high, "12", 2027);
        m_year->student("sam", m_year->high, "12", 2027);
        m_year->student("kim", m_year->high, "11", 2028);
        m_year->group(m_year->high, "Physics", 2027, {robin});
        Record period(EntityKind::TestingPeriod);
        period.set("school_year", Value(2027)).set("period_name", Value(latin("Spring"))).set("starts_on", Value(dayNumber(2027, 5, 1)));
        insertRecord(*m_year->session, period.set("ends_on", Value(dayNumber(2027, 6, 10))).set("grades", Value(latin("11,12"))));
        const QString before = m_year->hash();
        RosterRequest gone = request(Kind::Archive);
        gone.graduatingYear = 2027;
        gone.except = QStringList{latin("sam")};
        const auto planned = m_year->plan(gone);
        // what is open and what else ends is said before anything is written.
        QCOMPARE(planned->plan.notices.size(), 1);
        QCOMPARE(planned->plan.notices.first().students, QVector<qint64>{robin});
        QVERIFY2(planned->plan.notices.first().message.contains(latin("Spring")), qPrintable(planned->plan.notices.first().message));
        QVERIFY(!planned->plan.rows.first().effects.isEmpty());
        QCOMPARE(rosterOperationInWords(*planned), QStringList{latin("Archive 1 students of grade 12")});
        const qint64 batch = m_year->run(gone);
        QCOMPARE(m_year->read(robin).text("status"), latin("archived"));
        QVERIFY(m_year->all(EntityKind::Member).first().has("to_date"));
        QVERIFY(m_year->undo(batch));
        QCOMPARE(m_year->hash(), before);
        QVERIFY(!m_year->all(EntityKind::Member).first().has("to_date"));

        gone = request(Kind::Archive);
        gone.grade = latin("11");
        gone.school = latin("100");
        QVERIFY(m_year->run(gone) > 0);
        // a grade that the school does not serve is refused.
        RosterRequest back = request(Kind::Restore, {latin("kim")});
        back.grade = latin("08");
        QCOMPARE(m_year->plan(back)->plan.rows.first().code, latin("K07"));
        back.grade = latin("12");
        QVERIFY(m_year->run(back) > 0);
        QCOMPARE(m_year->all(EntityKind::GradeChange).last().text("kind"), latin("restore"));
    }

    void theSecondOfTwoPlansIsToldWhatIsDifferent_data() { addEngineRows(); }
    void theSecondOfTwoPlansIsToldWhatIsDifferent()
    {
        m_year->student("robin", m_year->high, "09", 2030);
        m_year->student("sam", m_year->high, "09", 2030);
        RosterRequest wanted = request(Kind::UpgradeByFilter);
        wanted.grade = latin("09");
        wanted.graduatingYear = 2030;
        const auto first = m_year->plan(wanted);
        RosterRequest other = request(Kind::MoveUp, {latin("robin")});
        QVERIFY(m_year->run(other) > 0);
        const QString before = m_year->hash();
        //
        const auto refused = commitRosterOperation(*m_year->session, *first, nullptr);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, latin("B08"));
        QVERIFY2(refused.error().message.contains(latin("robin")) && !refused.error().message.contains(latin("sam")), qPrintable(refused.error().message));
        QCOMPARE(m_year->hash(), before);
        QCOMPARE(rosterPlanDifference(*first, *m_year->plan(wanted)).size(), 1);
    }

    void nobodyMovesStudentsWhomTheyMayNotSee_data() { addEngineRows(); }
    void nobodyMovesStudentsWhomTheyMayNotSee()
    {
        m_year->student("afir", m_year->middle, "08", 2031);
        addAccount(*m_year->session, latin("head"), latin("administrator"), {latin("100")});
        auto head = std::move(*Session::open(m_year->database.url()));
        QVERIFY(head->signIn(latin("head"), ScopeFixture::password()));
        const auto planned = planRosterOperation(*head, migrate(latin("afir"), "09"), nullptr);
        QVERIFY(!planned);
        QCOMPARE(planned.error().code, latin("K02"));
        QCOMPARE(searchStudent(*head, latin("afir"))->elsewhere, latin("Birch Middle School"));
        QVERIFY(searchStudent(*head, latin("afir"))->found.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestLeavingAndComing)
#include "tst_leavingandcoming.moc"
