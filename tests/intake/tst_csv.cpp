// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/table.h"
#include "tests/intake/intakedata.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace certdesk;

/// Text files as tables: delimiters, quotes, line ends, limits, headers.
class TestCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spectrum_data();
    void spectrum();
    void cells_data();
    void cells();
    void codes_data();
    void codes();
    void lineNumbersAreThoseOfTheFile();
    void preambleAndTotalsAreCounted();
    void limitsAreNamedAndNothingIsCut();
    void cellsAreHeldCompactly();
    void cancelLeavesNothing();
};

namespace {

QStringList row(const Table &table, int index)
{
    QStringList cells;
    for (int column = 0; column < table.raw.cellCount(table.dataRows[static_cast<size_t>(index)]); ++column)
        cells.append(table.text(index, column));
    return cells;
}

QByteArray bytesOf(const char *text)
{
    return QByteArray(text);
}

} // namespace

void TestCsv::spectrum_data()
{
    QTest::addColumn<QString>("csv");
    QTest::addColumn<QString>("json");
    const QString folder = publicData(QStringLiteral("csv-spectrum"));
    if (folder.isEmpty())
        return;
    for (const QString &name : QDir(folder + QStringLiteral("/csvs")).entryList(QDir::Files)) {
        const QString base = name.chopped(4);
        QTest::newRow(qPrintable(base)) << folder + QStringLiteral("/csvs/") + name << folder + QStringLiteral("/json/") + base + QStringLiteral(".json");
    }
}

void TestCsv::spectrum()
{
    if (publicData(QStringLiteral("csv-spectrum")).isEmpty())
        QSKIP("the public data are not beside the source tree");
    QFETCH(QString, csv);
    QFETCH(QString, json);
    const auto table = readTableFile(csv);
    QVERIFY(table.has_value());
    QVERIFY2(table->isUsable(), qPrintable(codesOf(table->findings).join(QLatin1Char(' '))));
    const QJsonDocument document = QJsonDocument::fromJson(fileBytes(json));
    const QJsonArray expected = document.isArray() ? document.array() : QJsonArray{document.object()};
    // One expectation describes another phone number than its file holds; it still tells the column and all other cells.
    QCOMPARE(table->rowCount(), static_cast<int>(expected.size()));
    for (int i = 0; i < table->rowCount(); ++i) {
        const QJsonObject object = expected[i].toObject();
        QCOMPARE(table->columns.size(), object.size());
        for (int column = 0; column < table->columns.size(); ++column) {
            const QString name = table->columns[column];
            QVERIFY2(object.contains(name), qPrintable(name));
            if (name != QLatin1String("Contact Phone Number"))
                QCOMPARE(table->text(i, column), object[name].toString());
        }
    }
}

