// SPDX-License-Identifier: GPL-3.0-or-later
// The returning-school board: nine evidences from the data, marks, orders, rosters that come from elsewhere; on both engines.
#include "models/operations/roster/boardreading.h"
#include "tests/operations/roster/rosteryear.h"
#include "tests/support/scopefixture.h"

using namespace certdesk;
using namespace certdesk::test;

class TestSchoolBoard : public QObject
{
    Q_OBJECT

    std::unique_ptr<RosterYear> m_year;
    static QString latin(const char *text) { return QString::fromLatin1(text); }
    SchoolBoard board() { return readSchoolBoard(*m_year->session, latin("100")).value_or(SchoolBoard()); }
    QString state(int step) { return boardStateName(board().steps[static_cast<std::size_t>(step - 1)].state); }
    BoardStep step(int number) { return board().steps[static_cast<std::size_t>(number - 1)]; }
    QVector<qint64> ids(int number, const char *count)
    {
        const BoardStep found = step(number);
        return found.count(count) ? found.count(count)->ids : QVector<qint64>{-1};
    }
    /// A batch that brought something in for the year that is prepared.
    qint64 imported(const char *kind, const QVector<RowChange> &changes = {}, const QVector<BatchIssue> &issues = {})
    {
        BatchInfo batch;
        batch.kind = latin(kind);
        batch.schoolYear = 2028;
        batch.schools = QStringList{latin("100")};
        CommitBatch command(latin("Import"), Right::ImportRoster, batch, changes);
        command.setIssues(issues);
        return m_year->session->apply(command) ? command.batchId() : 0;
    }
    RowChange newcomer(const char *login)
    {
        const EntityDef &def = entityDef(EntityKind::Student);
        return {RowChange::Operation::Create, EntityKind::Student, 0, 0,
                {{def.index("login"), Value(latin(login))}, {def.index("first_name"), Value(latin("Ash"))}, {def.index("last_name"), Value(latin(login))},
                 {def.index("school_id"), Value(m_year->high)}, {def.index("grade"), Value(latin("09"))}, {def.index("status"), Value(latin("active"))}}};
    }
    RowChange placed(qint64 student)
    {
        const EntityDef &def = entityDef(EntityKind::Enrollment);
        return {RowChange::Operation::Create, EntityKind::Enrollment, 0, 0,
                {{def.index("student_id"), Value(student)}, {def.index("school_year"), Value(2028)}, {def.index("school_id"), Value(m_year->high)},
                 {def.index("grade"), Value(latin("09"))}, {def.index("decision"), Value(latin("placed"))}}};
    }
    BatchIssue issue(const char *code, const char *message)
    {
        BatchIssue open;
        open.school = m_year->high;
        open.row = 7;
        open.code = latin(code);
        open.message = latin(message);
        return open;
    }
    void mark(int number, BoardMark wanted, const char *note)
    {
        const auto marked = markBoardStep(*m_year->session, board(), number, wanted, latin(note));
        QVERIFY2(marked, marked ? "" : qPrintable(marked.error().message));
    }

private Q_SLOTS:
    void init()
    {
        QFETCH(Engine, engine);
        m_year = std::make_unique<RosterYear>(engine);
    }
    void cleanup() { m_year.reset(); }

