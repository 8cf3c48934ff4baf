// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/journal.h"
#include "models/store/viewreader.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace certdesk;
using namespace certdesk::test;

class TestTransaction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void schemaHasTheColumnsOfEveryEntity_data() { addEngineRows(); }
    void schemaHasTheColumnsOfEveryEntity()
    {
        QFETCH(Engine, engine);
        TestDatabase database(engine);
        auto session = database.session();
        for (const EntityKind kind : entityKinds())
            QVERIFY2(session->records(kind), entityDef(kind).name);
    }

    void everyViewReads_data() { addEngineRows(); }
    void everyViewReads()
    {
        QFETCH(Engine, engine);
        TestDatabase database(engine);
        auto session = database.session();
        ViewReader reader(*session);
        for (const View &view : allViews()) {
            ViewQuery query;
            query.view = view.name;
            query.search = QStringLiteral("50%_");
            query.schoolYear = 2027;
            QVERIFY2(reader.ids(query), qPrintable(view.name));
            QVector<int> columns;
            for (int i = 0; i < view.columns.size(); ++i)
                columns.append(i);
            const auto rows = reader.rows(view, {1, 2}, columns);
            QVERIFY2(rows, qPrintable(view.name + (rows ? QString() : rows.error().detail)));
        }
    }

    void aStaleVersionIsAConflictAndChangesNothing_data() { addEngineRows(); }
    void aStaleVersionIsAConflictAndChangesNothing()
    {
        QFETCH(Engine, engine);
        TestDatabase database(engine);
        auto session = database.session();
        const qint64 school = addSchool(*session, QStringLiteral("100"));
        const qint64 student = addStudent(*session, school, QStringLiteral("0000000001"));
        const int grade = entityDef(EntityKind::Student).index("grade");
        const auto setGrade = [&](qint64 version, const QString &value) {
            ApplyChanges command(QStringLiteral("EditStudent"), Right::EditRoster,
                                 {{RowChange::Operation::Update, EntityKind::Student, student, version, {{grade, Value(value)}}}});
            return session->apply(command);
        };
        QVERIFY(setGrade(1, QStringLiteral("11")));
        const auto second = setGrade(1, QStringLiteral("12"));
        QVERIFY(!second);
        QCOMPARE(second.error().kind, Error::Kind::Conflict);
        QCOMPARE(session->record(EntityKind::Student, student)->text("grade"), QStringLiteral("11"));
    }

    void theJournalNamesAnAlteredEntry_data() { addEngineRows(); }
    void theJournalNamesAnAlteredEntry()
    {
        QFETCH(Engine, engine);
        TestDatabase database(engine);
        auto session = database.session();
        addSchool(*session, QStringLiteral("100"));
        QCOMPARE(verifyJournal(session->connection()), QString());
        session->connection().execute(QStringLiteral("UPDATE journal SET person = 'someone' WHERE sequence = 3"));
        QVERIFY(verifyJournal(session->connection()).contains(QLatin1String("3")));
        session->connection().execute(QStringLiteral("DELETE FROM journal WHERE sequence = 2"));
        QVERIFY(verifyJournal(session->connection()).contains(QLatin1String("2")));
    }

    void aLoginBelongsToOnePerson_data() { addEngineRows(); }
    void aLoginBelongsToOnePerson()
    {
        QFETCH(Engine, engine);
        TestDatabase database(engine);
        auto session = database.session();
        const qint64 school = addSchool(*session, QStringLiteral("100"));
        addStaff(*session, QStringLiteral("S1"), QStringLiteral("Robin.A"));
        Record student(EntityKind::Student);
        student.set("school_id", Value(school)).set("last_name", Value(QStringLiteral("Alder")));
        student.set("first_name", Value(QStringLiteral("Robin"))).set("login", Value(QStringLiteral("robin.a")));
        RowChange change{RowChange::Operation::Create, EntityKind::Student, 0, 0, {}};
        for (int i = 0; i < student.values.size(); ++i)
            change.fields.append({i, student.values[i]});
        ApplyChanges command(QStringLiteral("AddStudent"), Right::EditRoster, {change});
        const auto done = session->apply(command);
        QVERIFY(!done);
        QCOMPARE(done.error().code, QStringLiteral("K05"));
        QVERIFY(session->records(EntityKind::Student)->isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestTransaction)
#include "tst_transaction.moc"
