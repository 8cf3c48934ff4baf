// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/table.h"
#include "tests/intake/intakedata.h"

#include <QtEndian>

using namespace certdesk;

/// What a file can do to its reader (roster chapter, 6.1): encodings, delimiters, quotes, headers, several tables.
class TestReadingRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void encodings_data();
    void encodings();
    void badBytesAreNamedByOffset_data();
    void badBytesAreNamedByOffset();
    void delimitersInDoubt_data();
    void delimitersInDoubt();
    void namesOfTwoLinesAreJoined_data();
    void namesOfTwoLinesAreJoined();
    void filesWithoutHeaderCanBeNamed();
    void severalTablesInOneSheet();
    void aHeaderInTheMiddleIsNoData();
    void aCutLastRowIsNamed_data();
    void aCutLastRowIsNamed();
    void anOpenQuoteNeverSwallowsTheFile();
    void commentsAreLeftOutOnWish();
    void refusedTypes_data();
    void refusedTypes();

private:
    static QByteArray wide(const QString &text, bool sixteen, bool bigEndian, bool mark)
    {
        QByteArray bytes;
        const auto put = [&](char32_t unit) {
            const int width = sixteen ? 2 : 4;
            for (int i = 0; i < width; ++i)
                bytes.append(static_cast<char>(unit >> (8 * (bigEndian ? width - 1 - i : i))));
        };
        if (mark)
            put(0xFEFF);
        if (sixteen) {
            for (const QChar c : text)
                put(c.unicode());
        } else {
            for (const uint c : text.toUcs4())
                put(c);
        }
        return bytes;
    }
    static void addLine(QString *all, const QStringList &cells) { *all += cells.join(QLatin1Char(',')) + QLatin1Char('\n'); }
};

void TestReadingRules::encodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("encoding");
    const QString text = QStringLiteral("login,last name\nab,Mu\u00F1oz\ncd,\U0001F393\n");
    for (const bool mark : {true, false}) {
        const char *with = mark ? "with mark" : "without mark";
        QTest::addRow("UTF-16LE %s", with) << wide(text, true, false, mark) << QStringLiteral("UTF-16LE");
        QTest::addRow("UTF-16BE %s", with) << wide(text, true, true, mark) << QStringLiteral("UTF-16BE");
        QTest::addRow("UTF-32LE %s", with) << wide(text, false, false, mark) << QStringLiteral("UTF-32LE");
        QTest::addRow("UTF-32BE %s", with) << wide(text, false, true, mark) << QStringLiteral("UTF-32BE");
    }
    QTest::newRow("UTF-8 with mark") << QByteArray("\xEF\xBB\xBF") + text.toUtf8() << QStringLiteral("UTF-8");
    QTest::newRow("UTF-8") << text.toUtf8() << QStringLiteral("UTF-8");
    QTest::newRow("Windows-1252") << QByteArray("login,last name\nab,Mu\xF1oz\ncd,O\x92Neill\n") << QStringLiteral("Windows-1252");
    QTest::newRow("ISO-8859-15") << QByteArray("login,last name\nab,Mu\xF1oz\ncd,Tome\xB8 and \xA6koda and \xA8koda and \xB8iga\n") << QStringLiteral("ISO-8859-15");
    QTest::newRow("Mac Roman") << QByteArray("login,last name\nab,Mu\x96oz\ncd,Andr\x8E\n") << QStringLiteral("Mac Roman");
}

void TestReadingRules::encodings()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, encoding);
    const auto table = readTable(bytes);
    QVERIFY(table.has_value());
    QVERIFY2(table->isUsable(), qPrintable(codesOf(table->findings).join(QLatin1Char(' '))));
    QCOMPARE(table->dialect.encoding, encoding);
    QCOMPARE(table->columns, (QStringList{QStringLiteral("login"), QStringLiteral("last name")}));
    QCOMPARE(table->text(0, 1), QStringLiteral("Mu\u00F1oz"));
    if (encoding.startsWith(QLatin1String("UTF")))
        QCOMPARE(table->text(1, 1), QStringLiteral("\U0001F393"));
    ReadOptions forced;
    forced.encoding = encodingFromName(encoding);
    QCOMPARE(readTable(bytes, forced)->text(0, 1), table->text(0, 1));
}

void TestReadingRules::badBytesAreNamedByOffset_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("forced");
    QTest::addColumn<int>("offset");
    const QByteArray marked = wide(QStringLiteral("login,name\nab,"), true, false, true);
    QTest::newRow("lone surrogate") << marked + QByteArray("\x3D\xD8\x41\0\n\0", 6) << QString() << static_cast<int>(marked.size());
    QTest::newRow("half a unit at the end") << marked + "x" << QString() << static_cast<int>(marked.size());
    QTest::newRow("beyond Unicode") << QByteArray("\xFF\xFE\0\0a\0\0\0\0\0\x11\x7F", 12) << QString() << 8;
    QTest::newRow("one broken letter in UTF-8") << QByteArray("name,grade\n\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3,9\n") << QString() << 29;
    QTest::newRow("chosen UTF-8 does not fit") << QByteArray("name,grade\nMu\xF1oz,9\n") << QStringLiteral("UTF-8") << 13;
    QTest::newRow("chosen codepage does not fit") << QByteArray("name,grade\nMu\x81oz,9\n") << QStringLiteral("Windows-1252") << 13;
}

