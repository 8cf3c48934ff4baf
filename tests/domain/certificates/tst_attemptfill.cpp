// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/certificates/attemptchecks.h"

#include <QTest>

using namespace certdesk;

namespace {

Value text(const char *value)
{
    return Value(QString::fromLatin1(value));
}

AttemptFacts facts()
{
    AttemptFacts facts;
    const auto s = [](const char *value) { return QString::fromLatin1(value); };
    facts.courses = {{2026, s("8001"), s("Web Design"), s("IT"), s("09-12"), s("P1")},
                     {2027, s("9001"), s("Web Design"), s("IT"), s("09-12"), s("P2")},
                     {2027, s("7001"), s("Nursing"), s("Health"), s("11"), s("P3")},
                     {2027, s("7002"), s("Nursing"), s("Health"), s("12"), s("P3")}};
    facts.certificates = {{1, 2026, s("OLD01"), s("Web Associate"), s("Certiport"), s("web"), Value(700), true},
                          {2, 2027, s("NEW01"), s("Web Associate"), s("Certiport"), s("web"), Value(700), true},
                          {3, 2027, s("OFF01"), s("Office Bundle"), s("Certiport"), s("office"), {}, false},
                          {4, 2027, s("DUP01"), s("Twice"), s("NHA"), s("twice"), {}, false},
                          {5, 2027, s("DUP02"), s("Twice"), s("NHA"), s("twice"), {}, false}};
    facts.components = {{3, s("WORD"), s("Word"), s("office-word")}};
    facts.studentGrade = s("11");
    facts.studentSchool = 5;
    return facts;
}

Record dated(const char *day)
{
    Record row(EntityKind::Attempt);
    setExamDate(row, QString::fromLatin1(day));
    return row;
}

Record filled(Record row, const Record &before = Record(EntityKind::Attempt))
{
    fillYears(row, before);
    return fillAttempt(row, before, facts()).attempt;
}

} // namespace

