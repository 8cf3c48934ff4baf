// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/journalreader.h"
#include "models/store/viewreader.h"
#include "tests/support/scopefixture.h"

#include <QTest>

using namespace certdesk;
using namespace certdesk::test;

class TestScope : public QObject
{
    Q_OBJECT

    static std::unique_ptr<Session> signedIn(const TestDatabase &database, const QString &name)
    {
        auto session = Session::open(database.url());
        if (!session || !(*session)->signIn(name, ScopeFixture::password()))
            qFatal("cannot sign in %s", qPrintable(name));
        return std::move(*session);
    }

    /// All a person can read of every view and every kind of record, as one text.
    static QString everythingReadable(Session &session)
    {
        QString text;
        ViewReader reader(session);
        for (const View &view : allViews()) {
            ViewQuery query;
            query.view = view.name;
            query.withArchived = true;
            QVector<int> columns;
            for (int i = 0; i < view.columns.size(); ++i)
                columns.append(i);
            // Asking for the ids of others by guessing brings nothing more.
            QVector<qint64> wanted = *reader.ids(query);
            for (qint64 id = 1; id < 60; ++id)
                wanted.append(id);
            const auto rows = reader.rows(view, wanted, columns);
            for (const ViewRow &row : *rows) {
                for (const Value &value : row.values)
                    text += value.text() + QLatin1Char('\n');
            }
        }
        for (const EntityKind kind : entityKinds()) {
            const auto records = session.records(kind);
            for (const Record &record : *records) {
                for (const Value &value : record.values)
                    text += value.text() + QLatin1Char('\n');
            }
        }
        return text;
    }

private Q_SLOTS:
    void nobodyReadsRowsOfOthers_data()
    {
        QTest::addColumn<Engine>("engine");
        QTest::addColumn<QString>("person");
        QTest::addColumn<QString>("hidden");
        QTest::addColumn<QString>("seen");
        for (const Engine engine : engines()) {
            const auto row = [&](const char *person, const QString &hidden, const QString &seen) {
                QTest::addRow("%s %s", person, engineName(engine).constData()) << engine << QString::fromLatin1(person) << hidden << seen;
            };
            row("ada", ScopeFixture::hiddenFromTeacher(), QStringLiteral("Fir"));
            row("head", ScopeFixture::hiddenFromSchool(), QStringLiteral("Gorse"));
            row("tess", QStringLiteral("100000000"), QStringLiteral("Cedar"));
        }
    }
    void nobodyReadsRowsOfOthers()
    {
        QFETCH(Engine, engine);
        QFETCH(QString, person);
        QFETCH(QString, hidden);
        QFETCH(QString, seen);
        TestDatabase database(engine);
        const ScopeFixture fixture(database);
        const auto session = signedIn(database, person);
        const QString text = everythingReadable(*session);
        QVERIFY2(text.contains(seen), qPrintable(text));
        for (const QString &line : text.split(QLatin1Char('\n')))
            QVERIFY2(!line.contains(hidden), qPrintable(line));
        const auto journal = readJournal(*session, {});
        if (session->person().may(Right::ViewJournal)) {
            for (const JournalEntry &entry : journal->entries)
                QVERIFY2(!entry.fields.contains(hidden.toUtf8()), entry.fields.constData());
        } else {
            QCOMPARE(journal.error().code, QStringLiteral("K17"));
        }
    }

    void aTeacherCannotReachStudentsThroughAnAttempt_data() { addEngineRows(); }
    void aTeacherCannotReachStudentsThroughAnAttempt()
    {
        QFETCH(Engine, engine);
        TestDatabase database(engine);
        const ScopeFixture fixture(database);
        const auto session = signedIn(database, QStringLiteral("ada"));
        const EntityDef &def = entityDef(EntityKind::Attempt);
        const auto enter = [&](qint64 student) {
            const RowChange change{RowChange::Operation::Create, EntityKind::Attempt, 0, 0,
                                   {{def.index("row_number"), Value(90 + student)}, {def.index("student_id"), Value(student)},
                                    {def.index("school_year"), Value(2027)}, {def.index("entered_by"), Value(QStringLiteral("ada"))}}};
            ApplyChanges command(QStringLiteral("AddAttempt"), Right::EnterAttempts, {change});
            return session->apply(command);
        };
        QVERIFY(enter(fixture.ownStudent));
        const auto refused = enter(fixture.otherStudent);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Denied);
        QVERIFY(!session->record(EntityKind::Student, fixture.otherStudent));
    }

    void nobodyChangesRowsOfOthers_data() { addEngineRows(); }
    void nobodyChangesRowsOfOthers()
    {
        QFETCH(Engine, engine);
        TestDatabase database(engine);
        const ScopeFixture fixture(database);
        const EntityDef &student = entityDef(EntityKind::Student);
        const auto head = signedIn(database, QStringLiteral("head"));
        const auto write = [&](qint64 id, FieldValue field) {
            ApplyChanges command(QStringLiteral("EditStudent"), Right::EditRoster, {{RowChange::Operation::Update, EntityKind::Student, id, 1, {field}}});
            return head->apply(command);
        };
        QVERIFY(!write(fixture.farStudent, {student.index("grade"), Value(QStringLiteral("12"))}));
        // Nor may a record be pushed out of the own schools.
        QVERIFY(!write(fixture.ownStudent, {student.index("school_id"), Value(fixture.secondSchool)}));
        QVERIFY(write(fixture.ownStudent, {student.index("grade"), Value(QStringLiteral("12"))}));
        ApplyChanges removal(QStringLiteral("RemoveStudent"), Right::EditRoster, {{RowChange::Operation::Remove, EntityKind::Attempt, fixture.farAttempt, 1, {}}});
        QVERIFY(!head->apply(removal));
        QCOMPARE(database.programSession()->record(EntityKind::Student, fixture.farStudent)->text("grade"), QStringLiteral("10"));
    }
};

QTEST_GUILESS_MAIN(TestScope)
#include "tst_scope.moc"