    void everyStepIsDoneByItsEvidence_data() { addEngineRows(); }
    void everyStepIsDoneByItsEvidence()
    {
        const qint64 robin = m_year->student("robin", m_year->high, "09", 2030);
        const qint64 senior = m_year->student("senior", m_year->high, "12", 2027);
        const qint64 old = m_year->group(m_year->high, "Algebra 2026-27", 2027, {robin});

        // 1 and 7: nobody has a decision; the leaving class is still there, and the order tells what that means.
        QCOMPARE(state(1), latin("not-started"));
        QCOMPARE(ids(1, "undecided"), (QVector<qint64>{robin, senior}));
        QCOMPARE(ids(7, "leaving"), QVector<qint64>{senior});
        QVERIFY2(step(1).effects.join(QLatin1Char(' ')).contains(latin("1 of last year's seniors")), qPrintable(step(1).effects.join(QLatin1Char('|'))));
        QCOMPARE(board().opensAt, 7);
        RosterRequest graduates = request(RosterRequest::Kind::Archive);
        graduates.graduatingYear = 2027;
        graduates.archiveReason = latin("graduated");
        QVERIFY(m_year->run(graduates) > 0);
        QCOMPARE(state(7), latin("done"));
        QCOMPARE(ids(7, "archived"), QVector<qint64>{senior});
        RosterRequest ninth = request(RosterRequest::Kind::UpgradeByFilter);
        ninth.grade = latin("09");
        ninth.graduatingYear = 2030;
        QVERIFY(m_year->run(ninth) > 0);
        QCOMPARE(state(1), latin("done"));

        // 2: an import of this year, and somebody in the lowest grade.
        QCOMPARE(state(2), latin("not-started"));
        QVERIFY(imported("students", {newcomer("ash"), placed(-1)}) > 0);
        QCOMPARE(state(2), latin("done"));

        // 9, by the group itself; one that is marked stays.
        QCOMPARE(ids(9, "oldGroups"), QVector<qint64>{old});
        const Record group = *m_year->session->record(EntityKind::Group, old);
        ApplyChanges keep(latin("EditGroup"), Right::EditRoster, {{RowChange::Operation::Update, EntityKind::Group, old, group.version, {{group.def().index("keep"), Value::flag(true)}}}});
        QVERIFY(m_year->session->apply(keep));
        QCOMPARE(state(9), latin("done"));
        QCOMPARE(ids(9, "kept"), QVector<qint64>{old});

        // 4 and 6 are settled by a word.
        QCOMPARE(state(6), latin("not-started"));
        mark(6, BoardMark::Sign, "nobody new");
        mark(4, BoardMark::NotApplicable, "");
        QCOMPARE(state(6), latin("done"));
        QCOMPARE(step(6).signedBy, latin("admin"));
        QCOMPARE(step(6).note, latin("nobody new"));
        QCOMPARE(state(4), latin("not-applicable"));
    }

    void aStudentWithoutGroupBringsTheStepBack_data() { addEngineRows(); }
    void aStudentWithoutGroupBringsTheStepBack()
    {
        const qint64 robin = m_year->student("robin", m_year->high, "09", 2031);
        m_year->group(m_year->high, "Algebra", 2028, {robin});
        for (const char *grade : {"09", "10", "11", "12"}) {
            QCOMPARE(state(5), latin("in-progress"));
            Record group(EntityKind::Group);
            group.set("school_id", Value(m_year->high)).set("school_year", Value(2028)).set("kind", Value(latin("grade-level")));
            insertRecord(*m_year->session, group.set("group_name", Value(latin("Grade ") + latin(grade))));
        }
        QCOMPARE(state(5), latin("done"));
        mark(5, BoardMark::Sign, "all classes are here");
        //
        const qint64 late = m_year->student("late", m_year->high, "09", 2031);
        QCOMPARE(state(5), latin("needs-attention"));
        QCOMPARE(step(5).attention, QStringList{latin("Robin LATE")});
        QCOMPARE(ids(5, "withoutGroup"), QVector<qint64>{late});
        // So does a row of a group file that names nobody.
        QVERIFY(imported("groups", {}, {issue("K01", "No student has 1000000099")}) > 0);
        QCOMPARE(ids(5, "unknown").size(), 1);
        QVERIFY(step(5).attention.join(QLatin1Char(' ')).contains(latin("1000000099")));
    }

    void waitingStudentsOfOtherSchoolsNeedAttention_data() { addEngineRows(); }
    void waitingStudentsOfOtherSchoolsNeedAttention()
    {
        QCOMPARE(state(3), latin("done"));
        const qint64 batch = imported("students", {}, {issue("K02", "Registered at Birch Middle School")});
        QCOMPARE(state(3), latin("needs-attention"));
        QCOMPARE(ids(3, "waiting").size(), 1);
        QVERIFY(m_year->undo(batch));
        QCOMPARE(state(3), latin("done"));
    }