void TestReadingRules::badBytesAreNamedByOffset()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, forced);
    QFETCH(int, offset);
    ReadOptions options;
    options.encoding = encodingFromName(forced);
    const auto table = readTable(bytes, options);
    QVERIFY(table.has_value());
    QCOMPARE(codesOf(table->findings), QStringList{QStringLiteral("F03")});
    QVERIFY2(table->findings.first().message.contains(QStringLiteral("offset %1 ").arg(offset)), qPrintable(table->findings.first().message));
}

void TestReadingRules::delimitersInDoubt_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("delimiter");
    QTest::addColumn<bool>("asked");
    const auto add = [](const char *name, const char *bytes, const char *delimiter, bool asked) {
        QTest::newRow(name) << QByteArray(bytes) << QString::fromLatin1(delimiter) << asked;
    };
    add("a plain list of logins", "login\nanna.berg\nbo.dahl\n", ",", false);
    add("one name above two cells", "name\nDoe;John\nRoe;Jane\n", ";", true);
    add("one name above names with commas", "name\n\"Doe, John\"\n\"Roe, Jane\"\n", ",", false);
    add("decimal commas", "name;price;share\nA;1,5;2,5\nB;2,5;3,5\n", ";", false);
    add("two delimiters, equally regular", "name,x;grade\nDoe,x;9\nRoe,y;10\n", ",", true);
    add("lists inside of cells", "login|groups\nab|a;b\ncd|c;d\n", "|", false);
    add("colon", "login:grade\nab:9\ncd:10\n", ":", false);
    add("blanks between columns", "login grade\nab 9\ncd 10\n", " ", false);
}

void TestReadingRules::delimitersInDoubt()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, delimiter);
    QFETCH(bool, asked);
    const auto table = readTable(bytes);
    QVERIFY(table.has_value());
    QCOMPARE(codesOf(table->findings).contains(QStringLiteral("F05")), asked);
    if (!asked)
        QCOMPARE(table->dialect.delimiter, delimiter);
    ReadOptions chosen;
    chosen.delimiter = delimiter.at(0).toLatin1();
    QVERIFY(!codesOf(readTable(bytes, chosen)->findings).contains(QStringLiteral("F05")));
}

void TestReadingRules::namesOfTwoLinesAreJoined_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("columns");
    QTest::addColumn<int>("rows");
    QTest::newRow("names split over two lines") << QByteArray("Student,Last,First,Grade\nID,Name,Name,Level\n1001,Doe,Jo,9\n1002,Roe,Al,10\n")
                                                << QStringList{QStringLiteral("Student ID"), QStringLiteral("Last Name"), QStringLiteral("First Name"), QStringLiteral("Grade Level")} << 2;
    QTest::newRow("groups above names") << QByteArray("Student,,Teacher,\nID,Last Name,ID,Last Name\n1001,Doe,7,Fox\n1002,Roe,8,Hill\n")
                                        << QStringList{QStringLiteral("Student ID"), QStringLiteral("Student Last Name"), QStringLiteral("Teacher ID"), QStringLiteral("Teacher Last Name")} << 2;
    QTest::newRow("a title is no part of the names") << QByteArray("Roster,,,\nStudent ID,Last Name,First Name,Grade\n1001,Doe,Jo,9\n1002,Roe,Al,9\n")
                                                     << QStringList{QStringLiteral("Student ID"), QStringLiteral("Last Name"), QStringLiteral("First Name"), QStringLiteral("Grade")} << 2;
}

void TestReadingRules::namesOfTwoLinesAreJoined()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QStringList, columns);
    QFETCH(int, rows);
    const auto table = readTable(bytes);
    QVERIFY(table.has_value());
    QCOMPARE(table->columns, columns);
    QCOMPARE(table->rowCount(), rows);
    QCOMPARE(table->preambleCount + table->headerCount + table->blankCount + table->rowCount(), table->raw.rowCount());
}

void TestReadingRules::filesWithoutHeaderCanBeNamed()
{
    const QByteArray bytes("1001,2010-03-04,9\n1002,2010-03-05,10\n");
    QVERIFY(codesOf(readTable(bytes)->findings).contains(QStringLiteral("F08")));
    ReadOptions options;
    options.headerRow = noHeader;
    options.columnNames = {QStringLiteral("Student ID"), QStringLiteral("DOB")};
    const auto table = readTable(bytes, options);
    QVERIFY(table->isUsable());
    QCOMPARE(table->rowCount(), 2);
    QCOMPARE(table->dialect.headerRow, 0);
    QCOMPARE(table->columns, (QStringList{QStringLiteral("Student ID"), QStringLiteral("DOB"), QStringLiteral("Column 3")}));
}

