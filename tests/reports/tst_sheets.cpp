// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/csvwriter.h"
#include "models/reports/xlsxwriter.h"

#include <QBuffer>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace certdesk;

class TestSheets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCellIsWrittenSoThatSpreadsheetsLeaveItAlone_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("number");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("leading zeros") << QStringLiteral("0012") << false << QByteArray("0012");
        QTest::newRow("formula") << QStringLiteral("=1+1") << false << QByteArray("'=1+1");
        QTest::newRow("plus") << QStringLiteral("+A") << false << QByteArray("'+A");
        QTest::newRow("at") << QStringLiteral("@x") << false << QByteArray("'@x");
        QTest::newRow("tab") << QStringLiteral("\tx") << false << QByteArray("'\tx");
        QTest::newRow("carriage return") << QStringLiteral("\rx") << false << QByteArray("\"'\rx\"");
        QTest::newRow("full-width equals") << QStringLiteral("\uFF1D1") << false << QByteArray("'\xEF\xBC\x9D" "1");
        QTest::newRow("negative number in a number column") << QStringLiteral("-12.5") << true << QByteArray("-12.5");
        QTest::newRow("negative number in a text column") << QStringLiteral("-12.5") << false << QByteArray("'-12.5");
        QTest::newRow("command in a number column") << QStringLiteral("-1+cmd") << true << QByteArray("'-1+cmd");
        QTest::newRow("two points") << QStringLiteral("-1.2.3") << true << QByteArray("'-1.2.3");
        QTest::newRow("comma") << QStringLiteral("Alder, Robin") << false << QByteArray("\"Alder, Robin\"");
        QTest::newRow("quote") << QStringLiteral("a \"b\"") << false << QByteArray("\"a \"\"b\"\"\"");
        QTest::newRow("line break") << QStringLiteral("a\nb") << false << QByteArray("\"a\nb\"");
        QTest::newRow("edge blanks") << QStringLiteral(" a") << false << QByteArray("\" a\"");
        QTest::newRow("accents") << QStringLiteral("D\u00EDaz") << false << QByteArray("D\xC3\xAD" "az");
    }
    void aCellIsWrittenSoThatSpreadsheetsLeaveItAlone()
    {
        QFETCH(QString, text);
        QFETCH(bool, number);
        QTEST(CsvWriter::cell(Value(text), number), "expected");
    }

    void theHeaderIsTheFirstLine()
    {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        CsvWriter writer(buffer, {{QStringLiteral("id")}, {QStringLiteral("count"), true}});
        writer.row({Value(QStringLiteral("007")), Value(3)});
        writer.row({Value(), Value(1.5)});
        QVERIFY(writer.finish());
        QCOMPARE(bytes, QByteArray("id,count\r\n007,3\r\n,1.5\r\n"));
    }

    void anUnfinishedFileLeavesNothing()
    {
        QTemporaryDir folder;
        const QString csv = folder.filePath(QStringLiteral("a.csv"));
        const QString xlsx = folder.filePath(QStringLiteral("a.xlsx"));
        {
            CsvWriter lines(csv, {{QStringLiteral("a")}});
            lines.row({Value(1)});
            XlsxWriter book(xlsx);
            book.sheet(QStringLiteral("a"), {{QStringLiteral("a")}});
            book.row({Value(1)});
        }
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList());
    }

    void aFolderThatIsNotThereIsAnError()
    {
        QTemporaryDir folder;
        CsvWriter lines(folder.filePath(QStringLiteral("no/a.csv")), {{QStringLiteral("a")}});
        const auto csv = lines.finish();
        QVERIFY(!csv);
        QCOMPARE(csv.error().kind, Error::Kind::Unavailable);
        XlsxWriter book(folder.filePath(QStringLiteral("no/a.xlsx")));
        book.sheet(QStringLiteral("a"), {{QStringLiteral("a")}});
        QVERIFY(!book.finish());
    }

    void sheetNamesAreMended()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.xlsx"));
        XlsxWriter book(path);
        book.sheet(QStringLiteral("a/b: a name that is too long for a sheet"), {{QStringLiteral("a")}});
        book.sheet(QStringLiteral("a/b: a name that is too long for a sheet"), {{QStringLiteral("a"), true}});
        book.row({Value(QStringLiteral("-7"))});
        book.sheet(QString(), {{QStringLiteral("a")}});
        QVERIFY(book.finish());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.read(2), QByteArray("PK"));
        QCOMPARE(file.permissions() & (QFile::ReadOther | QFile::ReadGroup), QFile::Permissions());
    }
};

QTEST_GUILESS_MAIN(TestSheets)
#include "tst_sheets.moc"