void TestCsv::cells_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("delimiter");
    QTest::addColumn<QStringList>("columns");
    QTest::addColumn<QStringList>("lastRow");
    const auto add = [](const char *name, const char *bytes, const char *delimiter, const char *columns, const char *last) {
        QTest::newRow(name) << bytesOf(bytes) << QString::fromUtf8(delimiter)
                            << QString::fromUtf8(columns).split(QLatin1Char('~')) << QString::fromUtf8(last).split(QLatin1Char('~'));
    };
    add("comma", "login,grade\nab,9\ncd,10\n", ",", "login~grade", "cd~10");
    add("semicolon with commas in numbers", "name;price\nA;1,5\nB;2,5\n", ";", "name~price", "B~2,5");
    add("tab", "last name\tgrade\nDoe\t9\n", "\t", "last name~grade", "Doe~9");
    add("pipe", "last name|grade\nDoe|9\n", "|", "last name~grade", "Doe~9");
    add("carriage returns alone", "last name,grade\rDoe,9\rRoe,10\r", ",", "last name~grade", "Roe~10");
    add("no line end at the end", "last name,grade\nDoe,9", ",", "last name~grade", "Doe~9");
    add("byte-order mark", "\xEF\xBB\xBFlogin,grade\nab,9\n", ",", "login~grade", "ab~9");
    add("byte-order mark twice and quoted header", "\xEF\xBB\xBF\xEF\xBB\xBF\"login\",grade\nab,9\n", ",", "login~grade", "ab~9");
    add("blank after the comma", "login, grade\n\"ab\", \"9\"\n", ",", "login~grade", "ab~9");
    add("doubled quotes", "login,note\nab,\"say \"\"hi\"\"\"\n", ",", "login~note", "ab~say \"hi\"");
    add("backslash quotes", "login,note\nab,\"say \\\"hi\\\" now\"\n", ",", "login~note", "ab~say \"hi\" now");
    add("stray quote", "login,note\nab,\"5\" disk\"\n", ",", "login~note", "ab~5\" disk");
    add("quote inside a plain cell", "login,note\nab,5\" disk\n", ",", "login~note", "ab~5\" disk");
    add("single quotes", "'login','note'\n'ab','a, b'\n'cd','e, f'\n", ",", "login~note", "cd~e, f");
    add("separator line", "sep=;\nlogin;grade\nab;9\n", ";", "login~grade", "ab~9");
    add("delimiter at the end of each line", "login,grade,\nab,9,\n", ",", "login~grade", "ab~9~");
    add("one column", "login\nanna.berg\nbo.dahl\n", ",", "login", "bo.dahl");
    add("utf-16 with mark", "", ",", "login~grade", "ab~9");
    QByteArray wide("\xFF\xFE");
    const QString text = QStringLiteral("login,grade\nab,9\n");
    wide.append(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    QTest::newRow("utf-16 with mark, little end") << wide << QStringLiteral(",") << QStringList{QStringLiteral("login"), QStringLiteral("grade")}
                                                  << QStringList{QStringLiteral("ab"), QStringLiteral("9")};
    QTest::newRow("utf-16 without mark") << wide.mid(2) << QStringLiteral(",") << QStringList{QStringLiteral("login"), QStringLiteral("grade")}
                                         << QStringList{QStringLiteral("ab"), QStringLiteral("9")};
}

void TestCsv::cells()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, delimiter);
    QFETCH(QStringList, columns);
    QFETCH(QStringList, lastRow);
    if (bytes.isEmpty())
        bytes = QByteArray("\xFE\xFF\0l\0o\0g\0i\0n\0,\0g\0r\0a\0d\0e\0\n\0a\0b\0,\0" "9", 34);
    const auto table = readTable(bytes);
    QVERIFY(table.has_value());
    QVERIFY2(table->isUsable(), qPrintable(codesOf(table->findings).join(QLatin1Char(' '))));
    QCOMPARE(table->dialect.delimiter, delimiter);
    QCOMPARE(table->columns, columns);
    QVERIFY(table->rowCount() > 0);
    QCOMPARE(row(*table, table->rowCount() - 1), lastRow);
}

void TestCsv::codes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("usable");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("F01") << false;
    QTest::newRow("only blank lines") << bytesOf("\n\n \n") << QStringLiteral("F01") << false;
    QTest::newRow("pdf") << bytesOf("%PDF-1.7 x") << QStringLiteral("F02") << false;
    QTest::newRow("html") << bytesOf("<!DOCTYPE html><p>") << QStringLiteral("F02") << false;
    QTest::newRow("legacy workbook") << bytesOf("\xD0\xCF\x11\xE0 and so on") << QStringLiteral("F02") << false;
    QTest::newRow("broken utf-8") << bytesOf("\xEF\xBB\xBFlogin,name\nab,\xC3\x28\n") << QStringLiteral("F03") << false;
    QTest::newRow("nul bytes") << QByteArray("login,grade\nab\0cd,9\n", 20) << QStringLiteral("F03") << false;
    QTest::newRow("windows-1252") << bytesOf("last name,grade\nMu\xF1oz,9\nGarc\xED" "a,10\n") << QStringLiteral("F04") << true;
    QTest::newRow("mixed line ends") << bytesOf("login,grade\r\nab,9\ncd,9\r\n") << QStringLiteral("F06") << true;
    QTest::newRow("title line") << bytesOf("Lincoln High School\nlogin,grade\nab,9\n") << QStringLiteral("F07") << true;
    QTest::newRow("no header") << bytesOf("1001,2010-03-04\n1002,2010-03-05\n") << QStringLiteral("F08") << false;
    QTest::newRow("quote never closed") << bytesOf("login,note\nab,\"open\ncd,9\nef,10\n") << QStringLiteral("F10") << false;
    QTest::newRow("header only") << bytesOf("login,grade\n") << QStringLiteral("F16") << true;
    QTest::newRow("column without name") << bytesOf("login,,grade\nab,x,9\n") << QStringLiteral("H01") << true;
    QTest::newRow("blank rows") << bytesOf("login,grade\n\nab,9\n,,\n") << QStringLiteral("R01") << true;
}

