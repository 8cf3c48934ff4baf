// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/recordtable.h"
#include "tests/support/testdatabase.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

using namespace certdesk;
using namespace certdesk::test;

namespace {

/// A database of one school with students "Alder 000" …, a window's store on it and a table of its students.
struct Fixture
{
    explicit Fixture(Engine engine, int students = 10) : database(engine), session(database.session())
    {
        school = addSchool(*session, QStringLiteral("100"));
        QVector<RowChange> changes;
        const EntityDef &def = entityDef(EntityKind::Student);
        for (int i = 0; i < students; ++i) {
            changes.append({RowChange::Operation::Create, EntityKind::Student, 0, 0,
                            {{def.index("school_id"), Value(school)},
                             {def.index("student_state_id"), Value(QStringLiteral("%1").arg(i, 10, 10, QLatin1Char('0')))},
                             {def.index("last_name"), Value(QStringLiteral("Alder %1").arg(i, 4, 10, QLatin1Char('0')))},
                             {def.index("first_name"), Value(QStringLiteral("Robin"))},
                             {def.index("grade"), Value(QStringLiteral("%1").arg(9 + i % 4, 2, 10, QLatin1Char('0')))},
                             {def.index("status"), Value(QStringLiteral("active"))}}});
        }
        ApplyChanges command(QStringLiteral("AddForTest"), Right::EditRoster, changes);
        if (!session->apply(command))
            qFatal("no students");
        ids = command.createdIds();
        if (!store.open(database.url()).result() || !store.signIn(QStringLiteral("admin"), TestDatabase::password()).result())
            qFatal("no store");
    }
    bool show(const ViewQuery &query = {})
    {
        table.setQuery(query);
        return QTest::qWaitFor([this] { return table.isComplete(); });
    }
    bool load(int first, int last)
    {
        table.request(first, last);
        return QTest::qWaitFor([=, this] { return table.index(last, 0).data(RecordTable::LoadedRole).toBool(); });
    }
    QString text(int row, const char *column) const
    {
        return table.index(row, table.view().columnIndex(QString::fromLatin1(column))).data().toString();
    }
    Result<Change> changeElsewhere(qint64 student, const char *field, const QString &value)
    {
        const Record record = *session->record(EntityKind::Student, student);
        ApplyChanges command(QStringLiteral("EditStudent"), Right::EditRoster,
                             {{RowChange::Operation::Update, EntityKind::Student, student, record.version, {{record.def().index(field), Value(value)}}}});
        auto done = session->apply(command);
        store.checkForChanges();
        return done;
    }
    int column(const char *name) const { return table.view().columnIndex(QString::fromLatin1(name)); }

    TestDatabase database;
    std::unique_ptr<Session> session;
    qint64 school = 0;
    QVector<qint64> ids;
    StoreThread store;
    RecordTable table{&store, QStringLiteral("students")};
    QAbstractItemModelTester tester{&table, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

} // namespace

class TestRecordTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLongListArrivesHeadFirstAndThenWhole_data() { addEngineRows(); }
    void aLongListArrivesHeadFirstAndThenWhole()
    {
        QFETCH(Engine, engine);
        Fixture fixture(engine, 600);
        QSignalSpy answers(&fixture.table, &RecordTable::queryAnswered);
        QVERIFY(fixture.show());
        QCOMPARE(answers.size(), 2);
        QCOMPARE(fixture.table.rowCount(), 600);
        QCOMPARE(fixture.table.totalRows(), 600);
        QVERIFY(fixture.load(580, 599));
        QCOMPARE(fixture.text(599, "last_name"), QStringLiteral("Alder 0599"));
        QVERIFY(!fixture.table.index(300, 0).data(RecordTable::LoadedRole).toBool());
    }