class TestAttemptFill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theYearOfTheExamDecidesNumberAndCode_data()
    {
        QTest::addColumn<QByteArray>("day");
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("code");
        QTest::newRow("last day of 2025-26") << QByteArray("2026-06-30") << "8001" << "P1" << "OLD01";
        QTest::newRow("first day of 2026-27") << QByteArray("2026-07-01") << "9001" << "P2" << "NEW01";
        QTest::newRow("month") << QByteArray("2026-06") << "8001" << "P1" << "OLD01";
    }
    void theYearOfTheExamDecidesNumberAndCode()
    {
        QFETCH(QByteArray, day);
        Record row = dated(day.constData());
        row.set("course_name", text("web design")).set("certificate_name", text("Web Associate"));
        const Record result = filled(row);
        QTEST(result.text("course_number"), "number");
        QTEST(result.text("program_code"), "program");
        QTEST(result.text("certificate_code"), "code");
        QCOMPARE(result.text("course_name"), QStringLiteral("Web Design"));
        QCOMPARE(result.text("exam_family"), QStringLiteral("web"));
        QCOMPARE(result["pass_score"].real(), 700.0);
    }

    void changingTheDateMovesTheRowIntoItsYear()
    {
        Record row = dated("2026-06-30");
        row.set("course_name", text("Web Design")).set("certificate_name", text("Web Associate"));
        const Record before = filled(row);
        Record after = before;
        setExamDate(after, QStringLiteral("2026-07-01"));
        const Record result = filled(after, before);
        QCOMPARE(result.integer("school_year"), 2027);
        QCOMPARE(result.text("course_number"), QStringLiteral("9001"));
        QCOMPARE(result.text("certificate_code"), QStringLiteral("NEW01"));
    }

    void theCourseKeepsTheYearInWhichItWasTaken()
    {
        Record row = dated("2026-09-01");
        row.set("course_name", text("Web Design")).set("year_taken", Value(2026)).set("certificate_name", text("Web Associate"));
        const Record result = filled(row);
        QCOMPARE(result.integer("year_taken"), 2026);
        QCOMPARE(result.text("course_number"), QStringLiteral("8001"));
        QCOMPARE(result.text("certificate_code"), QStringLiteral("NEW01"));
    }

    void severalNumbersOrCodesAreAChoiceAndNotFilled()
    {
        Record row = dated("2026-09-01");
        row.set("course_name", text("Nursing")).set("certificate_name", text("Twice"));
        fillYears(row, Record(EntityKind::Attempt));
        const AttemptFill fill = fillAttempt(row, Record(EntityKind::Attempt), facts());
        QVERIFY(!fill.attempt.has("course_number"));
        QVERIFY(!fill.attempt.has("program_code"));
        QVERIFY(!fill.attempt.has("certificate_code"));
        QCOMPARE(fill.courseCandidates.size(), 2);
        QCOMPARE(fill.courseCandidates[1].grades, QStringLiteral("12"));
        QCOMPARE(fill.certificateCandidates.size(), 2);
        row.set("course_number", text("7002")).set("certificate_code", text("DUP02"));
        const AttemptFill chosen = fillAttempt(row, Record(EntityKind::Attempt), facts());
        QCOMPARE(chosen.attempt.text("course_number"), QStringLiteral("7002"));
        QCOMPARE(chosen.attempt.text("program_code"), QStringLiteral("P3"));
        QCOMPARE(chosen.attempt.text("certificate_code"), QStringLiteral("DUP02"));
        QVERIFY(chosen.courseCandidates.isEmpty());
    }

    void aNumberAloneFillsItsName()
    {
        Record row = dated("2026-09-01");
        row.set("course_number", text("7001"));
        const Record result = filled(row);
        QCOMPARE(result.text("course_name"), QStringLiteral("Nursing"));
        QCOMPARE(result.text("program_code"), QStringLiteral("P3"));
    }

    void rosterAndComponentFill()
    {
        Record row = dated("2026-09-01");
        row.set("student_id", Value(9)).set("certificate_name", text("Office Bundle")).set("component_code", text("WORD"));
        const Record result = filled(row);
        QCOMPARE(result.text("grade"), QStringLiteral("11"));
        QCOMPARE(result.integer("school_id"), 5);
        QCOMPARE(result.text("exam_family"), QStringLiteral("office-word"));
        Record other = result;
        other.set("certificate_name", text("Web Associate"));
        const Record changed = filled(other, result);
        QVERIFY(!changed.has("component_code"));
        QCOMPARE(changed.text("exam_family"), QStringLiteral("web"));
    }

    void passingIsEarningOnlyWhereItIs_data()
    {
        QTest::addColumn<QByteArray>("certificate");
        QTest::addColumn<QByteArray>("day");
        QTest::addColumn<QByteArray>("outcome");
        QTest::addColumn<bool>("earned");
        QTest::newRow("passed") << QByteArray("Web Associate") << QByteArray("2026-09-01") << QByteArray("P") << true;
        QTest::newRow("failed") << QByteArray("Web Associate") << QByteArray("2026-09-01") << QByteArray("F") << false;
        QTest::newRow("further requirement") << QByteArray("Office Bundle") << QByteArray("2026-09-01") << QByteArray("P") << false;
        QTest::newRow("month only") << QByteArray("Web Associate") << QByteArray("2026-09") << QByteArray("P") << false;
    }
    void passingIsEarningOnlyWhereItIs()
    {
        QFETCH(QByteArray, certificate);
        QFETCH(QByteArray, day);
        QFETCH(QByteArray, outcome);
        Record row = dated(day.constData());
        row.set("certificate_name", text(certificate.constData())).set("outcome", text(outcome.constData()));
        QTEST(filled(row).has("earned_on"), "earned");
    }

    void refusalsSayTheArithmetic()
    {
        Record row = dated("2027-06-02");
        row.set("certificate_name", text("Web Associate")).set("certificate_code", text("OLD01")).set("school_year", Value(2027));
        const auto future = attemptchecks::examInFuture(row, dayNumber(2027, 5, 31));
        QVERIFY(future);
        QCOMPARE(future->message, QStringLiteral("2027-06-02 is 2 days in the future."));
        QVERIFY(!attemptchecks::examInFuture(row, dayNumber(2027, 6, 2)));
        const auto code = attemptchecks::codeOfOther(row, facts());
        QVERIFY(code);
        QVERIFY(code->message.contains(QStringLiteral("NEW01")) && code->message.contains(QStringLiteral("OLD01")));
        QCOMPARE(code->code, QStringLiteral("CE-03"));
    }

    void scoresAndOutcomesAgree_data()
    {
        QTest::addColumn<QByteArray>("outcome");
        QTest::addColumn<double>("score");
        QTest::addColumn<bool>("refused");
        QTest::newRow("699 passed") << QByteArray("P") << 699.0 << true;
        QTest::newRow("700 passed") << QByteArray("P") << 700.0 << false;
        QTest::newRow("700 failed") << QByteArray("F") << 700.0 << true;
        QTest::newRow("699 failed") << QByteArray("F") << 699.0 << false;
    }
    void scoresAndOutcomesAgree()
    {
        QFETCH(QByteArray, outcome);
        QFETCH(double, score);
        Record row(EntityKind::Attempt);
        row.set("outcome", text(outcome.constData())).set("score", Value(score)).set("pass_score", Value(700));
        QTEST(attemptchecks::outcomeAgainstScore(row).has_value(), "refused");
    }

    void typedNamesAreComparedWithEveryKnownName_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("refused");
        QTest::newRow("legal") << QString::fromUtf8("Díaz-Ortega, Ana M.") << false;
        QTest::newRow("preferred") << QStringLiteral("Nita Diaz Ortega") << false;
        QTest::newRow("slip") << QStringLiteral("Ana Diaz Ortga") << false;
        QTest::newRow("someone else") << QStringLiteral("Zebulon Quirk") << true;
    }
    void typedNamesAreComparedWithEveryKnownName()
    {
        QFETCH(QString, typed);
        Record student(EntityKind::Student);
        student.set("first_name", text("Ana")).set("middle_name", text("M")).set("last_name", Value(QString::fromUtf8("Díaz-Ortega")));
        student.set("preferred_name", text("Nita"));
        Record row(EntityKind::Attempt);
        row.set("typed_name", Value(typed));
        QTEST(attemptchecks::typedName(row, student).has_value(), "refused");
    }

    void onlyKeyFieldsDropVerification()
    {
        Record before = dated("2027-03-03");
        before.set("verification", text("verified")).set("verified_by", text("lead")).set("verified_at", Value(qint64{1780000000000}));
        Record note = before;
        note.set("note", text("seen")).set("room", text("12"));
        QVERIFY(!attemptchecks::dropsVerification(before, note));
        Record moved = before;
        setExamDate(moved, QStringLiteral("2027-03-04"));
        const auto drop = attemptchecks::dropsVerification(before, moved);
        QVERIFY(drop);
        QVERIFY(drop->message.contains(QStringLiteral("from 2027-03-03 to 2027-03-04")));
    }
};

QTEST_GUILESS_MAIN(TestAttemptFill)
#include "tst_attemptfill.moc"
