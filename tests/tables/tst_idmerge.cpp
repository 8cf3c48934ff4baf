// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/idmerge.h"

#include <QRandomGenerator>
#include <QTest>
#include <algorithm>

using namespace certdesk;

using Ids = QVector<qint64>;

class TestIdMerge : public QObject
{
    Q_OBJECT

    /// What a model does with a plan.
    static Ids walked(Ids ids, const Ids &after, const IdMerge &plan)
    {
        for (const auto &span : plan.removals)
            ids.remove(span.first, span.count);
        for (const auto &move : plan.moves)
            ids.move(move.from, move.to);
        for (const auto &span : plan.insertions) {
            for (qsizetype i = 0; i < span.count; ++i)
                ids.insert(span.first + i, after[span.first + i]);
        }
        return ids;
    }

private Q_SLOTS:
    void eachChangeIsItsSmallestSteps_data()
    {
        QTest::addColumn<Ids>("before");
        QTest::addColumn<Ids>("after");
        QTest::addColumn<int>("removals");
        QTest::addColumn<int>("moves");
        QTest::addColumn<int>("insertions");
        QTest::newRow("same") << Ids{1, 2, 3} << Ids{1, 2, 3} << 0 << 0 << 0;
        QTest::newRow("first answer") << Ids{} << Ids{4, 2} << 0 << 0 << 1;
        QTest::newRow("all gone") << Ids{4, 2} << Ids{} << 1 << 0 << 0;
        QTest::newRow("one new at the top") << Ids{1, 2, 3} << Ids{9, 1, 2, 3} << 0 << 0 << 1;
        QTest::newRow("two left") << Ids{1, 2, 3, 4, 5} << Ids{1, 3, 5} << 2 << 0 << 0;
        QTest::newRow("neighbours left") << Ids{1, 2, 3, 4} << Ids{1, 4} << 1 << 0 << 0;
        QTest::newRow("one moved down") << Ids{1, 2, 3, 4} << Ids{2, 3, 1, 4} << 0 << 1 << 0;
        QTest::newRow("one moved up") << Ids{1, 2, 3, 4} << Ids{4, 1, 2, 3} << 0 << 1 << 0;
        QTest::newRow("replaced") << Ids{1, 2, 3} << Ids{1, 9, 3} << 1 << 0 << 1;
        QTest::newRow("sparse ids") << Ids{1, 99999999999, 3} << Ids{3, 1, 88888888888} << 1 << 1 << 1;
    }
    void eachChangeIsItsSmallestSteps()
    {
        QFETCH(Ids, before);
        QFETCH(Ids, after);
        const IdMerge plan = IdMerge::between(before, after);
        QTEST(static_cast<int>(plan.removals.size()), "removals");
        QTEST(static_cast<int>(plan.moves.size()), "moves");
        QTEST(static_cast<int>(plan.insertions.size()), "insertions");
        QVERIFY(!plan.isWholesale);
        QCOMPARE(walked(before, after, plan), after);
    }

    void anyChangeEndsInTheNewOrder()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 400; ++round) {
            Ids before;
            for (qint64 id = 1; id <= 60; ++id)
                before.append(id);
            std::shuffle(before.begin(), before.end(), random);
            Ids after = before;
            for (quint32 steps = random.bounded(12u); steps > 0; --steps) {
                const auto at = static_cast<qsizetype>(random.bounded(static_cast<quint32>(after.size())));
                switch (random.bounded(3)) {
                case 0:
                    after.removeAt(at);
                    break;
                case 1:
                    after.insert(at, 1000 + round * 20 + static_cast<qint64>(steps));
                    break;
                default:
                    after.move(at, static_cast<qsizetype>(random.bounded(static_cast<quint32>(after.size()))));
                }
            }
            const IdMerge plan = IdMerge::between(before, after);
            QCOMPARE(walked(before, after, plan), after);
        }
    }

    void aNewOrderOfEverythingIsWholesale()
    {
        Ids before;
        for (qint64 id = 1; id <= 30000; ++id)
            before.append(id);
        Ids after(before.crbegin(), before.crend());
        QVERIFY(IdMerge::between(before, after).isWholesale);
    }

    void thePinnedRowStaysBehindItsNeighbour_data()
    {
        QTest::addColumn<Ids>("after");
        QTest::addColumn<Ids>("expected");
        QTest::newRow("left the filter") << Ids{1, 2, 4, 5} << Ids{1, 2, 3, 4, 5};
        QTest::newRow("sorted elsewhere") << Ids{3, 1, 2, 4, 5} << Ids{1, 2, 3, 4, 5};
        QTest::newRow("neighbour left too") << Ids{1, 4, 5} << Ids{1, 3, 4, 5};
        QTest::newRow("all above left") << Ids{4, 5} << Ids{4, 5, 3};
        QTest::newRow("unchanged") << Ids{1, 2, 3, 4, 5} << Ids{1, 2, 3, 4, 5};
    }
    void thePinnedRowStaysBehindItsNeighbour()
    {
        QFETCH(Ids, after);
        QTEST(withPinned({1, 2, 3, 4, 5}, after, 3), "expected");
    }
};

QTEST_GUILESS_MAIN(TestIdMerge)
#include "tst_idmerge.moc"
