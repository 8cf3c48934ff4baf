// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/batch.h"
#include "models/store/contenthash.h"
#include "models/store/journal.h"
#include "models/store/migrator.h"
#include "models/store/safekeeping.h"
#include "models/store/undo.h"
#include "tests/support/testdatabase.h"

#include <QDirIterator>
#include <QStandardPaths>
#include <QTest>

using namespace certdesk;
using namespace certdesk::test;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// Writes over some pages at the end of the file, where the newest rows are.
void damage(const QString &path)
{
    QByteArray bytes = bytesOf(path);
    const qsizetype from = bytes.size() - 5 * 4096;
    for (qsizetype i = from; i < bytes.size(); ++i)
        bytes[i] = static_cast<char>(i * 31);
    writeBytes(path, bytes);
}

/// The schema of this program with one more version.
QString schemaOfTomorrow(const QTemporaryDir &folder)
{
    const QDir target(folder.filePath(QStringLiteral("schema")));
    QDirIterator files(QStringLiteral(":/schema"), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QFileInfo file(files.next());
        target.mkpath(file.dir().dirName());
        QFile::copy(file.filePath(), target.filePath(file.dir().dirName() + QLatin1Char('/') + file.fileName()));
    }
    const QString next = target.filePath(QStringLiteral("%1").arg(Migrator::programVersion() + 1, 4, 10, QLatin1Char('0')));
    target.mkpath(next);
    writeBytes(next + QStringLiteral("/0010_add_column.sql"), "ALTER TABLE school ADD COLUMN motto {text}");
    writeBytes(next + QStringLiteral("/0020_index.sqlite.sql"), "CREATE INDEX school_motto ON school (motto)");
    writeBytes(next + QStringLiteral("/0020_index.postgresql.sql"), "CREATE INDEX school_motto ON school (motto)");
    return target.path();
}

} // namespace

class TestSafekeeping : public QObject
{
    Q_OBJECT

