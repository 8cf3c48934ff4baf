// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/findingsreport.h"

#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace certdesk;

class TestFindingsReport : public QObject
{
    Q_OBJECT

    static QJsonObject document(int findings)
    {
        QJsonArray list;
        for (int i = 1; i <= findings; ++i)
            list.append(QJsonObject{{QStringLiteral("rule"), QStringLiteral("EX-10")}, {QStringLiteral("severity"), QStringLiteral("FATAL")},
                                    {QStringLiteral("entity"), QStringLiteral("attempt")}, {QStringLiteral("key"), QJsonObject{{QStringLiteral("row_number"), i}}},
                                    {QStringLiteral("recordId"), i}, {QStringLiteral("school"), QStringLiteral("100 <North>")},
                                    {QStringLiteral("message"), QStringLiteral("=19 days, \"too\" near")}, {QStringLiteral("fix"), QStringLiteral("Look again.")}});
        const auto rule = [](const char *code, int count) {
            return QJsonObject{{QStringLiteral("code"), QLatin1String(code)}, {QStringLiteral("title"), QStringLiteral("Title of ") + QLatin1String(code)},
                               {QStringLiteral("severity"), QStringLiteral("FATAL")}, {QStringLiteral("findings"), count}};
        };
        QJsonObject broken = rule("XX-01", 0);
        broken.insert(QStringLiteral("error"), QStringLiteral("Could not be checked"));
        return {{QStringLiteral("title"), QStringLiteral("Validation of Díaz School")},
                {QStringLiteral("rules"), QJsonArray{rule("EX-10", findings), rule("CE-01", 0), broken}},
                {QStringLiteral("findings"), list},
                {QStringLiteral("totals"), QJsonArray{QJsonObject{{QStringLiteral("entity"), QStringLiteral("attempt")}, {QStringLiteral("school"), QStringLiteral("100 <North>")}, {QStringLiteral("rows"), 7}}}}};
    }

private Q_SLOTS:
    void htmlIsAccessibleAndComplete()
    {
        const QString html = findingsHtml(document(2));
        QVERIFY(html.contains(QLatin1String("<html lang=\"en\">")));
        QVERIFY(html.contains(QLatin1String("<title>Validation of D")));
        QCOMPARE(html.count(QLatin1String("<h1>")), 1);
        QCOMPARE(html.count(QLatin1String("<table")), html.count(QLatin1String("<caption>")));
        QVERIFY(html.contains(QLatin1String("<th scope=\"col\">")));
        QVERIFY(html.contains(QLatin1String("<a href=\"certdesk:attempt/2\">")));
        QVERIFY(html.contains(QLatin1String("100 &lt;North&gt;")));
        QVERIFY(!html.contains(QLatin1String("<North>")));
        const QString clean = html.mid(html.indexOf(QLatin1String("Rules that found nothing")));
        QVERIFY(clean.contains(QLatin1String("CE-01")) && !clean.contains(QLatin1String("XX-01")));
        QVERIFY(html.contains(QLatin1String("XX-01: Title of XX-01. Could not be checked")));
    }

    void csvHasItsHeaderInLineOne()
    {
        const QByteArray csv = findingsCsv(document(1));
        QCOMPARE(csv, QByteArray("rule,severity,entity,key,school,message,fix\r\n"
                                 "EX-10,FATAL,attempt,row_number 1,100 <North>,\"'=19 days, \"\"too\"\" near\",Look again.\r\n"));
    }

    void everyFormatIsWritten_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("json") << QByteArray("{");
        QTest::newRow("csv") << QByteArray("rule,");
        QTest::newRow("html") << QByteArray("<!DOCTYPE html>");
        QTest::newRow("pdf") << QByteArray("%PDF-");
        QTest::newRow("xlsx") << QByteArray("PK");
    }
    void everyFormatIsWritten()
    {
        QFETCH(QByteArray, start);
        QTemporaryDir folder;
        const QString format = QString::fromLatin1(QTest::currentDataTag());
        const QString path = folder.filePath(QStringLiteral("report.") + format);
        QVERIFY(writeFindings(document(3), *reportFormatFromName(format), path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith(start));
        QCOMPARE(file.permissions() & (QFile::ReadOther | QFile::ReadGroup), QFile::Permissions());
        QVERIFY(!writeFindings(document(3), *reportFormatFromName(format), folder.filePath(QStringLiteral("none/report"))));
    }

    void aLongReportHasPages()
    {
        QTemporaryDir folder;
        const auto pages = [&](int findings) {
            const QString path = folder.filePath(QStringLiteral("%1.pdf").arg(findings));
            if (!writeFindings(document(findings), ReportFormat::Pdf, path))
                return qsizetype(0);
            QFile file(path);
            file.open(QIODevice::ReadOnly);
            return file.readAll().count("/Type /Page\n");
        };
        QVERIFY(pages(1) >= 1);
        QVERIFY(pages(300) > pages(1) + 3);
    }
};

QTEST_MAIN(TestFindingsReport)
#include "tst_findingsreport.moc"
