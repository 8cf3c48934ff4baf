// SPDX-License-Identifier: GPL-3.0-or-later
// What the review of an undo says, choices for many conflicts at once, half-done work and the details of a batch; both engines.
#include "models/store/batchdraft.h"
#include "models/store/batchrecords.h"
#include "models/store/contenthash.h"
#include "models/store/undoreview.h"
#include "tests/support/scopefixture.h"

#include <QTest>

using namespace certdesk;
using namespace certdesk::test;

class TestUndoReview : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Session> m_session;
    QVector<qint64> m_students;

    static QString latin(const char *text) { return QString::fromLatin1(text); }
    Record student(int place) { return *m_session->record(EntityKind::Student, m_students[place]); }
    QString hash() { return contentHash(*m_session)->sha256; }
    RowChange edit(int place, const char *field, const QString &text, int row = 0)
    {
        const Record record = student(place);
        return {RowChange::Operation::Update, EntityKind::Student, record.id, record.version, {{record.def().index(field), Value(text)}}, row};
    }
    qint64 batch(const QVector<RowChange> &changes)
    {
        BatchInfo info;
        info.kind = latin("students");
        CommitBatch command(latin("ImportStudents"), Right::ImportRoster, info, changes);
        return m_session->apply(command) ? command.batchId() : 0;
    }
    void byHand(const RowChange &change)
    {
        ApplyChanges command(latin("EditStudent"), Right::EditRoster, {change});
        QVERIFY(m_session->apply(command));
    }
    UndoBatch undo(qint64 id, const UndoOptions &options)
    {
        UndoBatch command(id, options);
        if (const auto done = m_session->apply(command); !done)
            qFatal("%s", qPrintable(done.error().message));
        return command;
    }
    /// Grade and nickname of 40 students by a batch, then 20 nicknames by a second batch and by hand, and 30 other edits.
    qint64 history(qint64 *second)
    {
        QVector<RowChange> changes;
        for (int i = 0; i < m_students.size(); ++i) {
            RowChange change = edit(i, "preferred_name", latin("Batch"), i + 2);
            change.fields.append({student(i).def().index("grade"), Value(latin("11"))});
            changes.append(change);
        }
        const qint64 first = batch(changes);
        changes.clear();
        for (int i = 0; i < 12; ++i)
            changes.append(edit(i, "preferred_name", latin("Later")));
        *second = batch(changes);
        for (int i = 12; i < 20; ++i)
            byHand(edit(i, "preferred_name", latin("Hand")));
        for (int i = 0; i < 30; ++i)
            byHand(edit(i, "phone", latin("555-01") + QString::number(10 + i)));
        return first;
    }

