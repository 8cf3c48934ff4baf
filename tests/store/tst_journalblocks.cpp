// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/certification/rowexchange.h"
#include "models/store/createjournal.h"
#include "models/store/journalreader.h"
#include "models/store/safekeeping.h"
#include "models/store/undo.h"
#include "tests/support/testdatabase.h"

#include <QJsonDocument>
#include <QTest>

using namespace certdesk;
using namespace certdesk::test;

namespace {

constexpr int studentCount = 300;
static_assert(studentCount > CreateJournal::smallestBlock, "else this tests entries that stand alone");

QString stateId(int number)
{
    return QString::number(1000000000 + number); // nobody's id
}

RowChange newStudent(qint64 school, int number)
{
    const EntityDef &def = entityDef(EntityKind::Student);
    return {RowChange::Operation::Create, EntityKind::Student, 0, 0,
            {{def.index("student_state_id"), Value(stateId(number))},
             {def.index("last_name"), Value(QStringLiteral("Núñez \"%1\"").arg(number))},
             {def.index("first_name"), Value(QStringLiteral("Robin"))},
             {def.index("school_id"), Value(school)},
             {def.index("grade"), Value(QStringLiteral("09"))}},
            2 * number + 2};
}

} // namespace

/// Many new records are journaled as blocks: whoever asks must not notice.
class TestJournalBlocks : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Session> m_session;
    qint64 m_batch = 0;
    QVector<qint64> m_students;

    JournalPage journalOf(const QString &key, qint64 limit = -1)
    {
        JournalQuery query;
        query.entity = EntityKind::Student;
        query.key = key;
        query.limit = limit;
        const auto page = readJournal(*m_session, query);
        if (!page)
            qFatal("%s", qPrintable(page.error().message));
        return *page;
    }
    void change(const RowChange &change)
    {
        ApplyChanges command(QStringLiteral("EditStudent"), Right::EditRoster, {change});
        QVERIFY(m_session->apply(command));
    }
    void setGrade(qint64 id, const QString &grade)
    {
        const Record now = *m_session->record(EntityKind::Student, id);
        change({RowChange::Operation::Update, EntityKind::Student, id, now.version, {{now.def().index("grade"), Value(grade)}}});
    }
    UndoPlan undo(const UndoOptions &options)
    {
        UndoBatch command(m_batch, options);
        const auto done = m_session->apply(command);
        if (!done)
            qFatal("%s %s", qPrintable(done.error().message), qPrintable(done.error().detail));
        return command.plan();
    }
    QString verdict() { return verifyJournal(m_session->connection()); }
    void sql(const QString &text) { m_session->connection().execute(text); }

