// SPDX-License-Identifier: GPL-3.0-or-later
// Wrong inputs get a coded error and the right exit code, and change nothing.
#include "models/store/migrator.h"
#include "tests/support/ctl.h"
#include "tests/support/testdatabase.h"

#include <QFileInfo>
#include <QProcess>
#include <QTest>
#include <sqlite3.h>

using namespace certdesk;
using namespace certdesk::test;

class TestWrongInputs : public QObject
{
    Q_OBJECT

    static QStringList words(const char *text) { return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts); }
    static Ctl admin(const TestDatabase &database) { return Ctl(database.urlText(), QStringLiteral("admin"), TestDatabase::password()); }
    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("absent");
    }

private Q_SLOTS:
    void aFileThatCannotBeImported_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("code");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("F01");
        QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) << QStringLiteral("F02");
        QTest::newRow("no such column") << QByteArray("colour,shape\nred,round\n") << QStringLiteral("H03");
    }
    void aFileThatCannotBeImported()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, code);
        const TestDatabase database(Engine::Sqlite);
        QTemporaryDir folder;
        const QString file = writeFile(folder.filePath(QStringLiteral("in.csv")), content);
        const QString before = admin(database).contentHash();
        const CtlAnswer answer = admin(database).json(words("import schools") + QStringList{file});
        QVERIFY2(answer.exitCode == 4, answer.told().constData());
        QCOMPARE(answer.errorCode(), code);
        QCOMPARE(admin(database).contentHash(), before);
    }

    void aFileThatIsNotThere()
    {
        const TestDatabase database(Engine::Sqlite);
        QTemporaryDir folder;
        // A folder in the place of the file cannot be read by anybody.
        for (const QString &path : {folder.filePath(QStringLiteral("none.csv")), folder.path()}) {
            const CtlAnswer answer = admin(database).json(words("import schools") + QStringList{path});
            QVERIFY2(answer.exitCode == 4, answer.told().constData());
            QVERIFY(!answer.errorCode().isEmpty());
        }
    }

    void aDatabaseThatIsNotOne_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("code");
        QTest::newRow("text") << QByteArray("this is no database at all, only a long line of text that goes on\n").repeated(20) << QStringLiteral("DB-CORRUPT");
        QTest::newRow("empty file") << QByteArray() << QStringLiteral("DB-FOREIGN");
    }
    void aDatabaseThatIsNotOne()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, code);
        QTemporaryDir folder;
        const QString path = writeFile(folder.filePath(QStringLiteral("x.db")), content);
        const Ctl ctl(path, QStringLiteral("admin"), TestDatabase::password());
        for (const QStringList &call : {words("info"), words("list students"), words("verify-database"), words("content-hash"), words("migrate-database")}) {
            const CtlAnswer answer = ctl.json(call);
            QVERIFY2(answer.exitCode == 4, answer.told().constData());
            QCOMPARE(answer.errorCode(), code);
            QVERIFY(bytesOf(path) == content);
        }
    }

    void aDatabaseOfAnotherProgram()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("other.db"));
        sqlite3 *other = nullptr;
        QCOMPARE(sqlite3_open(path.toUtf8().constData(), &other), SQLITE_OK);
        QCOMPARE(sqlite3_exec(other, "CREATE TABLE songs (title TEXT)", nullptr, nullptr, nullptr), SQLITE_OK);
        sqlite3_close(other);
        const QByteArray content = bytesOf(path);
        const CtlAnswer answer = Ctl(path, QStringLiteral("admin"), TestDatabase::password()).json(words("list students"));
        QCOMPARE(answer.exitCode, 4);
        QCOMPARE(answer.errorCode(), QStringLiteral("DB-FOREIGN"));
        QVERIFY(bytesOf(path) == content);
    }

    void aNewerDatabaseIsRefused_data() { addEngineRows(); }
    void aNewerDatabaseIsRefused()
    {
        QFETCH(Engine, engine);
        const TestDatabase database(engine);
        {
            const auto session = database.programSession();
            session->connection().begin();
            writeSetting(session->connection(), QStringLiteral("schema_version"), QStringLiteral("999"));
            session->connection().commit();
        }
        for (const QStringList &call : {words("list students"), words("info"), words("migrate-database")}) {
            const CtlAnswer answer = admin(database).json(call);
            QVERIFY2(answer.exitCode == 3, answer.told().constData());
            QCOMPARE(answer.errorCode(), QStringLiteral("DB-NEWER"));
        }
    }

    void aServerThatDoesNotAnswer()
    {
        const CtlAnswer answer = Ctl(QStringLiteral("postgresql://someone@127.0.0.1:1/nothing"), QStringLiteral("admin"), TestDatabase::password()).json(words("list students"));
        QCOMPARE(answer.exitCode, 4);
        QCOMPARE(answer.error().value(QLatin1String("kind")).toString(), QStringLiteral("Unavailable"));
    }

    void anAddressWithPasswordIsRefused()
    {
        const CtlAnswer answer = Ctl(QStringLiteral("postgresql://someone:secret@127.0.0.1:1/nothing")).json(words("info"));
        QCOMPARE(answer.exitCode, 2);
        QVERIFY(!answer.out.contains("secret"));
    }

    void aLockedDatabase()
    {
        const TestDatabase database(Engine::Sqlite);
        QTemporaryDir folder;
        const QString file = writeFile(folder.filePath(QStringLiteral("s.csv")), "school_code,name\n300,New School\n");
        const QString before = admin(database).contentHash();
        const auto holder = database.programSession();
        holder->connection().begin();
        const CtlAnswer answer = admin(database).json(words("import schools") + QStringList{file});
        holder->connection().rollback();
        QVERIFY2(answer.exitCode == 4, answer.told().constData());
        QCOMPARE(answer.errorCode(), QStringLiteral("DB-LOCKED"));
        QCOMPARE(admin(database).contentHash(), before);
        QCOMPARE(admin(database).json(words("import schools") + QStringList{file}).exitCode, 0);
    }

    void aDiskThatTakesNoMore()
    {
#ifdef Q_OS_WIN
        QSKIP("needs a limit on the size of files");
#endif
        const TestDatabase database(Engine::Sqlite);
        QTemporaryDir folder;
        QByteArray rows("school_code,name\n");
        for (int i = 0; i < 20000; ++i)
            rows += QByteArray::number(10000 + i) + ",School with a rather long name to fill the disk " + QByteArray::number(i) + "\n";
        const QString file = writeFile(folder.filePath(QStringLiteral("many.csv")), rows);
        const QString before = admin(database).contentHash();
        QProcess process;
        process.setProcessEnvironment(admin(database).environment());
        // No file may grow past 1 MiB, as on a disk that is full.
        process.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), QStringLiteral("trap '' XFSZ; ulimit -f 2048; exec \"$0\" \"$@\""), QStringLiteral(CERTDESKCTL),
                                                  QStringLiteral("--quiet"), QStringLiteral("--json"), QStringLiteral("--database"), database.urlText(),
                                                  QStringLiteral("--user"), QStringLiteral("admin"), QStringLiteral("import"), QStringLiteral("schools"), file});
        QVERIFY(process.waitForFinished(120000));
        const CtlAnswer answer{process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
        QVERIFY2(answer.exitCode == 4, answer.told().constData());
        QCOMPARE(answer.error().value(QLatin1String("kind")).toString(), QStringLiteral("Unavailable"));
        QCOMPARE(admin(database).contentHash(), before);
        QCOMPARE(admin(database).json(words("verify-database")).exitCode, 0);
    }

    void aPlaceThatCannotBeWritten()
    {
        const TestDatabase database(Engine::Sqlite);
        const QString before = admin(database).contentHash();
        QTemporaryDir folder;
        const QString place = folder.filePath(QStringLiteral("no/such/folder/out"));
        for (const QStringList &call : {words("list users --format csv --out") + QStringList{place}, words("list users --format xlsx --out") + QStringList{place},
                                        words("backup") + QStringList{place}, words("copy-to") + QStringList{place}}) {
            const CtlAnswer answer = admin(database).json(call);
            QVERIFY2(answer.exitCode == 4, answer.told().constData());
            QVERIFY(!answer.errorCode().isEmpty());
        }
        QCOMPARE(admin(database).contentHash(), before);
    }

    void restoringAWrongFileChangesNothing()
    {
        const TestDatabase database(Engine::Sqlite);
        QTemporaryDir folder;
        const QString before = admin(database).contentHash();
        const QString wrong = writeFile(folder.filePath(QStringLiteral("wrong")), QByteArray("no backup\n").repeated(500));
        for (const QString &path : {wrong, folder.filePath(QStringLiteral("absent"))}) {
            const CtlAnswer answer = admin(database).json(words("restore-backup") + QStringList{path});
            QVERIFY2(answer.exitCode == 4, answer.told().constData());
            QCOMPARE(admin(database).contentHash(), before);
        }
    }
};

QTEST_GUILESS_MAIN(TestWrongInputs)
#include "tst_wronginputs.moc"
