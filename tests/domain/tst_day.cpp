// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/day.h"
#include "models/domain/names.h"

#include <QTest>

using namespace certdesk;

class TestDay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSchoolYearIsReadAndNamed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("year");
        QTest::newRow("long") << QStringLiteral("2025-26") << qint64{2026};
        QTest::newRow("short") << QStringLiteral("24-25") << qint64{2025};
        QTest::newRow("full") << QStringLiteral("2025-2026") << qint64{2026};
        QTest::newRow("end year") << QStringLiteral("2027") << qint64{2027};
        QTest::newRow("century") << QStringLiteral("2099-00") << qint64{2100};
        QTest::newRow("a gap") << QStringLiteral("2025-27") << qint64{0};
        QTest::newRow("a word") << QStringLiteral("next") << qint64{0};
    }
    void aSchoolYearIsReadAndNamed()
    {
        QFETCH(QString, text);
        QFETCH(qint64, year);
        QCOMPARE(schoolYearFromName(text).value_or(0), year);
    }

    void aSchoolYearRunsFromJulyToJune()
    {
        QCOMPARE(schoolYearOf(dayNumber(2026, 6, 30)), qint64{2026});
        QCOMPARE(schoolYearOf(dayNumber(2026, 7, 1)), qint64{2027});
        QCOMPARE(isoDay(firstDayOfSchoolYear(2027)), QStringLiteral("2026-07-01"));
        QCOMPARE(isoDay(lastDayOfSchoolYear(2027)), QStringLiteral("2027-06-30"));
        QCOMPARE(schoolYearName(2100), QStringLiteral("2099-00"));
    }

    void aPartialDateIsAnInterval()
    {
        const auto month = partialDate(QStringLiteral("2028-02"));
        QVERIFY(month);
        QCOMPARE(isoDay(month->first), QStringLiteral("2028-02-01"));
        QCOMPARE(isoDay(month->last), QStringLiteral("2028-02-29"));
        QCOMPARE(partialDateText(*month), QStringLiteral("2028-02"));
        QVERIFY(!partialDate(QStringLiteral("2027-02-29")));
        QVERIFY(!partialDate(QStringLiteral("2027-13")));
    }

    void namesAreComparedWithoutMarksOrderAndSuffix()
    {
        QCOMPARE(normalizedName(QStringLiteral("Díaz-Ortega, Ana M.")), normalizedName(QStringLiteral("Ana M Diaz Ortega")));
        QCOMPARE(normalizedName(QStringLiteral("Lee Jr., Sam")), normalizedName(QStringLiteral("SAM LEE III")));
        QCOMPARE(nameSimilarity(QStringLiteral("martha"), QStringLiteral("marhta")), 961);
        QCOMPARE(nameSimilarity(QStringLiteral("dixon"), QStringLiteral("dicksonx")), 813);
        QCOMPARE(nameSimilarity(QString(), QStringLiteral("x")), 0);
    }
};

QTEST_GUILESS_MAIN(TestDay)
#include "tst_day.moc"
