// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/resourcetable.h"
#include "models/intake/values.h"
#include "tests/intake/intakedata.h"

using namespace certdesk;

/// Grades, dates, identifiers, outcomes as people and spreadsheets write them.
class TestValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAcceptedSpellingOfAGrade();
    void grades_data();
    void grades();
    void dates_data();
    void dates();
    void dateOrderIsProvedByTheColumn_data();
    void dateOrderIsProvedByTheColumn();
    void identifiers_data();
    void identifiers();
    void texts_data();
    void texts();
    void outcomes_data();
    void outcomes();
};

void TestValues::everyAcceptedSpellingOfAGrade()
{
    int spellings = 0;
    for (const QStringList &row : readResourceTable(QStringLiteral(":/intake/grades.tsv"))) {
        for (const QString &spelling : row.value(1).split(QLatin1Char('|'))) {
            QCOMPARE(normalizedGrade(spelling, 2026).value_or(QString()), row.value(0));
            QCOMPARE(normalizedGrade(QLatin1Char(' ') + spelling.toUpper() + QStringLiteral(" ."), 2026).value_or(QString()), row.value(0));
            ++spellings;
        }
    }
    QVERIFY(spellings > 80);
}

void TestValues::grades_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("grade");
    const QPair<const char *, const char *> rows[] = {
        {"9", "09"},      {"09", "09"},          {"9th", "09"},     {"Grade 9", "09"},   {"Gr 9", "09"},    {"Gr. 9", "09"}, {"G9", "09"},
        {"9th Grade", "09"}, {"freshman", "09"}, {"K", "KG"},       {"0", "KG"},         {"Pre-K", "PK"},   {"-1", "PK"},    {"1st", "01"},
        {"3rd", "03"},    {"Twelfth", "12"},     {"SR", "12"},      {"2029", "09"},      {"Class of 2026", "12"}, {"99", "graduated"},
        {"Gr X", ""},     {"K-12", ""},          {"15", ""},        {"1990", ""},        {"abc", ""},       {"", ""},        {"9.5", ""},
    };
    for (const auto &[text, grade] : rows)
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(grade);
}

void TestValues::grades()
{
    QFETCH(QString, text);
    QFETCH(QString, grade);
    QCOMPARE(normalizedGrade(text, 2026).value_or(QString()), grade);
}

void TestValues::dates_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("order");
    QTest::addColumn<QString>("expected");
    const auto add = [](const char *text, DateOrder order, const char *expected) {
        QTest::newRow(text) << QByteArray(text) << static_cast<int>(order) << QString::fromLatin1(expected);
    };
    add("2026-05-31", DateOrder::Unknown, "2026-05-31");
    add("5/31/2026", DateOrder::MonthFirst, "2026-05-31");
    add("31/5/2026", DateOrder::DayFirst, "2026-05-31");
    add("31.05.2026", DateOrder::DayFirst, "2026-05-31");
    add("31/5/2026 ", DateOrder::MonthFirst, "");
    add("20260531", DateOrder::Unknown, "2026-05-31");
    add("2026-05-31T14:30:00Z", DateOrder::Unknown, "2026-05-31");
    add("5/31/2026 2:30:00 PM", DateOrder::MonthFirst, "2026-05-31");
    add("May 31, 2026", DateOrder::Unknown, "2026-05-31");
    add("31-May-26", DateOrder::Unknown, "2026-05-31");
    add("46173", DateOrder::Unknown, "2026-05-31");
    add("2026-05", DateOrder::Unknown, "2026-05");
    add("May 2026", DateOrder::Unknown, "2026-05");
    add("05/2026", DateOrder::MonthFirst, "2026-05");
    add("2026", DateOrder::Unknown, "2026");
    add("12/31/1969", DateOrder::MonthFirst, "");
    add("1900-01-00", DateOrder::Unknown, "");
    add("0000-00-00", DateOrder::Unknown, "");
    add("2/30/2026", DateOrder::MonthFirst, "");
    add("soon", DateOrder::Unknown, "");
    add("12", DateOrder::Unknown, "");
    add("1/2/3/4", DateOrder::MonthFirst, "");
}

void TestValues::dates()
{
    QFETCH(QByteArray, text);
    QFETCH(int, order);
    QFETCH(QString, expected);
    const auto date = readDate(std::string_view(text.constData(), static_cast<size_t>(text.size())), static_cast<DateOrder>(order), DateUse::Other, 2026);
    QCOMPARE(date ? partialDateText(*date) : QString(), expected);
    // Two digits of a birth year mean somebody between 3 and 22.
    QCOMPARE(partialDateText(*readDate("3/14/10", DateOrder::MonthFirst, DateUse::Birth, 2026)), QStringLiteral("2010-03-14"));
    QCOMPARE(partialDateText(*readDate("3/14/98", DateOrder::MonthFirst, DateUse::Birth, 2016)), QStringLiteral("1998-03-14"));
}

