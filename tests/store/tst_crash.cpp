// SPDX-License-Identifier: GPL-3.0-or-later
// A killed import leaves the state before or after, never one between. The test starts itself as the program that imports.
#include "models/store/batch.h"
#include "models/store/contenthash.h"
#include "models/store/safekeeping.h"
#include "models/store/undo.h"
#include "tests/support/testdatabase.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>
#include <cstdio>

using namespace certdesk;
using namespace certdesk::test;

namespace {

constexpr int students = 1500;

int import(const QString &place)
{
    auto session = Session::open(*DatabaseUrl::parse(place));
    if (!session)
        return 4;
    (*session)->actAsProgram();
    const qint64 school = (*session)->records(EntityKind::School)->first().id;
    const EntityDef &def = entityDef(EntityKind::Student);
    QVector<RowChange> changes;
    for (int i = 0; i < students; ++i)
        changes.append({RowChange::Operation::Create,
                        EntityKind::Student,
                        0,
                        0,
                        {{def.index("student_state_id"), Value(QStringLiteral("%1").arg(i, 10, 10, QLatin1Char('0')))},
                         {def.index("last_name"), Value(QStringLiteral("Alder %1").arg(i))},
                         {def.index("first_name"), Value(QStringLiteral("Robin"))},
                         {def.index("school_id"), Value(school)}},
                        i + 2});
    BatchInfo info;
    info.kind = QStringLiteral("students");
    CommitBatch commit(QStringLiteral("ImportStudents"), Right::ImportRoster, info, changes);
    commit.setHashes(CommitBatch::Hashes::Never);
    std::puts("go");
    std::fflush(stdout);
    return (*session)->apply(commit) ? 0 : 4;
}

/// Starts the import, lets it run for `milliseconds` from the first write on (-1: to its end), then kills it.
qint64 runImport(const QString &place, int milliseconds)
{
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--import"), place});
    if (!process.waitForReadyRead(60000))
        qFatal("the import did not start");
    QElapsedTimer timer;
    timer.start();
    process.waitForFinished(milliseconds < 0 ? 60000 : milliseconds);
    process.kill();
    process.waitForFinished();
    return timer.elapsed();
}

void copyDatabaseFile(const QString &from, const QString &to)
{
    for (const char *suffix : {"", "-wal", "-shm", "-journal"})
        QFile::remove(to + QLatin1String(suffix));
    QVERIFY(QFile::copy(from, to));
}

qint64 otherConnections(Connection &connection)
{
    auto statement = connection.prepare(
        QStringLiteral("SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'"));
    return statement->step() ? statement->integer(0) : -1;
}

} // namespace

class TestCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKilledImportLeavesBeforeOrAfter_data()
    {
        QTest::addColumn<Engine>("engine");
        QTest::addColumn<int>("kills");
        for (const Engine engine : engines())
            QTest::newRow(engineName(engine).constData()) << engine << (engine == Engine::Sqlite ? 100 : 20);
    }
    void aKilledImportLeavesBeforeOrAfter()
    {
        QFETCH(Engine, engine);
        QFETCH(int, kills);
        TestDatabase database(engine);
        QTemporaryDir folder;
        const QString original = folder.filePath(QStringLiteral("original.db"));
        QString before;
        {
            auto session = database.session();
            addSchool(*session, QStringLiteral("100"));
            before = contentHash(*session)->sha256;
            if (engine == Engine::Sqlite)
                QVERIFY(backupDatabase(*session, original));
        }
        const QString place = engine == Engine::Sqlite ? folder.filePath(QStringLiteral("work.db")) : database.urlText();
        const auto open = [&] {
            auto session = Session::open(*DatabaseUrl::parse(place));
            if (session)
                (*session)->actAsProgram();
            return session;
        };
        if (engine == Engine::Sqlite)
            copyDatabaseFile(original, place);
        const int duration = static_cast<int>(runImport(place, -1));
        const QString after = contentHash(**open())->sha256;
        QVERIFY(after != before);

        QRandomGenerator random(20270531);
        for (int i = 0; i < kills; ++i) {
            if (engine == Engine::Sqlite) {
                copyDatabaseFile(original, place);
            } else {
                auto session = open();
                UndoBatch undo(readBatches(**session)->first().id, {});
                if (contentHash(**session)->sha256 == after)
                    QVERIFY((*session)->apply(undo));
            }
            runImport(place, random.bounded(duration + duration / 8 + 1));
            auto session = open();
            QVERIFY2(session, session ? "" : qPrintable(session.error().message));
            QVERIFY(!(*session)->damage());
            if (engine == Engine::Postgresql)
                QTRY_COMPARE(otherConnections((*session)->connection()), 0); // the server notices the end of a client in its own time
            const QString now = contentHash(**session)->sha256;
            QVERIFY2(now == before || now == after, qPrintable(QStringLiteral("kill %1").arg(i)));
            QVERIFY2(verifyDatabase(**session)->isGood(), qPrintable(QStringLiteral("kill %1").arg(i)));
            const auto batches = *readBatches(**session);
            const bool committed = !batches.isEmpty() && batches.first().state == BatchState::Committed && batches.first().kind != QLatin1String("undo");
            QCOMPARE(committed, now == after);
        }
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() == 3 && arguments[1] == QLatin1String("--import"))
        return import(arguments[2]);
    TestCrash test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_crash.moc"