    void sortFilterAndSearchAreAnsweredByTheStore_data()
    {
        QTest::addColumn<QStringList>("sort");
        QTest::addColumn<QString>("search");
        QTest::addColumn<QString>("grade");
        QTest::addColumn<QStringList>("expected");
        const QStringList none;
        QTest::newRow("down") << QStringList{QStringLiteral("-last_name")} << QString() << QString()
                              << QStringList{QStringLiteral("Alder 0009"), QStringLiteral("Alder 0008")};
        QTest::newRow("second key") << QStringList{QStringLiteral("-grade"), QStringLiteral("-last_name")} << QString() << QString()
                                    << QStringList{QStringLiteral("Alder 0007"), QStringLiteral("Alder 0003")};
        QTest::newRow("search") << none << QStringLiteral("0004") << QString() << QStringList{QStringLiteral("Alder 0004")};
        QTest::newRow("filter") << none << QString() << QStringLiteral("10")
                                << QStringList{QStringLiteral("Alder 0001"), QStringLiteral("Alder 0005"), QStringLiteral("Alder 0009")};
        QTest::newRow("no match") << none << QStringLiteral("zzz") << QString() << none;
    }
    void sortFilterAndSearchAreAnsweredByTheStore()
    {
        QFETCH(QStringList, sort);
        QFETCH(QString, search);
        QFETCH(QString, grade);
        QFETCH(QStringList, expected);
        Fixture fixture(Engine::Sqlite);
        ViewQuery query;
        query.sort = sort;
        query.search = search;
        if (!grade.isEmpty())
            query.filters.append({QStringLiteral("grade"), ViewFilter::Operator::Equals, Value(grade), {}});
        QVERIFY(fixture.show(query));
        QCOMPARE(fixture.table.totalRows(), 10);
        if (sort.isEmpty())
            QCOMPARE(fixture.table.rowCount(), static_cast<int>(expected.size()));
        QVERIFY(expected.isEmpty() || fixture.load(0, 0));
        for (int row = 0; row < expected.size(); ++row)
            QCOMPARE(fixture.text(row, "last_name"), expected[row]);
    }

    void onlyTheNewestQuestionIsShown()
    {
        Fixture fixture(Engine::Sqlite, 600);
        ViewQuery all;
        ViewQuery one;
        one.search = QStringLiteral("Alder 0004");
        fixture.table.setQuery(all);
        fixture.table.setQuery(one);
        QVERIFY(QTest::qWaitFor([&] { return fixture.table.isComplete(); }));
        QTest::qWait(50);
        QCOMPARE(fixture.table.rowCount(), 1);
    }

