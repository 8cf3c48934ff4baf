// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/package/container.h"
#include "tests/intake/intakedata.h"
#include "tests/intake/plansupport.h"
#include "tests/intake/zipsupport.h"

#include <QTemporaryDir>

using namespace certdesk;

/// The lines of the nasty files (roster chapter, section 9) that are about bytes, containers and structure; the number of a test is
/// that of its line. Packages (line 40) have their own test program.
class TestNastyFilesStructure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lines_data();
    void lines();
    void line04BufferEdges_data();
    void line04BufferEdges();
    void line05LateFirstAccent();
    void line11OpenQuote();
    void line12OneMessageForManyBlankRows();
    void line39Archives();
    void line42LargeFilesStopAtOnce();
    void line43Workbook();
    void line45ChangedFile();

private:
    static QByteArray encoded(const QString &text, int width, bool bigEndian)
    {
        QByteArray bytes;
        const auto put = [&](char32_t unit) {
            for (int i = 0; i < width; ++i)
                bytes.append(static_cast<char>(unit >> (8 * (bigEndian ? width - 1 - i : i))));
        };
        put(0xFEFF);
        if (width == 2) {
            for (const QChar c : text)
                put(c.unicode());
        } else {
            for (const uint c : text.toUcs4())
                put(c);
        }
        return bytes;
    }
};

void TestNastyFilesStructure::lines_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("columns");
    QTest::addColumn<int>("rows");
    QTest::addColumn<QString>("last");  ///< the last row; empty: not looked at
    QTest::addColumn<QString>("codes"); ///< findings that have to be there
    const auto add = [](const char *name, const QByteArray &bytes, const char *columns, int rows, const char *last, const char *codes = "") {
        QTest::newRow(name) << bytes << QString::fromUtf8(columns) << rows << QString::fromUtf8(last) << QString::fromLatin1(codes);
    };
    add("1 mark", "\xEF\xBB\xBFlogin,grade\nab,9\n", "login~grade", 1, "ab~9");
    add("1 mark twice, quoted header", "\xEF\xBB\xBF\xEF\xBB\xBF\"login\",grade\nab,9\n", "login~grade", 1, "ab~9");
    add("2 Windows-1252", "login,last name\nab,Garc\xED" "a\n", "login~last name", 1, "ab~Garc\xC3\xAD" "a", "F04");
    add("3 UTF-16LE with mark", encoded(QStringLiteral("login,grade\nab,9\n"), 2, false), "login~grade", 1, "ab~9");
    add("3 UTF-16BE with mark", encoded(QStringLiteral("login,grade\nab,9\n"), 2, true), "login~grade", 1, "ab~9");
    add("3 UTF-16LE without mark", encoded(QStringLiteral("login,grade\nab,9\n"), 2, false).mid(2), "login~grade", 1, "ab~9", "F04");
    add("3 UTF-16BE without mark", encoded(QStringLiteral("login,grade\nab,9\n"), 2, true).mid(2), "login~grade", 1, "ab~9", "F04");
    add("6 semicolon below one name", "name\nDoe;Jo\nRoe;Al\n", "name", 2, "", "F05");
    add("6 a plain list of logins", "login\nanna.berg\nbo.dahl\n", "login", 2, "bo.dahl");
    add("7 tab and carriage returns", "login\tgrade\rab\t9\rcd\t10\r", "login~grade", 2, "cd~10");
    add("7 pipe", "login|grade\nab|9\n", "login~grade", 1, "ab~9");
    add("8 line break in a name", "login,last name\nab,\"Di\naz\"\n", "login~last name", 1, "ab~Di\naz");
    add("10 blank after the comma", "login, last name, grade\nab, \"Doe, Jr\", 9\n", "login~last name~grade", 1, "ab~Doe, Jr~ 9");
    add("11 backslash escapes", "login,note\nab,\"a \\\"b\\\" c\"\n", "login~note", 1, "ab~a \"b\" c");
    add("11 stray quote", "login,note\nab,\"5\" disk\"\ncd,x\n", "login~note", 2, "cd~x");
    add("13 title, total", "Lincoln High School\nRoster\nlogin,last name,grade\nab,Doe,9\ncd,Roe,9\nTotal: 2,,\n", "login~last name~grade", 3, "", "F07");
    add("41 header only", "login,grade\n", "login~grade", 0, "", "F16");
    add("41 one row", "login,grade\nab,9\n", "login~grade", 1, "ab~9");
    add("41 no line end at the end", "login,grade\nab,9", "login~grade", 1, "ab~9");
    add("41 two line ends at the end", "login,grade\nab,9\n\n", "login~grade", 1, "ab~9", "R01");
}