    /// A school, students by batch and one undone batch, so that journal, batches and records are all there.
    void fillDatabase(Session &session)
    {
        const qint64 school = addSchool(session, QStringLiteral("100"));
        QVector<RowChange> changes;
        const EntityDef &def = entityDef(EntityKind::Student);
        for (int i = 0; i < 300; ++i) {
            changes.append({RowChange::Operation::Create, EntityKind::Student, 0, 0, {}, i + 2});
            const auto set = [&](const char *field, const Value &value) { changes.last().fields.append({def.index(field), value}); };
            set("student_state_id", Value(QStringLiteral("%1").arg(i, 10, 10, QLatin1Char('0'))));
            set("last_name", Value(QStringLiteral("Ålder „x“")));
            set("first_name", Value(QStringLiteral("Robin")));
            set("school_id", Value(school));
        }
        BatchInfo info;
        info.kind = QStringLiteral("students");
        CommitBatch commit(QStringLiteral("ImportStudents"), Right::ImportRoster, info, changes);
        QVERIFY(session.apply(commit));
        UndoOptions options;
        options.rows = {2, 3, 4};
        UndoBatch undo(commit.batchId(), options);
        QVERIFY(session.apply(undo));
    }

private Q_SLOTS:
    void backupAndRestoreBringTheStateBack_data() { addEngineRows(); }
    void backupAndRestoreBringTheStateBack()
    {
        QFETCH(Engine, engine);
        if (engine == Engine::Postgresql && QStandardPaths::findExecutable(QStringLiteral("pg_dump")).isEmpty())
            QSKIP("pg_dump is not installed");
        TestDatabase database(engine);
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("bäckup.db"));
        QString before;
        {
            auto session = database.session();
            fillDatabase(*session);
            before = contentHash(*session)->sha256;
            const auto report = backupDatabase(*session, file);
            QVERIFY2(report, report ? "" : qPrintable(report.error().message + report.error().detail));
            QCOMPARE(report->contentHash, before);
            QVERIFY(report->isChecked);
            QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1); // nothing temporary stays
            QCOMPARE(backupDatabase(*session, file).error().code, QStringLiteral("FILE-EXISTS"));
            addSchool(*session, QStringLiteral("200"));
            QVERIFY(contentHash(*session)->sha256 != before);
        }
        const auto restored = restoreBackup(database.url(), file, QStringLiteral("admin"));
        QVERIFY2(restored, restored ? "" : qPrintable(restored.error().message + restored.error().detail));
        auto session = database.session();
        QCOMPARE(contentHash(*session)->sha256, before);
        QCOMPARE(verifyJournal(session->connection()), QString());
        QVERIFY(QFileInfo(restored->presentCopy).size() > 0);
        if (engine == Engine::Sqlite) {
            auto present = Session::open(*DatabaseUrl::parse(restored->presentCopy));
            QVERIFY(present);
            (*present)->actAsProgram();
            QCOMPARE((*present)->records(EntityKind::School)->size(), 2);
        }
    }

    void aBadBackupChangesNothing_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<QString>("code");
        QTest::newRow("missing") << "missing" << "FILE-MISSING";
        QTest::newRow("text") << "text" << "DB-CORRUPT";
        QTest::newRow("cut") << "cut" << "DB-CORRUPT";
        QTest::newRow("damaged") << "damaged" << "DB-CORRUPT";
        QTest::newRow("foreign") << "foreign" << "DB-FOREIGN";
    }
    void aBadBackupChangesNothing()
    {
        QFETCH(QString, how);
        QFETCH(QString, code);
        TestDatabase database(Engine::Sqlite);
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("backup.db"));
        QString before;
        {
            auto session = database.session();
            fillDatabase(*session);
            before = contentHash(*session)->sha256;
            QVERIFY(backupDatabase(*session, file));
        }
        if (how == QLatin1String("missing"))
            QFile::remove(file);
        else if (how == QLatin1String("text"))
            writeBytes(file, QByteArray("not a database ").repeated(1000));
        else if (how == QLatin1String("cut"))
            writeBytes(file, bytesOf(file).left(bytesOf(file).size() / 2));
        else if (how == QLatin1String("damaged"))
            damage(file);
        else {
            QFile::remove(file);
            (*Connection::open(*DatabaseUrl::parse(file), Connection::Mode::Create))->execute(QStringLiteral("CREATE TABLE t (a)"));
        }
        const auto restored = restoreBackup(database.url(), file, QStringLiteral("admin"));
        QVERIFY(!restored);
        QCOMPARE(restored.error().code, code);
        QCOMPARE(contentHash(*database.session())->sha256, before);
    }

    void verifyNamesWhatIsWrong_data() { addEngineRows(); }
    void verifyNamesWhatIsWrong()
    {
        QFETCH(Engine, engine);
        TestDatabase database(engine);
        auto session = database.session();
        fillDatabase(*session);
        const auto bad = [&] {
            QStringList names;
            const auto report = verifyDatabase(*session);
            for (const VerifyCheck &check : report->checks) {
                if (!check.isGood)
                    names.append(check.name);
            }
            return names.join(QLatin1Char(' '));
        };
        QCOMPARE(bad(), QString());
        session->connection().execute(QStringLiteral("UPDATE student SET grade = '12' WHERE id = 17"));
        QCOMPARE(bad(), QStringLiteral("rowHashes"));
        session->connection().execute(QStringLiteral("UPDATE journal SET person = 'x' WHERE sequence = 40"));
        QCOMPARE(bad(), QStringLiteral("journal rowHashes"));
        if (engine == Engine::Sqlite) {
            session->connection().execute(QStringLiteral("PRAGMA foreign_keys = OFF"));
            session->connection().execute(QStringLiteral("UPDATE student SET school_id = 4711 WHERE id = 18"));
            QCOMPARE(bad(), QStringLiteral("foreignKeys journal rowHashes"));
        }
        QCOMPARE(verifyJson(*verifyDatabase(*session)).value(QLatin1String("good")).toBool(), false);
    }

    void copyGoesFromEachEngineToEach_data()
    {
        QTest::addColumn<Engine>("from");
        QTest::addColumn<Engine>("to");
        for (const Engine from : engines()) {
            for (const Engine to : engines())
                QTest::addRow("%s to %s", engineName(from).constData(), engineName(to).constData()) << from << to;
        }
    }
    void copyGoesFromEachEngineToEach()
    {
        QFETCH(Engine, from);
        QFETCH(Engine, to);
        TestDatabase database(from);
        QTemporaryDir folder;
        const DatabaseUrl place = TestDatabase::emptyPlace(to, folder);
        auto session = database.session();
        fillDatabase(*session);
        const auto report = copyDatabase(*session, place);
        QVERIFY2(report, report ? "" : qPrintable(report.error().message + report.error().detail));
        QCOMPARE(report->contentHash, contentHash(*session)->sha256);
        {
            auto copy = Session::open(place);
            QVERIFY(copy);
            QVERIFY((*copy)->signIn(QStringLiteral("admin"), TestDatabase::password()));
            QCOMPARE(contentHash(**copy)->sha256, report->contentHash);
            QVERIFY(verifyDatabase(**copy)->isGood());
            QCOMPARE(readBatches(**copy)->size(), 2);
            addSchool(**copy, QStringLiteral("200")); // the next ids are free
            UndoBatch undo(1, {});
            QVERIFY((*copy)->apply(undo));
            QCOMPARE(undo.plan().reverted, 297);
        }
        QCOMPARE(copyDatabase(*session, place).error().code, QStringLiteral("DB-EXISTS"));
        TestDatabase::drop(place);
    }

    void anOlderDatabaseIsCopiedAndMigrated_data() { addEngineRows(); }
    void anOlderDatabaseIsCopiedAndMigrated()
    {
        QFETCH(Engine, engine);
        QTemporaryDir folder;
        const QString schema = schemaOfTomorrow(folder);
        TestDatabase database(engine);
        QString before;
        {
            auto session = database.session();
            fillDatabase(*session);
            before = contentHash(*session)->sha256;
        }
        const auto report = migrateDatabase(database.url(), nullptr, schema);
        QVERIFY2(report, report ? "" : qPrintable(report.error().message + report.error().detail));
        QCOMPARE(report->from, Migrator::programVersion());
        QCOMPARE(report->to, Migrator::programVersion() + 1);
        if (engine == Engine::Sqlite)
            QCOMPARE(contentHash(**[&] {
                         auto copy = Session::open(*DatabaseUrl::parse(report->copy));
                         (*copy)->actAsProgram();
                         return copy;
                     }())->sha256,
                     before);
        auto connection = Connection::open(database.url(), Connection::Mode::ReadOnly);
        QCOMPARE(computeContentHash(**connection).sha256, before);
        (*connection)->prepare(QStringLiteral("SELECT motto FROM school"))->step();
        // This program does not know the version of tomorrow: the migrated database is newer, and refused.
        QCOMPARE(Session::open(database.url()).error().code, QStringLiteral("DB-NEWER"));
        QCOMPARE(migrateDatabase(database.url()).error().code, QStringLiteral("DB-NEWER"));
        QCOMPARE(migrateDatabase(database.url(), nullptr, schema)->copy, QString());
    }

    void aDatabaseOfTheFirstVersionBecomesThisProgramsOne_data() { addEngineRows(); }
    void aDatabaseOfTheFirstVersionBecomesThisProgramsOne()
    {
        QFETCH(Engine, engine);
        QTemporaryDir folder;
        const QString first = folder.filePath(QStringLiteral("first/0001"));
        QDir().mkpath(first);
        QDirIterator files(QStringLiteral(":/schema/0001"), QDir::Files);
        while (files.hasNext()) {
            const QString name = files.next();
            QFile::copy(name, first + QLatin1Char('/') + QFileInfo(name).fileName());
        }
        const DatabaseUrl old = TestDatabase::emptyPlace(engine, folder);
        {
            auto connection = Connection::open(old, Connection::Mode::Create);
            QVERIFY(connection);
            Migrator(**connection, QFileInfo(first).path()).migrate();
        }
        const auto report = migrateDatabase(old);
        QVERIFY2(report, report ? "" : qPrintable(report.error().message + report.error().detail));
        auto migrated = Connection::open(old, Connection::Mode::ReadOnly);
        for (const EntityKind kind : entityKinds()) {
            QStringList columns{QStringLiteral("id")};
            for (const FieldDef &field : entityDef(kind).fields)
                columns.append(field.key());
            (*migrated)->prepare(QStringLiteral("SELECT %1 FROM %2").arg(columns.join(QLatin1Char(',')), QLatin1String(entityDef(kind).table)))->step();
        }
        migrated->reset();
        TestDatabase::drop(old);
    }

    void aMigrationThatFailsLeavesTheOldSchema_data() { addEngineRows(); }
    void aMigrationThatFailsLeavesTheOldSchema()
    {
        QFETCH(Engine, engine);
        QTemporaryDir folder;
        const QString schema = schemaOfTomorrow(folder);
        writeBytes(QStringLiteral("%1/%2/0030_wrong.sql").arg(schema).arg(Migrator::programVersion() + 1, 4, 10, QLatin1Char('0')), "ALTER TABLE no_such_table ADD COLUMN motto {text}");
        TestDatabase database(engine);
        const QString before = contentHash(*database.session())->sha256;
        QVERIFY(!migrateDatabase(database.url(), nullptr, schema));
        auto session = Session::open(database.url());
        QVERIFY(session);
        (*session)->actAsProgram();
        QCOMPARE(contentHash(**session)->sha256, before);
    }

    void aDatabaseOfAnOlderProgramAsksForMigration()
    {
        QTemporaryDir folder;
        TestDatabase database(Engine::Sqlite);
        auto connection = Connection::open(database.url(), Connection::Mode::ReadWrite);
        Migrator migrator(**connection, schemaOfTomorrow(folder));
        try {
            migrator.check();
            QFAIL("an older database was accepted");
        } catch (const StoreFailure &failure) {
            QCOMPARE(failure.error.code, QStringLiteral("DB-OLDER"));
        }
    }

    void aDamagedFileOpensForReadingAndNamesTheBackup()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("district.db"));
        const DatabaseUrl url = *DatabaseUrl::parse(path);
        QVERIFY(createDatabase(url, TestDatabase::defaults()));
        const QString copy = folder.filePath(QStringLiteral("copy.db"));
        {
            auto session = std::move(*Session::open(url));
            QVERIFY(session->signIn(QStringLiteral("admin"), TestDatabase::password()));
            fillDatabase(*session);
            QVERIFY(backupDatabase(*session, folder.filePath(QStringLiteral("district-good.db"))));
            // What a killed program leaves: the file and a journal of writes that were not taken over yet.
            addSchool(*session, QStringLiteral("200"));
            QVERIFY(QFile::copy(path, copy));
            QVERIFY(QFile::copy(path + QStringLiteral("-wal"), copy + QStringLiteral("-wal")));
        }
        QFile::remove(path);
        QFile::rename(copy, path);
        QFile::rename(copy + QStringLiteral("-wal"), path + QStringLiteral("-wal"));
        damage(path);
        auto session = Session::open(url);
        QVERIFY2(session, session ? "" : qPrintable(session.error().message));
        QVERIFY((*session)->damage());
        QCOMPARE((*session)->damage()->code, QStringLiteral("DB-CORRUPT"));
        QVERIFY((*session)->damage()->next.contains(QLatin1String("district-good.db")));
        (*session)->actAsProgram();
        ApplyChanges command(QStringLiteral("Edit"), Right::EditRoster, {});
        QCOMPARE((*session)->apply(command).error().kind, Error::Kind::Corrupt);
        QCOMPARE(openingNotices(**session).first().code, QStringLiteral("DB-CORRUPT"));
        session->reset();
        const auto restored = restoreBackup(url, folder.filePath(QStringLiteral("district-good.db")), QStringLiteral("admin"));
        QVERIFY2(restored, restored ? "" : qPrintable(restored.error().message + restored.error().detail));
        QVERIFY(!(*Session::open(url))->damage());
    }

    void aFileThatIsNoDatabaseIsACodedError()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("notes.db"));
        writeBytes(path, QByteArray("plain text ").repeated(2000));
        const auto session = Session::open(*DatabaseUrl::parse(path));
        QVERIFY(!session);
        QCOMPARE(session.error().kind, Error::Kind::Corrupt);
        QCOMPARE(bytesOf(path), QByteArray("plain text ").repeated(2000));
    }

    void aLockedDatabaseIsACodedErrorAndChangesNothing_data() { addEngineRows(); }
    void aLockedDatabaseIsACodedErrorAndChangesNothing()
    {
        QFETCH(Engine, engine);
        TestDatabase database(engine);
        auto session = database.session();
        auto other = database.session();
        const QString before = contentHash(*session)->sha256;
        other->connection().begin();
        other->connection().execute(QStringLiteral("UPDATE journal_head SET sequence = sequence"));
        session->connection().setLockWait(1);
        Record school(EntityKind::School);
        ApplyChanges command(QStringLiteral("AddSchool"), Right::EditRoster,
                             {{RowChange::Operation::Create, EntityKind::School, 0, 0,
                               {{school.def().index("school_code"), Value(QStringLiteral("100"))}, {school.def().index("name"), Value(QStringLiteral("A"))}}}});
        const auto done = session->apply(command);
        QVERIFY(!done);
        QCOMPARE(done.error().code, QStringLiteral("DB-LOCKED"));
        QCOMPARE(done.error().kind, Error::Kind::Unavailable);
        other->connection().rollback();
        QCOMPARE(contentHash(*session)->sha256, before);
        QVERIFY(session->apply(command)); // and the same command again succeeds
    }

    void aFullDiskIsACodedErrorAndChangesNothing()
    {
        TestDatabase database(Engine::Sqlite);
        auto session = database.session();
        const qint64 school = addSchool(*session, QStringLiteral("100"));
        const QString before = contentHash(*session)->sha256;
        auto pages = session->connection().prepare(QStringLiteral("PRAGMA page_count"));
        pages->step();
        const qint64 limit = pages->integer(0) + 4;
        pages.reset();
        session->connection().prepare(QStringLiteral("PRAGMA max_page_count = %1").arg(limit))->step();
        QVector<RowChange> changes;
        const EntityDef &def = entityDef(EntityKind::Student);
        for (int i = 0; i < 2000; ++i)
            changes.append({RowChange::Operation::Create, EntityKind::Student, 0, 0,
                            {{def.index("last_name"), Value(QStringLiteral("Alder %1").arg(i))}, {def.index("first_name"), Value(QStringLiteral("Robin"))},
                             {def.index("school_id"), Value(school)}}});
        BatchInfo info;
        info.kind = QStringLiteral("students");
        CommitBatch commit(QStringLiteral("ImportStudents"), Right::ImportRoster, info, changes);
        const auto done = session->apply(commit);
        QVERIFY(!done);
        QCOMPARE(done.error().code, QStringLiteral("DB-FULL"));
        QCOMPARE(contentHash(*session)->sha256, before);
        QVERIFY(verifyDatabase(*session)->isGood());
    }

    void safekeepingNeedsTheRight_data() { addEngineRows(); }
    void safekeepingNeedsTheRight()
    {
        QFETCH(Engine, engine);
        TestDatabase database(engine);
        QTemporaryDir folder;
        auto session = database.session();
        session->signOut();
        const QString file = folder.filePath(QStringLiteral("b.db"));
        QCOMPARE(backupDatabase(*session, file).error().kind, Error::Kind::Denied);
        QCOMPARE(verifyDatabase(*session).error().kind, Error::Kind::Denied);
        QCOMPARE(copyDatabase(*session, *DatabaseUrl::parse(file)).error().kind, Error::Kind::Denied);
        QVERIFY(!QFileInfo::exists(file));
    }
};

QTEST_GUILESS_MAIN(TestSafekeeping)
#include "tst_safekeeping.moc"