private Q_SLOTS:
    void init()
    {
        QFETCH(Engine, engine);
        m_database = std::make_unique<TestDatabase>(engine);
        m_session = m_database->session();
        const qint64 school = addSchool(*m_session, latin("100"));
        m_students.clear();
        for (int i = 0; i < 40; ++i)
            m_students.append(addStudent(*m_session, school, QString::number(1000000000 + i)));
    }
    void cleanup()
    {
        m_session.reset();
        m_database.reset();
    }

    void conflictsAreGroupedWithWhoWroteSince_data() { addEngineRows(); }
    void conflictsAreGroupedWithWhoWroteSince()
    {
        qint64 second = 0;
        const qint64 first = history(&second);
        // CK-2.1, A-55: twenty written fields were written again; the thirty other edits are none of the undo's business.
        const auto plan = planUndo(*m_session, first, {});
        QCOMPARE(plan->conflicts.size(), 20);
        const auto groups = undoConflictGroups(*plan);
        QCOMPARE(groups.size(), 1);
        QCOMPARE(groups.first().conflicts.size(), 20);
        QCOMPARE(groups.first().laterBatches, QVector<qint64>{second});
        QCOMPARE(groups.first().editedByHand, 8);
        QCOMPARE(groups.first().persons, QStringList{latin("admin")});
        const UndoConflict &conflict = plan->conflicts[groups.first().conflicts.first()];
        QCOMPARE(conflict.written.text(), latin("Batch"));
        QVERIFY(conflict.before.isEmpty());
        QVERIFY(conflict.now.text() == latin("Later") || conflict.now.text() == latin("Hand"));
        undo(first, {});
        QCOMPARE(student(0).text("preferred_name"), latin("Later"));
        QCOMPARE(student(19).text("preferred_name"), latin("Hand"));
        QVERIFY(!student(39).has("preferred_name"));
        QCOMPARE(student(0).text("grade"), latin("10"));
        QCOMPARE(student(0).text("phone"), latin("555-0110"));
    }

    void oneChoiceDecidesMany_data() { addEngineRows(); }
    void oneChoiceDecidesMany()
    {
        qint64 second = 0;
        const qint64 first = history(&second);
        const int nickname = entityDef(EntityKind::Student).index("preferred_name");
        UndoOptions options;
        options.choices = {{EntityKind::Student, 0, nickname, true, {}},
                           {EntityKind::Student, m_students[1], nickname, false, {}},
                           {EntityKind::Student, m_students[2], nickname, false, Value(latin("Edited"))}};
        undo(first, options);
        QVERIFY(!student(0).has("preferred_name"));  // the choice for many
        QCOMPARE(student(1).text("preferred_name"), latin("Later")); // but this one
        QCOMPARE(student(2).text("preferred_name"), latin("Edited")); // K15: a third value
    }

    void someRowsOrKindsAndRedo_data() { addEngineRows(); }
    void someRowsOrKindsAndRedo()
    {
        const qint64 first = batch({edit(0, "preferred_name", latin("Batch"), 2), edit(1, "preferred_name", latin("Batch"), 3)});
        const QString after = hash();
        UndoOptions row;
        row.rows = {3};
        undo(first, row);
        QCOMPARE(batchStateName(readBatch(*m_session, first)->state), latin("partly-undone"));
        UndoOptions kind;
        kind.kinds = {EntityKind::School};
        QCOMPARE(undo(first, kind).plan().reverted, qint64{0});
        const UndoBatch rest = undo(first, {});
        QCOMPARE(batchStateName(readBatch(*m_session, first)->state), latin("undone"));
        // CK-2.2: the undo of the undo, and of the one before.
        undo(rest.batchId(), {});
        QCOMPARE(student(0).text("preferred_name"), latin("Batch"));
        undo(rest.batchId() - 2, {});
        QCOMPARE(hash(), after);
    }

    void aDraftIsKeptForItsOwner_data() { addEngineRows(); }
    void aDraftIsKeptForItsOwner()
    {
        const QString before = hash();
        BatchDraft draft;
        draft.kind = latin("students");
        draft.schools = QStringList{latin("100")};
        draft.fileName = latin("in.csv");
        draft.content = {{latin("mapping"), latin("as shown")}};
        const auto saved = saveDraft(*m_session, draft);
        QVERIFY(saved && *saved > 0);
        draft.id = *saved;
        draft.content = {{latin("mapping"), latin("corrected")}};
        QCOMPARE(*saveDraft(*m_session, draft), *saved);
        QCOMPARE(readDrafts(*m_session)->first().content.value(latin("mapping")).toString(), latin("corrected"));
        QCOMPARE(hash(), before); // no content
        QCOMPARE(batchStateName(readBatch(*m_session, *saved)->state), latin("draft"));
        QVERIFY(!planUndo(*m_session, *saved, {}));

        addAccount(*m_session, latin("head"), latin("administrator"), {latin("100")});
        auto head = std::move(*Session::open(m_database->url()));
        QVERIFY(head->signIn(latin("head"), ScopeFixture::password()));
        QVERIFY(readDrafts(*head)->isEmpty());
        QCOMPARE(draftsOfOthers(*head, latin("100"))->first().person, latin("admin"));
        QVERIFY(draftsOfOthers(*head, latin("100"))->first().content.isEmpty());
        QVERIFY(draftsOfOthers(*head, latin("200"))->isEmpty());
        QVERIFY(!discardDraft(*head, *saved));
        QVERIFY(!saveDraft(*head, draft));
        QVERIFY(discardDraft(*m_session, *saved));
        QVERIFY(readDrafts(*m_session)->isEmpty());
    }

    void aBatchTellsWhatItMadeOfEachRecord_data() { addEngineRows(); }
    void aBatchTellsWhatItMadeOfEachRecord()
    {
        const qint64 id = batch({edit(0, "grade", latin("11"), 2)});
        const auto records = readBatchRecords(*m_session, id);
        QCOMPARE(records->size(), 1);
        QCOMPARE(records->first().operation, latin("changed"));
        QCOMPARE(records->first().sourceRow, qint64{2});
        QCOMPARE(records->first().key.value(latin("student_state_id")).toString(), latin("1000000000"));
        QCOMPARE(records->first().fields.first().before.text(), latin("10"));
        QCOMPARE(records->first().fields.first().after.text(), latin("11"));
        QVERIFY(!readBatchRecords(*m_session, id + 1));
    }
};

QTEST_GUILESS_MAIN(TestUndoReview)
#include "tst_undoreview.moc"