void TestNastyFilesStructure::lines()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, columns);
    QFETCH(int, rows);
    QFETCH(QString, last);
    QFETCH(QString, codes);
    const auto table = readTable(bytes);
    QVERIFY(table.has_value());
    QVERIFY2(table->isUsable(), qPrintable(codesOf(table->findings).join(QLatin1Char(' '))));
    QCOMPARE(table->columns, columns.split(QLatin1Char('~')));
    QCOMPARE(table->rowCount(), rows);
    QCOMPARE(table->preambleCount + table->headerCount + table->blankCount + table->rowCount(), table->raw.rowCount());
    for (const QString &code : codes.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        QVERIFY2(codesOf(table->findings).contains(code), qPrintable(codesOf(table->findings).join(QLatin1Char(' '))));
    if (last.isEmpty())
        return;
    QStringList cells;
    for (int column = 0; column < table->columns.size(); ++column)
        cells.append(table->text(rows - 1, column));
    QCOMPARE(cells, last.split(QLatin1Char('~')));
}

void TestNastyFilesStructure::line04BufferEdges_data()
{
    QTest::addColumn<int>("edge");
    QTest::addColumn<int>("width"); ///< bytes of a unit; 1: UTF-8
    for (const int edge : {4096, 65536}) {
        for (const int width : {1, 2, 4})
            QTest::addRow("%d bytes, units of %d", edge, width) << edge << width;
    }
}

void TestNastyFilesStructure::line04BufferEdges()
{
    QFETCH(int, edge);
    QFETCH(int, width);
    for (int offset = -8; offset <= 8; ++offset) {
        QString text = QStringLiteral("login,note\nab,");
        text += QString(edge / width + offset - text.size(), QLatin1Char('x')) + QStringLiteral("\u00E9\u4E2D\U0001F393\n");
        const QByteArray bytes = width == 1 ? text.toUtf8() : encoded(text, width, offset % 2 != 0);
        const auto table = readTable(bytes);
        QVERIFY(table.has_value() && table->isUsable());
        QVERIFY2(table->text(0, 1).endsWith(QStringLiteral("x\u00E9\u4E2D\U0001F393")), qPrintable(QString::number(offset)));
    }
}

