// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/table.h"
#include "tests/intake/intakedata.h"
#include "tests/intake/zipsupport.h"

using namespace certdesk;

namespace {

/// A workbook with these sheets (the content of <worksheet>), shared strings and number formats.
QByteArray workbook(const QVector<QByteArray> &sheets, const QByteArray &properties = {})
{
    QByteArray list;
    QByteArray relations;
    QVector<QPair<QByteArray, QByteArray>> files{{"[Content_Types].xml", "<Types/>"}};
    for (int i = 0; i < sheets.size(); ++i) {
        const QByteArray n = QByteArray::number(i + 1);
        list += "<sheet name=\"Sheet" + n + "\" sheetId=\"" + n + "\" r:id=\"r" + n + "\"/>";
        relations += "<Relationship Id=\"r" + n + "\" Type=\"x/worksheet\" Target=\"worksheets/sheet" + n + ".xml\"/>";
        files += QPair<QByteArray, QByteArray>{"xl/worksheets/sheet" + n + ".xml", "<worksheet>" + sheets[i] + "</worksheet>"};
    }
    relations += "<Relationship Id=\"s\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"t\" Type=\"x/styles\" Target=\"/xl/styles.xml\"/>";
    files += QPair<QByteArray, QByteArray>{"xl/workbook.xml", "<workbook xmlns:r=\"rel\"><workbookPr " + properties + "/><sheets>" + list + "</sheets></workbook>"};
    files += QPair<QByteArray, QByteArray>{"xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>"};
    files += QPair<QByteArray, QByteArray>{"xl/sharedStrings.xml", "<sst><si><t>login</t></si><si><r><t>birth </t></r><r><t>date</t></r><rPh><t>no</t></rPh></si><si><t>ID</t></si></sst>"};
    files += QPair<QByteArray, QByteArray>{"xl/styles.xml", "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"00000\"/><numFmt numFmtId=\"171\" formatCode=\"d/m/yy h:mm\"/></numFmts>"
                                   "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/></cellXfs></styleSheet>"};
    return zipOf(files);
}

const QByteArray header("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>2</v></c></row>");

} // namespace

/// XLSX as spreadsheet programs and other writers make it.
class TestWorkbook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellsAreShownAsPeopleSeeThem_data();
    void cellsAreShownAsPeopleSeeThem();
    void rowNumbersAreThoseOfTheSheet();
    void severalSheetsAreAChoice();
    void remarksAreMade_data();
    void remarksAreMade();
    void archivesThatAreRefused_data();
    void archivesThatAreRefused();
    void damagedWorkbooksAreRefused();
};

void TestWorkbook::cellsAreShownAsPeopleSeeThem_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QByteArray>("properties");
    QTest::addColumn<QString>("shown");
    const auto add = [](const char *name, const char *cell, const char *shown, const char *properties = "") {
        QTest::newRow(name) << QByteArray(cell) << QByteArray(properties) << QString::fromUtf8(shown);
    };
    add("shared string", "<c r=\"C2\" t=\"s\"><v>2</v></c>", "ID");
    add("inline string", "<c r=\"C2\" t=\"inlineStr\"><is><t>O'Neil &amp; Co</t></is></c>", "O'Neil & Co");
    add("whole number", "<c r=\"C2\"><v>1000000001</v></c>", "1000000001");
    add("number with decimals", "<c r=\"C2\"><v>0.1</v></c>", "0.1");
    add("format with zeros", "<c r=\"C2\" s=\"2\"><v>123</v></c>", "00123");
    add("date", "<c r=\"C2\" s=\"1\"><v>46173</v></c>", "2026-05-31");
    add("date of 1904", "<c r=\"C2\" s=\"1\"><v>44711</v></c>", "2026-05-31", "date1904=\"1\"");
    add("date and time", "<c r=\"C2\" s=\"3\"><v>46173.5</v></c>", "2026-05-31T12:00:00");
    add("true", "<c r=\"C2\" t=\"b\"><v>1</v></c>", "TRUE");
    add("error", "<c r=\"C2\" t=\"e\"><v>#N/A</v></c>", "#N/A");
    add("formula with stored text", "<c r=\"C2\" t=\"str\"><f>A1</f><v>stored</v></c>", "stored");
    add("shared string cell without string", "<c r=\"C2\" t=\"s\"/>", "");
    add("more digits than a number holds", "<c r=\"C2\"><v>1234567890123456</v></c>", "1.23456789012346e+15");
}