void TestReadingRules::severalTablesInOneSheet()
{
    const QByteArray bytes("Login,Last Name,Grade\nab,Doe,9\ncd,Roe,10\n\nStaff\nStaff ID,Email,Last Name,Title\n7,fox@school.example,Fox,Teacher\n");
    const auto first = readTable(bytes);
    QVERIFY(codesOf(first->findings).contains(QStringLiteral("F09")));
    QVERIFY(first->isUsable());
    QCOMPARE(first->rowCount(), 2);
    QCOMPARE(first->preambleCount + first->headerCount + first->blankCount + first->rowCount(), first->raw.rowCount());
    ReadOptions options;
    options.table = 2;
    const auto second = readTable(bytes, options);
    QCOMPARE(second->columns.first(), QStringLiteral("Staff ID"));
    QCOMPARE(second->rowCount(), 1);
    QCOMPARE(second->line(0), 7);
    QCOMPARE(second->preambleCount + second->headerCount + second->blankCount + second->rowCount(), second->raw.rowCount());
}

void TestReadingRules::aHeaderInTheMiddleIsNoData()
{
    const auto table = readTable("Login,Last Name,Grade\nab,Doe,9\ncd,Roe,10\nLogin,Last Name,Grade\nef,Poe,9\n");
    QCOMPARE(table->rowCount(), 4);
    QCOMPARE(table->footerRows, QSet<int>{2});
}

void TestReadingRules::aCutLastRowIsNamed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("cut");
    QTest::newRow("cut") << QByteArray("login,last name,grade\nab,Doe,9\ncd,Roe,10\nef,Po") << true;
    QTest::newRow("no line end, but whole") << QByteArray("login,last name,grade\nab,Doe,9\ncd,Roe,10\nef,Poe,9") << false;
    QTest::newRow("short, but ended") << QByteArray("login,last name,grade\nab,Doe,9\ncd,Roe,10\nef,Po\n") << false;
    QTest::newRow("ragged anyway") << QByteArray("login,last name,grade\nab,Doe\ncd,Roe,10\nef,Po") << false;
}

void TestReadingRules::aCutLastRowIsNamed()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, cut);
    const auto table = readTable(bytes);
    QVERIFY(table->isUsable());
    QCOMPARE(table->rowCount(), 3);
    QCOMPARE(table->rowFindings.size(), cut ? 1 : 0);
    if (cut)
        QCOMPARE(table->rowFindings.value(2).code, QStringLiteral("F10"));
}

void TestReadingRules::anOpenQuoteNeverSwallowsTheFile()
{
    const QByteArray bytes("login,note\nab,x\ncd,\"open\nef,y\ngh,z\n");
    const auto refused = readTable(bytes);
    QVERIFY(!refused->isUsable());
    QCOMPARE(refused->findings.last().code, QStringLiteral("F10"));
    QCOMPARE(refused->findings.last().row, 3);
    ReadOptions options;
    options.closeQuotes = true;
    const auto closed = readTable(bytes, options);
    QVERIFY(closed->isUsable());
    QCOMPARE(closed->rowCount(), 4);
    QCOMPARE(closed->text(1, 1), QStringLiteral("\"open"));
}

void TestReadingRules::commentsAreLeftOutOnWish()
{
    const QByteArray bytes("# made by the SIS\nlogin,grade\nab,9\n# half way\ncd,10\n");
    ReadOptions options;
    options.commentPrefix = QStringLiteral("#");
    const auto table = readTable(bytes, options);
    QCOMPARE(table->rowCount(), 2);
    QCOMPARE(table->preambleCount, 2);
    QCOMPARE(readTable(bytes)->rowCount(), 3);
}

void TestReadingRules::refusedTypes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("says");
    const QByteArray container("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more");
    QByteArray wideName;
    for (const char c : QByteArray("EncryptedPackage"))
        wideName.append(c).append('\0');
    QTest::newRow("Excel 97") << container << QStringLiteral("F02") << QStringLiteral("Excel 97");
    QTest::newRow("workbook with password") << container + wideName << QStringLiteral("F11") << QStringLiteral("password");
    QTest::newRow("PDF") << QByteArray("%PDF-1.7\n") << QStringLiteral("F02") << QStringLiteral("PDF");
    QTest::newRow("web page") << QByteArray("<html><table></table></html>") << QStringLiteral("F02") << QStringLiteral("HTML");
    QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1A\n") << QStringLiteral("F02") << QStringLiteral("picture");
}

void TestReadingRules::refusedTypes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    QFETCH(QString, says);
    const auto table = readTable(bytes);
    QVERIFY(!table->isUsable());
    QCOMPARE(codesOf(table->findings), QStringList{code});
    QVERIFY2(table->findings.first().message.contains(says), qPrintable(table->findings.first().message));
    QVERIFY(!table->findings.first().next.isEmpty());
}

QTEST_APPLESS_MAIN(TestReadingRules)
#include "tst_readingrules.moc"