void TestNastyFilesStructure::line05LateFirstAccent()
{
    QByteArray late("login,last name\n");
    for (int i = 0; i < 10'500; ++i)
        late += "user" + QByteArray::number(i) + ",Plain\n";
    const QByteArray accent("last,Mu\xF1oz\n");
    const auto early = readTable("login,last name\n" + accent);
    const auto table = readTable(late + accent);
    QCOMPARE(table->dialect.encoding, early->dialect.encoding);
    QCOMPARE(table->text(table->rowCount() - 1, 1), early->text(0, 1));
}

void TestNastyFilesStructure::line11OpenQuote()
{
    QByteArray bytes("login,note\nab,x\ncd,\"never closed\n");
    for (int i = 0; i < 1000; ++i)
        bytes += "user" + QByteArray::number(i) + ",y\n";
    const auto table = readTable(bytes);
    QVERIFY(!table->isUsable());
    QCOMPARE(table->findings.last().code, QStringLiteral("F10"));
    QCOMPARE(table->findings.last().row, 3);
}

void TestNastyFilesStructure::line12OneMessageForManyBlankRows()
{
    const auto table = readTable("login,grade\nab,9\n,\n" + QByteArray("\n").repeated(500) + "cd,10\n" + QByteArray(",,\n").repeated(500));
    QCOMPARE(table->rowCount(), 2);
    QCOMPARE(codesOf(table->findings).count(QStringLiteral("R01")), 1);
    QCOMPARE(table->blankCount, 1001);
}

void TestNastyFilesStructure::line39Archives()
{
    const QByteArray csv("login,grade\nab,9\n");
    QVERIFY(readTable(zipOf({{"roster/", {}}, {"roster/students.csv", csv}, {"__MACOSX/roster/._students.csv", "x"}}))->isUsable());
    for (const QByteArray &bytes : {zipOf({{"students.csv", csv}}, {1, 0, 0}), zipOf({{"students.csv", csv}}, {0, 0xF0000000u, 0}), zipOf({{"../students.csv", csv}})})
        QCOMPARE(codesOf(readTable(bytes)->findings), QStringList{QStringLiteral("F12")});
}

void TestNastyFilesStructure::line42LargeFilesStopAtOnce()
{
    /// Cancels itself as soon as it hears of the work.
    struct Impatient : Progress
    {
        void report(const QString &, qint64 done, qint64) override
        {
            reached = done;
            cancel();
        }
        qint64 reached = 0;
    };
    QByteArray header("login");
    QByteArray row("user");
    for (int i = 1; i < 300; ++i) {
        header += ",remark";
        row += ",value";
    }
    const QByteArray bytes = header + '\n' + (row + '\n').repeated(10'000);
    const auto table = readTable(bytes);
    QVERIFY(table->isUsable());
    QCOMPARE(table->rowCount(), 10'000);
    QCOMPARE(table->columns.size(), 300);
    Impatient progress;
    const auto stopped = readTable(bytes, {}, &progress);
    QVERIFY(!stopped.has_value());
    QCOMPARE(stopped.error().kind, Error::Kind::Cancelled);
    QVERIFY(progress.reached < bytes.size());
}

void TestNastyFilesStructure::line43Workbook()
{
    const QByteArray sheet("<worksheet><sheetData>"
                           "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Login</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>First Name</t></is></c>"
                           "<c r=\"C1\" t=\"inlineStr\"><is><t>Last Name</t></is></c><c r=\"D1\" t=\"inlineStr\"><is><t>Grade</t></is></c></row>"
                           "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>ab</t></is></c><c r=\"B2\" t=\"str\"><f>X1</f><v>Jo</v></c><c r=\"C2\" t=\"e\"><v>#N/A</v></c><c r=\"D2\"><v>9</v></c></row>"
                           "<row r=\"3\" hidden=\"1\"><c r=\"A3\" t=\"inlineStr\"><is><t>cd</t></is></c><c r=\"B3\" t=\"inlineStr\"><is><t>Al</t></is></c><c r=\"C3\" t=\"inlineStr\"><is><t>Roe</t></is></c><c r=\"D3\" t=\"inlineStr\"><is><t>10</t></is></c></row>"
                           "<row r=\"4\" s=\"1\"><c r=\"A4\" s=\"1\"/></row></sheetData></worksheet>");
    const QByteArray bytes = zipOf({{"[Content_Types].xml", "<Types/>"},
                                    {"xl/workbook.xml", "<workbook xmlns:r=\"rel\"><sheets><sheet name=\"Notes\" r:id=\"n\"/><sheet name=\"Roster\" r:id=\"r\"/></sheets></workbook>"},
                                    {"xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"n\" Target=\"worksheets/n.xml\"/><Relationship Id=\"r\" Target=\"worksheets/r.xml\"/></Relationships>"},
                                    {"xl/worksheets/n.xml", "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Read me</t></is></c></row></sheetData></worksheet>"},
                                    {"xl/worksheets/r.xml", sheet}});
    QVERIFY(codesOf(readTable(bytes)->findings).contains(QStringLiteral("F11")));
    ReadOptions options;
    options.sheet = QStringLiteral("Roster");
    const auto table = readTable(bytes, options);
    QVERIFY(table->isUsable());
    QCOMPARE(table->rowCount(), 2); // the hidden row stays, the formatted empty one is none
    QVERIFY(codesOf(table->findings).contains(QStringLiteral("F17")));
    QCOMPARE(table->text(0, 1), QStringLiteral("Jo"));
    PlanDatabase db;
    db.add(EntityKind::School, {{"school_code", QStringLiteral("100")}, {"name", QStringLiteral("Lincoln")}});
    ImportOptions import;
    import.schoolYear = 2027;
    const auto plan = planTable(*table, "students", import, db.data);
    QVERIFY(plan.has_value());
    QVERIFY2(rowCodes(*plan).contains(QStringLiteral("C02")), qPrintable(rowCodes(*plan).join(QLatin1Char(' '))));
    QCOMPARE(plan->count(RowStatus::Create), 1);
    QCOMPARE(plan->count(RowStatus::Error), 1);
}

void TestNastyFilesStructure::line45ChangedFile()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("students.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("login,grade\nab,9\n") > 0);
    file.close();
    const auto table = readTableFile(file.fileName());
    QVERIFY(table->file.sameContent(*identifyFile(file.fileName())));
    QVERIFY(file.open(QIODevice::Append) && file.write("cd,10\n") > 0);
    file.close();
    QVERIFY(!table->file.sameContent(*identifyFile(file.fileName())));
    const auto absent = readTableFile(folder.filePath(QStringLiteral("absent.csv")));
    QVERIFY(!absent.has_value());
    QCOMPARE(absent.error().code, QStringLiteral("F14"));
}

QTEST_APPLESS_MAIN(TestNastyFilesStructure)
#include "tst_nastyfilesstructure.moc"