    void whoIsNotInTheNewestFileIsAnExceptionOnceSigned_data() { addEngineRows(); }
    void whoIsNotInTheNewestFileIsAnExceptionOnceSigned()
    {
        m_year->student("robin", m_year->high, "09", 2030);
        const qint64 gone = m_year->student("gone", m_year->high, "09", 2030);
        QTemporaryDir folder;
        RosterRequest upgrade = request(RosterRequest::Kind::UpgradeByFile);
        upgrade.file = folder.filePath(latin("up.csv"));
        QFile file(upgrade.file);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("login\nrobin\n") > 0);
        file.close();
        QVERIFY(m_year->run(upgrade) > 0);
        // nothing is written about the absent; the board asks.
        QCOMPARE(ids(8, "absent"), QVector<qint64>{gone});
        QCOMPARE(state(8), latin("in-progress"));
        QCOMPARE(state(1), latin("in-progress"));
        mark(8, BoardMark::Sign, "comes back in September");
        QCOMPARE(state(8), latin("done"));
        QVERIFY(m_year->run(request(RosterRequest::Kind::Archive, {latin("gone")})) > 0);
        QCOMPARE(ids(8, "absent"), QVector<qint64>());
        QCOMPARE(state(1), latin("done"));
    }

    void aRosterFromElsewhereStartsAtTheLastStep_data() { addEngineRows(); }
    void aRosterFromElsewhereStartsAtTheLastStep()
    {
        m_year->student("robin", m_year->high, "09", 2030);
        const Record school = *m_year->session->record(EntityKind::School, m_year->high);
        ApplyChanges clever(latin("EditSchool"), Right::EditRoster, {{RowChange::Operation::Update, EntityKind::School, school.id, school.version,
                                                                      {{school.def().index("roster_source"), Value(latin("Clever"))}}}});
        QVERIFY(m_year->session->apply(clever));
        //
        QCOMPARE(board().opensAt, 9);
        for (const int handled : {1, 2, 3, 4, 5, 6, 7, 8})
            QCOMPARE(state(handled), latin("handled-by-roster-source"));
        QVERIFY(board().notice.contains(latin("Clever")));
        QCOMPARE(schoolBoardJson(board()).value(QLatin1String("notice")).toObject().value(QLatin1String("code")).toString(), latin("K11"));
        mark(1, BoardMark::Open, "");
        QCOMPARE(state(1), latin("not-started"));
    }

    void aMarkIsABatchOfAnAdministrator_data() { addEngineRows(); }
    void aMarkIsABatchOfAnAdministrator()
    {
        const QString before = m_year->hash();
        const auto marked = markBoardStep(*m_year->session, board(), 6, BoardMark::Sign, latin("nobody new"));
        QVERIFY(marked);
        QVERIFY(m_year->hash() != before);
        QVERIFY(m_year->undo(*marked));
        QCOMPARE(m_year->hash(), before);
        QCOMPARE(state(6), latin("not-started"));
        QCOMPARE(markBoardStep(*m_year->session, board(), 6, BoardMark::Sign, {}).error().code, latin("NO-NOTE"));
        QCOMPARE(markBoardStep(*m_year->session, board(), 6, BoardMark::Clear, {}).error().code, latin("NO-MARK"));

        addAccount(*m_year->session, latin("head"), latin("administrator"), {latin("200")});
        addAccount(*m_year->session, latin("ada"), latin("teacher"));
        auto head = std::move(*Session::open(m_year->database.url()));
        QVERIFY(head->signIn(latin("head"), ScopeFixture::password()));
        QCOMPARE(readSchoolBoards(*head, 0)->size(), 1);
        QCOMPARE(readSchoolBoard(*head, latin("100")).error().code, latin("K13"));
        auto ada = std::move(*Session::open(m_year->database.url()));
        QVERIFY(ada->signIn(latin("ada"), ScopeFixture::password()));
        QCOMPARE(markBoardStep(*ada, board(), 6, BoardMark::Sign, latin("x")).error().code, latin("K17"));
    }
};

QTEST_GUILESS_MAIN(TestSchoolBoard)
#include "tst_schoolboard.moc"