private Q_SLOTS:
    void init()
    {
        QFETCH(Engine, engine);
        m_database = std::make_unique<TestDatabase>(engine);
        m_session = m_database->session();
        const qint64 school = addSchool(*m_session, QStringLiteral("100"));
        QVector<RowChange> changes;
        for (int i = 0; i < studentCount; ++i)
            changes.append(newStudent(school, i));
        BatchInfo info;
        info.kind = QStringLiteral("students");
        CommitBatch commit(QStringLiteral("ImportStudents"), Right::ImportRoster, info, changes);
        QVERIFY(m_session->apply(commit));
        m_batch = commit.batchId();
        m_students = commit.createdIds();
    }
    void cleanup()
    {
        m_session.reset();
        m_database.reset();
    }

    void everyRecordHasAnEntryOfItsOwn_data() { addEngineRows(); }
    void everyRecordHasAnEntryOfItsOwn()
    {
        QCOMPARE(verdict(), QString());
        const JournalPage all = journalOf({});
        QCOMPARE(all.total, studentCount);
        for (int i = 0; i < studentCount; ++i) {
            const JournalEntry &entry = all.entries[i];
            QCOMPARE(entry.sequence, all.entries[0].sequence + i);
            QCOMPARE(entry.recordId, Value(m_students[i]));
            QCOMPARE(entry.batchId, Value(m_batch));
            QCOMPARE(entry.sourceRow, 2 * i + 2);
            QCOMPARE(entry.operation, QStringLiteral("create"));
            QCOMPARE(entry.version, 1);
            const QJsonObject fields = QJsonDocument::fromJson(entry.fields).object();
            QCOMPARE(fields.value(QLatin1String("last_name")).toString(), QStringLiteral("Núñez \"%1\"").arg(i));
        }
        const JournalPage newest = journalOf({}, 2);
        QCOMPARE(newest.total, studentCount);
        QCOMPARE(newest.entries.size(), 2);
        QCOMPARE(newest.entries.last().recordId, Value(m_students.last()));
    }

    void anEntryTellsWhatWasWrittenWhateverCameLater_data() { addEngineRows(); }
    void anEntryTellsWhatWasWrittenWhateverCameLater()
    {
        setGrade(m_students[7], QStringLiteral("10"));
        setGrade(m_students[7], QStringLiteral("11"));
        const JournalPage changed = journalOf(stateId(7));
        QCOMPARE(changed.total, 3);
        QCOMPARE(QJsonDocument::fromJson(changed.entries[0].fields).object().value(QLatin1String("grade")).toString(), QStringLiteral("09"));

        const Record gone = *m_session->record(EntityKind::Student, m_students[7]);
        change({RowChange::Operation::Remove, EntityKind::Student, gone.id, gone.version, {}});
        const JournalPage all = journalOf({});
        QCOMPARE(all.total, studentCount + 3);
        const QJsonObject fields = QJsonDocument::fromJson(all.entries[7].fields).object();
        QCOMPARE(all.entries[7].recordId, Value(m_students[7]));
        QCOMPARE(fields.value(QLatin1String("grade")).toString(), QStringLiteral("09"));
        QCOMPARE(fields.value(QLatin1String("student_state_id")).toString(), stateId(7));
        QCOMPARE(verdict(), QString());
    }

    void undoIsAMergeOfThree_data() { addEngineRows(); }
    void undoIsAMergeOfThree()
    {
        setGrade(m_students[3], QStringLiteral("12"));
        const UndoPlan plan = undo({});
        QCOMPARE(plan.reverted, studentCount - 1);
        QCOMPARE(plan.kept, 1);
        QCOMPARE(plan.conflicts.size(), 1);
        QCOMPARE(plan.conflicts[0].written, Value(QStringLiteral("09")));
        QCOMPARE(plan.conflicts[0].now, Value(QStringLiteral("12")));
        QCOMPARE(m_session->records(EntityKind::Student)->size(), 1);
        QCOMPARE(verdict(), QString());
    }

    void undoTakesSingleRowsOfTheFile_data() { addEngineRows(); }
    void undoTakesSingleRowsOfTheFile()
    {
        UndoOptions options;
        options.rows = {2 * 5 + 2, 2 * 299 + 2};
        QCOMPARE(undo(options).reverted, 2);
        QVERIFY(!m_session->record(EntityKind::Student, m_students[5]));
        QVERIFY(!m_session->record(EntityKind::Student, m_students[299]));
        QCOMPARE(m_session->records(EntityKind::Student)->size(), studentCount - 2);
    }

    void anUndoneUndoBringsTheRecordsBack_data() { addEngineRows(); }
    void anUndoneUndoBringsTheRecordsBack()
    {
        UndoBatch first(m_batch, {});
        QVERIFY(m_session->apply(first));
        UndoBatch second(first.batchId(), {});
        QVERIFY(m_session->apply(second));
        QCOMPARE(m_session->records(EntityKind::Student)->size(), studentCount);
        QCOMPARE(journalOf(stateId(9)).total, 3);
        QCOMPARE(undo({}).reverted, studentCount);
        QCOMPARE(verdict(), QString());
    }

    void tamperingIsNamed_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<int>("entry"); ///< of the block, counted from 0; -1: any
        QTest::addColumn<Engine>("engine");
        const auto add = [](const char *name, const char *statement, int entry) {
            QTest::newRow(name) << QString::fromLatin1(statement) << entry << Engine::Sqlite;
        };
        add("content of one entry", "UPDATE journal_block SET content = CAST(substr(content, 1, 17) || x'00' || substr(content, 19) AS BLOB)", 1);
        add("person", "UPDATE journal_block SET person = 'someone'", -1);
        add("cut off", "UPDATE journal_block SET content = substr(content, 1, 170)", 10);
        add("gone", "DELETE FROM journal_block", 0);
        add("row and its hash", "UPDATE student SET first_name = 'Kim', hash = x'00' WHERE student_state_id = '1000000020'", 20);
    }
    void tamperingIsNamed()
    {
        QFETCH(QString, statement);
        QFETCH(int, entry);
        const qint64 first = journalOf({}).entries[0].sequence;
        setGrade(m_students[0], QStringLiteral("10"));
        sql(statement);
        QVERIFY(verdict().contains(QString::number(first + std::max(entry, 0))));
    }

    void whatWaitsForTheStateCountsEachRecordOnce_data() { addEngineRows(); }
    void whatWaitsForTheStateCountsEachRecordOnce()
    {
        Connection &connection = m_session->connection();
        const qint64 before = pendingCount(connection, 0);
        setGrade(m_students[0], QStringLiteral("10"));
        QCOMPARE(pendingCount(connection, 0), before);
        QCOMPARE(pendingRows(connection, 0).rows.size(), before);
    }
};

QTEST_GUILESS_MAIN(TestJournalBlocks)
#include "tst_journalblocks.moc"
