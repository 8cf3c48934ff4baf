// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testdatabase.h"

#include <QTest>
#include <atomic>
#include <thread>

using namespace certdesk;
using namespace certdesk::test;

class TestInterrupt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEndlessStatementStopsFromAnotherThread_data() { addEngineRows(); }
    void anEndlessStatementStopsFromAnotherThread()
    {
        QFETCH(Engine, engine);
        const TestDatabase database(engine);
        std::atomic<Connection *> running{nullptr};
        std::atomic_bool ended{false};
        std::atomic_bool mayClose{false};
        std::atomic<Error::Kind> kind{Error::Kind::Corrupt};
        std::thread worker([&] {
            auto connection = Connection::open(database.url(), Connection::Mode::ReadWrite);
            running = connection->get();
            try {
                (*connection)->prepare(QStringLiteral("WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 - x FROM c) SELECT COUNT(*) FROM c"))->step();
            } catch (const StoreFailure &failure) {
                kind = failure.error.kind;
            }
            ended = true;
            while (!mayClose)
                std::this_thread::yield();
        });
        const auto stop = [&] {
            if (Connection *connection = running)
                connection->interrupt();
            return ended.load();
        };
        QTRY_VERIFY_WITH_TIMEOUT(stop(), 30000);
        mayClose = true;
        worker.join();
        QCOMPARE(kind.load(), Error::Kind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestInterrupt)
#include "tst_interrupt.moc"