void TestValues::dateOrderIsProvedByTheColumn_data()
{
    QTest::addColumn<QByteArray>("dates");
    QTest::addColumn<int>("order");
    QTest::addColumn<bool>("proved");
    QTest::newRow("one day above 12 proves day first") << QByteArray("03/04/2010\n17/04/2010\n") << static_cast<int>(DateOrder::DayFirst) << true;
    QTest::newRow("one second part above 12 proves month first") << QByteArray("03/04/2010\n04/17/2010\n") << static_cast<int>(DateOrder::MonthFirst) << true;
    QTest::newRow("small numbers only") << QByteArray("03/04/2010\n05/06/2010\n") << static_cast<int>(DateOrder::Unknown) << false;
    QTest::newRow("equal parts need no order") << QByteArray("03/03/2010\n05/05/2010\n") << static_cast<int>(DateOrder::Unknown) << true;
    QTest::newRow("year first") << QByteArray("2010-03-04\n2010-05-06\n") << static_cast<int>(DateOrder::Unknown) << true;
    QTest::newRow("the majority decides") << QByteArray("17/04/2010\n18/04/2010\n04/19/2010\n") << static_cast<int>(DateOrder::DayFirst) << true;
}

void TestValues::dateOrderIsProvedByTheColumn()
{
    QFETCH(QByteArray, dates);
    QFETCH(int, order);
    QFETCH(bool, proved);
    const auto table = readTable("date of birth\n" + dates);
    QVERIFY(table.has_value() && table->isUsable());
    const DateColumn judged = judgeDates(*table, 0);
    QCOMPARE(static_cast<int>(judged.order), order);
    QCOMPARE(judged.isProved(), proved);
}

void TestValues::identifiers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("repaired");
    QTest::addColumn<bool>("lost");
    QTest::newRow("sound") << QStringLiteral("00123") << QString() << false;
    QTest::newRow("letters") << QStringLiteral("ELA-01") << QString() << false;
    QTest::newRow("apostrophe") << QStringLiteral("'00123") << QStringLiteral("00123") << false;
    QTest::newRow("formula") << QStringLiteral("=\"00123\"") << QStringLiteral("00123") << false;
    QTest::newRow("decimal") << QStringLiteral("123.0") << QStringLiteral("123") << false;
    QTest::newRow("thousands") << QStringLiteral("1,234,567") << QStringLiteral("1234567") << false;
    QTest::newRow("scientific") << QStringLiteral("1.23457E+11") << QStringLiteral("123457000000") << true;
}

void TestValues::identifiers()
{
    QFETCH(QString, text);
    QFETCH(QString, repaired);
    QFETCH(bool, lost);
    const auto repair = identifierDamage(text);
    QCOMPARE(repair ? repair->value : QString(), repaired);
    QCOMPARE(repair && repair->lost, lost);
}

void TestValues::texts_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QString>("clean");
    QTest::addColumn<bool>("trimmed");
    QTest::addColumn<bool>("cleaned");
    QTest::newRow("plain") << QStringLiteral("O'Neil-Diaz") << QStringLiteral("O'Neil-Diaz") << false << false;
    QTest::newRow("blanks around") << QStringLiteral("  Ana ") << QStringLiteral("Ana") << true << false;
    QTest::newRow("line break inside") << QStringLiteral("Ana\nMaria") << QStringLiteral("Ana Maria") << false << true;
    QTest::newRow("no-break blank") << QStringLiteral("Ana\u00A0Maria") << QStringLiteral("Ana Maria") << false << true;
    QTest::newRow("zero width") << QStringLiteral("An\u200Ba") << QStringLiteral("Ana") << false << true;
    QTest::newRow("composed") << QStringLiteral("Mun\u0303oz") << QStringLiteral("Mu\u00F1oz") << false << false;
}

void TestValues::texts()
{
    QFETCH(QString, raw);
    const QByteArray utf8 = raw.toUtf8();
    const CleanText clean = cleanText(std::string_view(utf8.constData(), static_cast<size_t>(utf8.size())));
    QTEST(clean.text, "clean");
    QTEST(clean.trimmed, "trimmed");
    QTEST(clean.cleaned, "cleaned");
}

void TestValues::outcomes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<double>("score");
    QTest::newRow("P") << QStringLiteral("P") << QStringLiteral("P") << -1.0;
    QTest::newRow("fail") << QStringLiteral("Fail") << QStringLiteral("F") << -1.0;
    QTest::newRow("with score") << QStringLiteral("Met (62)") << QStringLiteral("P") << 62.0;
    QTest::newRow("older code") << QStringLiteral("z") << QStringLiteral("Z") << -1.0;
    QTest::newRow("unknown") << QStringLiteral("maybe") << QString() << -1.0;
}

void TestValues::outcomes()
{
    QFETCH(QString, text);
    std::optional<double> score;
    QTEST(readOutcome(text, &score).value_or(QString()), "outcome");
    QTEST(score.value_or(-1.0), "score");
}

QTEST_APPLESS_MAIN(TestValues)
#include "tst_values.moc"