void TestWorkbook::cellsAreShownAsPeopleSeeThem()
{
    QFETCH(QByteArray, cell);
    QFETCH(QByteArray, properties);
    const auto table = readTable(workbook({"<sheetData>" + header + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>ab</t></is></c>" + cell + "</row></sheetData>"}, properties));
    QVERIFY(table.has_value());
    QVERIFY2(table->isUsable(), qPrintable(codesOf(table->findings).join(QLatin1Char(' '))));
    QCOMPARE(table->columns, (QStringList{QStringLiteral("login"), QStringLiteral("birth date"), QStringLiteral("ID")}));
    QTEST(table->text(0, 2), "shown");
    QCOMPARE(table->text(0, 1), QString());
}

void TestWorkbook::rowNumbersAreThoseOfTheSheet()
{
    const QByteArray cell("<c t=\"inlineStr\"><is><t>x</t></is></c>");
    const auto table = readTable(workbook({"<sheetData><row r=\"3\">" + cell + cell + "</row><row r=\"5\"><c/></row><row r=\"9\">" + cell + cell + "</row></sheetData>"}));
    QVERIFY(table.has_value());
    QCOMPARE(table->dialect.headerRow, 3);
    QCOMPARE(table->rowCount(), 1);
    QCOMPARE(table->line(0), 9);
}

void TestWorkbook::severalSheetsAreAChoice()
{
    const QByteArray second("<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>2</v></c></row><row r=\"2\"><c r=\"A2\"><v>7</v></c></row></sheetData>");
    const QByteArray bytes = workbook({"<sheetData>" + header + "</sheetData>", second, "<sheetData/>"});
    const auto first = readTable(bytes);
    QVERIFY(first.has_value());
    QVERIFY(codesOf(first->findings).contains(QStringLiteral("F11")));
    QCOMPARE(first->dialect.sheet, QStringLiteral("Sheet1"));
    ReadOptions options;
    options.sheet = QStringLiteral("sheet2");
    const auto chosen = readTable(bytes, options);
    QCOMPARE(chosen->columns, QStringList{QStringLiteral("ID")});
    QVERIFY(!codesOf(chosen->findings).contains(QStringLiteral("F11")));
    options.sheet = QStringLiteral("Nowhere");
    QVERIFY(!readTable(bytes, options)->isUsable());
}

void TestWorkbook::remarksAreMade_data()
{
    QTest::addColumn<QByteArray>("sheet");
    QTest::newRow("hidden row") << "<sheetData>" + header + "<row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>1</v></c></row></sheetData>";
    QTest::newRow("hidden column") << "<cols><col min=\"1\" max=\"1\" hidden=\"1\"/></cols><sheetData>" + header + "</sheetData>";
    QTest::newRow("merged cells") << "<sheetData>" + header + "</sheetData><mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>";
    QTest::newRow("formula without value") << "<sheetData>" + header + "<row r=\"2\"><c r=\"A2\"><f>B2</f></c><c r=\"B2\"><v>1</v></c></row></sheetData>";
}

void TestWorkbook::remarksAreMade()
{
    QFETCH(QByteArray, sheet);
    const auto table = readTable(workbook({sheet}));
    QVERIFY(table.has_value());
    QVERIFY(codesOf(table->findings).contains(QStringLiteral("F17")));
    QVERIFY(table->isUsable());
}

void TestWorkbook::archivesThatAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("path outside") << zipOf({{"../a.csv", "x"}});
    QTest::newRow("absolute path") << zipOf({{"/a.csv", "x"}});
    QTest::newRow("encrypted") << zipOf({{"a.csv", "x"}}, {1, 0, 0});
    QTest::newRow("bomb") << zipOf({{"a.csv", "x"}}, {0, 0xF0000000, 0});
    QTest::newRow("cut off") << zipOf({{"a.csv", "x"}}).chopped(30);
}

void TestWorkbook::archivesThatAreRefused()
{
    QFETCH(QByteArray, bytes);
    const auto table = readTable(bytes);
    QVERIFY(table.has_value());
    QCOMPARE(codesOf(table->findings), QStringList{QStringLiteral("F12")});
}

void TestWorkbook::damagedWorkbooksAreRefused()
{
    const QByteArray sound = workbook({"<sheetData>" + header + "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row></sheetData>"});
    QVERIFY(readTable(sound)->isUsable());
    // Whatever byte is wrong: a table or a code, never a crash.
    for (qsizetype i = 0; i < sound.size(); i += 7) {
        QByteArray damaged = sound;
        damaged[i] = static_cast<char>(damaged[i] ^ 0x5A);
        const auto table = readTable(damaged);
        QVERIFY(table.has_value());
        QVERIFY(table->isUsable() || !table->findings.isEmpty());
    }
    const auto open = readTable(workbook({"<sheetData>" + header + "<row r=\"2\"><c"}));
    QVERIFY(codesOf(open->findings).contains(QStringLiteral("F02")));
}

QTEST_APPLESS_MAIN(TestWorkbook)
#include "tst_workbook.moc"
