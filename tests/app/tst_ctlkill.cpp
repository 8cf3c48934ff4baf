// SPDX-License-Identifier: GPL-3.0-or-later
// A-53 through the real program: an import that is killed at any instant leaves the content of before or of after.
#include "models/store/contenthash.h"
#include "tests/support/ctl.h"
#include "tests/support/testdatabase.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

using namespace certdesk;
using namespace certdesk::test;

namespace {

constexpr int rows = 250;
constexpr quint32 seed = 20270531;

QByteArray rosterFile()
{
    QByteArray file = "student_state_id,login,first_name,last_name,grade,school_code\n";
    for (int i = 0; i < rows; ++i)
        file += QByteArray::number(1000000000 + i) + ",login" + QByteArray::number(i) + ",Robin,Alder,10,100\n";
    return file;
}

QString hashOf(Session &session)
{
    return session.read<QString>([](Connection &connection) { return computeContentHash(connection).sha256; }).value_or(QString());
}

/// One import as a process of its own.
class Import
{
public:
    Import(const QString &database, const QString &file)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("CERTDESK_PASSWORD"), TestDatabase::password());
        m_process.setProcessEnvironment(environment);
        m_process.start(QStringLiteral(CERTDESKCTL), {QStringLiteral("--quiet"), QStringLiteral("--json"), QStringLiteral("--database"), database, QStringLiteral("--user"),
                                                      QStringLiteral("admin"), QStringLiteral("import"), QStringLiteral("students"), file});
    }
    /// Milliseconds that it took; -1 when it failed.
    qint64 finish()
    {
        QElapsedTimer timer;
        timer.start();
        const bool done = m_process.waitForFinished(60000) && m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
        return done ? timer.elapsed() : -1;
    }
    void killAfter(int milliseconds)
    {
        if (m_process.waitForFinished(milliseconds))
            return;
        m_process.kill();
        m_process.waitForFinished(60000);
    }

private:
    QProcess m_process;
};

/// A point of time in the life of an import.
int randomInstant(QRandomGenerator &random, qint64 wholeTime)
{
    return static_cast<int>(random.bounded(wholeTime));
}

} // namespace

class TestCtlKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKilledImportLeavesBeforeOrAfterInAFile()
    {
        constexpr int kills = 100;
        const TestDatabase database(Engine::Sqlite);
        addSchool(*database.session(), QStringLiteral("100"));
        const QString before = hashOf(*database.programSession());
        QTemporaryDir folder;
        const QString file = writeFile(folder.filePath(QStringLiteral("in.csv")), rosterFile());
        // The last one that closes the file folds its log into it, so that the copy is complete.
        const auto fresh = [&](const QString &name) {
            const QString copy = folder.filePath(name);
            for (const char *suffix : {"", "-wal", "-shm"})
                QFile::remove(copy + QLatin1String(suffix));
            return QFile::copy(database.url().path, copy) ? copy : QString();
        };
        const QString whole = fresh(QStringLiteral("whole.db"));
        const qint64 wholeTime = Import(whole, file).finish();
        QVERIFY(wholeTime > 0);
        const auto open = [](const QString &path) {
            auto session = Session::open(*DatabaseUrl::parse(path));
            if (session)
                (*session)->actAsProgram();
            return session;
        };
        const QString after = hashOf(**open(whole));
        QVERIFY(after != before);

        QRandomGenerator random(seed);
        int afters = 0;
        for (int i = 0; i < kills; ++i) {
            const QString copy = fresh(QStringLiteral("killed.db"));
            const int instant = randomInstant(random, wholeTime);
            Import(copy, file).killAfter(instant);
            auto session = open(copy);
            QVERIFY2(session.has_value(), qPrintable(QStringLiteral("not opened after a kill at %1 ms").arg(instant)));
            QVERIFY(!(*session)->damage());
            const QString hash = hashOf(**session);
            QVERIFY2(hash == before || hash == after, qPrintable(QStringLiteral("another content after a kill at %1 of %2 ms").arg(instant).arg(wholeTime)));
            afters += hash == after;
        }
        qInfo("%d of %d killed imports had been committed; an import takes %lld ms", afters, kills, wholeTime);
    }

    void aKilledImportLeavesBeforeOrAfterOnAServer()
    {
        if (!engines().contains(Engine::Postgresql))
            QSKIP("no PostgreSQL server is named in CERTDESK_TEST_POSTGRESQL");
        constexpr int kills = 12;
        const TestDatabase database(Engine::Postgresql);
        addSchool(*database.session(), QStringLiteral("100"));
        const auto session = database.programSession();
        const QString before = hashOf(*session);
        QTemporaryDir folder;
        const QString file = writeFile(folder.filePath(QStringLiteral("in.csv")), rosterFile());
        const Ctl ctl(database.urlText(), QStringLiteral("admin"), TestDatabase::password());
        const auto undoLast = [&ctl] {
            const int batch = ctl.json({QStringLiteral("batches")}).json().value(QLatin1String("rows")).toArray().first().toObject().value(QLatin1String("id")).toInt();
            return ctl.json({QStringLiteral("undo"), QString::number(batch)}).exitCode == 0;
        };
        const qint64 wholeTime = Import(database.urlText(), file).finish();
        QVERIFY(wholeTime > 0);
        const QString after = hashOf(*session);
        QVERIFY(after != before);
        QVERIFY(undoLast());
        const auto othersConnected = [&session] {
            return session->read<qint64>([](Connection &connection) {
                auto statement = connection.prepare(QStringLiteral("SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"));
                return statement->step() ? statement->integer(0) : qint64(0);
            }).value_or(1);
        };
        QRandomGenerator random(seed);
        for (int i = 0; i < kills; ++i) {
            const int instant = randomInstant(random, wholeTime);
            Import(database.urlText(), file).killAfter(instant);
            // The server notices by itself that its client is gone; until then the commit may be under way.
            QTRY_COMPARE_WITH_TIMEOUT(othersConnected(), 0, 30000);
            const QString hash = hashOf(*session);
            QVERIFY2(hash == before || hash == after, qPrintable(QStringLiteral("another content after a kill at %1 of %2 ms").arg(instant).arg(wholeTime)));
            if (hash == after)
                QVERIFY(undoLast());
        }
    }
};

QTEST_GUILESS_MAIN(TestCtlKill)
#include "tst_ctlkill.moc"
