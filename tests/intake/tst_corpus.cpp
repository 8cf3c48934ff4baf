// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/table.h"
#include "tests/intake/intakedata.h"

using namespace certdesk;

/// Ordinary and nasty files of other people: each is read or refused with a code, and its records are all accounted for.
class TestCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFileIsReadOrRefused_data();
    void everyFileIsReadOrRefused();
    void content_data();
    void content();
};

void TestCorpus::everyFileIsReadOrRefused_data()
{
    QTest::addColumn<QString>("path");
    const QString folder = publicData(QStringLiteral("intake-corpus"));
    if (folder.isEmpty())
        return;
    for (const QString &name : QDir(folder).entryList(QDir::Files))
        QTest::newRow(qPrintable(name)) << folder + QLatin1Char('/') + name;
}

void TestCorpus::everyFileIsReadOrRefused()
{
    if (publicData(QStringLiteral("intake-corpus")).isEmpty())
        QSKIP("the public data are not beside the source tree");
    QFETCH(QString, path);
    const auto table = readTableFile(path);
    QVERIFY(table.has_value());
    if (!table->isUsable()) {
        const auto &findings = table->findings;
        QVERIFY(std::all_of(findings.cbegin(), findings.cend(), [](const IntakeFinding &f) { return f.code.size() == 3; }));
        return;
    }
    QVERIFY(!table->columns.isEmpty());
    QCOMPARE(table->preambleCount + table->headerCount + table->blankCount + table->rowCount(), table->raw.rowCount());
    QVERIFY(table->headerCount == 1 || table->headerCount == 2);
}

void TestCorpus::content_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("columns");
    QTest::addColumn<QStringList>("lastRow");
    const auto add = [](const char *file, const QString &columns, const QString &last) {
        QTest::newRow(file) << QString::fromLatin1(file) << columns.split(QLatin1Char('~')) << last.split(QLatin1Char('~'));
    };
    add("table.csv", QStringLiteral("id~name"), QStringLiteral("2~中国人"));
    add("table.xlsx", QStringLiteral("id~name"), QStringLiteral("2~中国人"));
    add("table.ods", QStringLiteral("id~name"), QStringLiteral("2~中国人"));
    add("table.tsv", QStringLiteral("id~name"), QStringLiteral("3~\\N"));
    add("bom.csv", QStringLiteral("id~name"), QStringLiteral("2~中国人"));
    add("latin1.csv", QStringLiteral("id~name"), QStringLiteral("2~©"));
    add("leading-zeros.csv", QStringLiteral("value"), QStringLiteral("00003"));
    add("country-2.csv", QStringLiteral("id~neighbor_id~name~population"), QStringLiteral("5~4~Spain~47"));
    add("issue-1009-semicolon.csv", QStringLiteral("fieldNameA~fieldNameB"), QStringLiteral("0123~c"));
    add("skip-rows-before-headers.csv", QStringLiteral("id~name"), QStringLiteral("2~中国人"));
    add("table-infer-boolean.xlsx", QStringLiteral("number~string~boolean"), QStringLiteral("3~four~FALSE"));
}

void TestCorpus::content()
{
    const QString folder = publicData(QStringLiteral("intake-corpus"));
    if (folder.isEmpty())
        QSKIP("the public data are not beside the source tree");
    QFETCH(QString, file);
    QFETCH(QStringList, columns);
    QFETCH(QStringList, lastRow);
    const auto table = readTableFile(folder + QLatin1Char('/') + file);
    QVERIFY(table.has_value());
    QVERIFY2(table->isUsable(), qPrintable(codesOf(table->findings).join(QLatin1Char(' '))));
    QCOMPARE(table->columns, columns);
    QStringList last;
    for (int column = 0; column < table->columns.size(); ++column)
        last.append(table->text(table->rowCount() - 1, column));
    QCOMPARE(last, lastRow);
}

QTEST_APPLESS_MAIN(TestCorpus)
#include "tst_corpus.moc"
