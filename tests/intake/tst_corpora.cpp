// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/package/packageplan.h"
#include "tests/intake/intakedata.h"
#include "tests/intake/plansupport.h"

using namespace certdesk;

/// Every file of every corpus, through every import: read or refused with a code, and no row is lost.
class TestCorpora : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAlwaysSum_data();
    void countsAlwaysSum();
};

void TestCorpora::countsAlwaysSum_data()
{
    QTest::addColumn<QString>("path");
    for (const char *corpus : {"intake-corpus", "csv-spectrum/csvs", "grand-bend", "new-mexico"}) {
        const QString folder = publicData(QLatin1String(corpus));
        if (folder.isEmpty())
            continue;
        for (const QString &name : QDir(folder).entryList(QDir::Files))
            QTest::addRow("%s/%s", corpus, qPrintable(name)) << folder + QLatin1Char('/') + name;
    }
    if (publicData(QStringLiteral("intake-corpus")).isEmpty())
        QTest::newRow("absent") << QString();
}

void TestCorpora::countsAlwaysSum()
{
    QFETCH(QString, path);
    if (path.isEmpty())
        QSKIP("the public data are not beside the source tree");
    auto table = readTableFile(path);
    QVERIFY(table.has_value());
    for (const IntakeFinding &finding : table->findings)
        QVERIFY2(finding.code.size() == 3 && !finding.message.isEmpty() && !finding.next.isEmpty(), qPrintable(finding.code));
    if (!table->isUsable()) {
        // A file without header is read all the same once the person says so.
        if (!codesOf(table->findings).contains(QStringLiteral("F08")))
            return;
        ReadOptions options;
        options.headerRow = noHeader;
        table = readTableFile(path, options);
        QVERIFY(table->isUsable());
    }
    QCOMPARE(table->preambleCount + table->headerCount + table->blankCount + table->rowCount(), table->raw.rowCount());
    PlanDatabase db;
    db.add(EntityKind::School, {{"school_code", QStringLiteral("100")}, {"name", QStringLiteral("Lincoln")}});
    ImportOptions options;
    options.schoolYear = 2027;
    for (const ImportKind &kind : importKinds()) {
        const auto plan = planTable(*table, kind.name, options, db.data);
        QVERIFY2(plan.has_value(), kind.name);
        QVERIFY2(countsOf(*plan) != QLatin1String("the counts do not sum to the rows"), kind.name);
        QVERIFY2(plan->rowCount() == table->rowCount(), kind.name);
        QVERIFY2(!plan->isRefused() || plan->changes.isEmpty(), kind.name);
    }
}

QTEST_APPLESS_MAIN(TestCorpora)
#include "tst_corpora.moc"