    void aChangeOfSomeoneElseKeepsSelectionAndGlows_data() { addEngineRows(); }
    void aChangeOfSomeoneElseKeepsSelectionAndGlows()
    {
        QFETCH(Engine, engine);
        Fixture fixture(engine);
        QVERIFY(fixture.show());
        QVERIFY(fixture.load(0, 9));
        QItemSelectionModel selection(&fixture.table);
        selection.select(fixture.table.index(3, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        const QPersistentModelIndex kept(fixture.table.index(3, 0));
        QSignalSpy resets(&fixture.table, &QAbstractItemModel::modelReset);
        QVERIFY(fixture.changeElsewhere(fixture.ids[7], "last_name", QStringLiteral("Aaron")));
        QVERIFY(QTest::qWaitFor([&] { return fixture.text(0, "last_name") == QLatin1String("Aaron"); }));
        QCOMPARE(resets.size(), 0);
        QCOMPARE(kept.row(), 4);
        QCOMPARE(kept.data(RecordTable::IdRole).toLongLong(), fixture.ids[3]);
        QVERIFY(selection.isSelected(fixture.table.index(4, 0)));
        QVERIFY(fixture.table.index(0, 0).data(RecordTable::GlowRole).toBool());
        QVERIFY(!fixture.table.index(4, 0).data(RecordTable::GlowRole).toBool());
        QVERIFY(QTest::qWaitFor([&] { return !fixture.table.index(0, 0).data(RecordTable::GlowRole).toBool(); }));
    }

    void rowsThatLeaveAreCountedAndThePinnedOneStays()
    {
        Fixture fixture(Engine::Sqlite);
        ViewQuery query;
        query.filters.append({QStringLiteral("grade"), ViewFilter::Operator::Equals, Value(QStringLiteral("09")), {}});
        QVERIFY(fixture.show(query));
        QCOMPARE(fixture.table.rowCount(), 3);
        fixture.table.setPinned(fixture.ids[0]);
        QVERIFY(fixture.changeElsewhere(fixture.ids[0], "grade", QStringLiteral("10")));
        QVERIFY(fixture.changeElsewhere(fixture.ids[4], "grade", QStringLiteral("10")));
        QVERIFY(QTest::qWaitFor([&] { return fixture.table.rowCount() == 2; }));
        QCOMPARE(fixture.table.leftRows(), 1);
        QCOMPARE(fixture.table.idAt(0), fixture.ids[0]);
    }

    void aTypedCellBecomesACommandAndQuickTypingIsNoConflict_data() { addEngineRows(); }
    void aTypedCellBecomesACommandAndQuickTypingIsNoConflict()
    {
        QFETCH(Engine, engine);
        Fixture fixture(engine);
        fixture.table.makeEditable(Right::EditRoster, QStringLiteral("EditStudent"));
        QVERIFY(fixture.show());
        QVERIFY(fixture.load(0, 9));
        QSignalSpy failed(&fixture.table, &RecordTable::editFailed);
        QVERIFY(fixture.table.setData(fixture.table.index(2, fixture.column("grade")), QStringLiteral("12")));
        QVERIFY(fixture.table.setData(fixture.table.index(2, fixture.column("email")), QStringLiteral("r@example.org")));
        QCOMPARE(fixture.text(2, "grade"), QStringLiteral("12"));
        QVERIFY(fixture.table.index(2, fixture.column("grade")).data(RecordTable::PendingRole).toBool());
        QVERIFY(QTest::qWaitFor([&] { return !fixture.table.hasPendingEdits(); }));
        QCOMPARE(failed.size(), 0);
        const Record stored = *fixture.session->record(EntityKind::Student, fixture.ids[2]);
        QCOMPARE(stored.text("grade"), QStringLiteral("12"));
        QCOMPARE(stored.text("email"), QStringLiteral("r@example.org"));
        QCOMPARE(stored.version, 3);
    }

    void aRefusedCellGoesBackAndSaysWhy()
    {
        Fixture fixture(Engine::Sqlite);
        fixture.table.makeEditable(Right::EditRoster, QStringLiteral("EditStudent"));
        QVERIFY(fixture.show());
        QVERIFY(fixture.load(0, 9));
        QSignalSpy failed(&fixture.table, &RecordTable::editFailed);
        const QModelIndex cell = fixture.table.index(2, fixture.column("student_state_id"));
        QVERIFY(fixture.table.setData(cell, QStringLiteral("0000000005")));
        QVERIFY(QTest::qWaitFor([&] { return failed.size() == 1; }));
        QCOMPARE(cell.data().toString(), QStringLiteral("0000000002"));
        QVERIFY(cell.data(RecordTable::ErrorRole).toString().contains(QStringLiteral("Another student has this state ID")));
        QVERIFY(!fixture.table.setData(fixture.table.index(2, fixture.column("birth_date")), QStringLiteral("31 April")));
        QCOMPARE(failed.size(), 2);
    }

    void rowsGoneInTheMeantimeDoNotBreakTheTable()
    {
        Fixture fixture(Engine::Sqlite, 40);
        QVERIFY(fixture.show());
        QVERIFY(fixture.load(0, 39));
        ApplyChanges remove(QStringLiteral("RemoveForTest"), Right::EditRoster,
                            {{RowChange::Operation::Remove, EntityKind::Student, fixture.ids[5], 1, {}},
                             {RowChange::Operation::Remove, EntityKind::Student, fixture.ids[20], 1, {}}});
        QVERIFY(fixture.session->apply(remove));
        fixture.store.checkForChanges();
        QVERIFY(QTest::qWaitFor([&] { return fixture.table.rowCount() == 38; }));
        QCOMPARE(fixture.text(5, "last_name"), QStringLiteral("Alder 0006"));
        QCOMPARE(fixture.table.totalRows(), 38);
    }
};

QTEST_GUILESS_MAIN(TestRecordTable)
#include "tst_recordtable.moc"