void TestCsv::codes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    QFETCH(bool, usable);
    const auto table = readTable(bytes);
    QVERIFY(table.has_value());
    QVERIFY2(codesOf(table->findings).contains(code), qPrintable(codesOf(table->findings).join(QLatin1Char(' '))));
    QCOMPARE(table->isUsable(), usable);
    for (const IntakeFinding &finding : table->findings)
        QVERIFY(!finding.message.isEmpty() && !finding.next.isEmpty());
}

void TestCsv::lineNumbersAreThoseOfTheFile()
{
    const auto table = readTable(bytesOf("Title\n\nlogin,note\nab,\"two\nlines\"\n\ncd,x\r\nef,y\n"));
    QVERIFY(table.has_value());
    QCOMPARE(table->dialect.headerRow, 3);
    QCOMPARE(table->rowCount(), 3);
    QCOMPARE(table->line(0), 4);
    QCOMPARE(table->line(1), 7);
    QCOMPARE(table->line(2), 8);
}

void TestCsv::preambleAndTotalsAreCounted()
{
    const auto table = readTable(bytesOf("Roster of 2025-26\nPrinted today\nlogin,last name,grade\nab,Doe,9\n\ncd,Roe,9\nTotal: 2,,\n"));
    QVERIFY(table.has_value());
    QCOMPARE(table->preambleCount, 2);
    QCOMPARE(table->headerCount, 1);
    QCOMPARE(table->blankCount, 1);
    QCOMPARE(table->rowCount(), 3);
    QCOMPARE(table->footerRows, QSet<int>{2});
    QCOMPARE(table->preambleCount + table->headerCount + table->blankCount + table->rowCount(), table->raw.rowCount());
}

void TestCsv::limitsAreNamedAndNothingIsCut()
{
    ReadOptions options;
    options.limits = {3, 4, 10, 1000};
    QVERIFY(readTable(bytesOf("login,grade\nab,9\n"), options)->isUsable());
    for (const char *text : {"login,grade\na,1\nb,2\nc,3\nd,4\n", "login,b,c,d,e\n1,2,3,4,5\n", "login,note\nab,0123456789x\n"}) {
        const auto table = readTable(bytesOf(text), options);
        QVERIFY(table.has_value());
        QVERIFY2(codesOf(table->findings).contains(QStringLiteral("F15")), text);
    }
}

void TestCsv::cellsAreHeldCompactly()
{
    QByteArray bytes("login,last name,grade,school\n");
    const qsizetype header = bytes.size();
    constexpr int rows = 20'000;
    for (int i = 0; i < rows; ++i)
        bytes.append(QByteArray::number(i) + ",Name,09,Lincoln\n");
    const qsizetype text = bytes.size() - header;
    const auto table = readTable(bytes);
    QVERIFY(table.has_value());
    QCOMPARE(table->rowCount(), rows);
    // The text once, four bytes a cell, twelve a row.
    QVERIFY(table->raw.memoryBytes() < text + header + 5 * (4 * rows) + 13 * rows);
}

void TestCsv::cancelLeavesNothing()
{
    Progress progress;
    progress.cancel();
    const auto table = readTable(bytesOf("login,grade\nab,9\n"), {}, &progress);
    QVERIFY(!table.has_value());
    QCOMPARE(table.error().kind, Error::Kind::Cancelled);
}

QTEST_APPLESS_MAIN(TestCsv)
#include "tst_csv.moc"
