// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/roster/gradestep.h"

#include <QTest>

using namespace certdesk;

class TestGradeStep : public QObject
{
    Q_OBJECT

    static QString latin(const char *text) { return QString::fromLatin1(text); }

private Q_SLOTS:
    void everyGradePromotesToTheNext_data()
    {
        QTest::addColumn<QString>("grade");
        QTest::addColumn<QString>("next");
        const auto row = [](const char *grade, const char *next) { QTest::newRow(grade) << latin(grade) << latin(next); };
        row("IT", "PR");
        row("PR", "PK");
        row("PK", "KG");
        row("TK", "KG");
        row("KG", "01");
        row("08", "09");
        row("09", "10");
        row("11", "12");
        for (const char *none : {"12", "13", "PS", "UG", "OT", "K-12"})
            row(none, "");
    }
    void everyGradePromotesToTheNext()
    {
        QFETCH(QString, grade);
        QFETCH(QString, next);
        QCOMPARE(gradeAfter(grade).value_or(QString()), next);
    }

    void theGraduatingYearFollowsFromTheGrade()
    {
        QCOMPARE(expectedGraduatingYear(latin("12"), 2027), qint64{2027});
        QCOMPARE(expectedGraduatingYear(latin("09"), 2027), qint64{2030});
        QCOMPARE(expectedGraduatingYear(latin("KG"), 2027), qint64{2039});
        QCOMPARE(expectedGraduatingYear(latin("PK"), 2027), qint64{2040});
        QCOMPARE(expectedGraduatingYear(latin("UG"), 2027), qint64{0});
    }

    void aMoveIsOneStep_data()
    {
        QTest::addColumn<GradeFacts>("facts");
        QTest::addColumn<int>("move");
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("grade");
        const auto facts = [](const char *grade, const char *baseline, const char *decision, const char *highest = "") {
            return GradeFacts{latin(grade), latin(baseline), latin(decision), latin(highest), false};
        };
        const int up = static_cast<int>(GradeMove::Promote);
        const int same = static_cast<int>(GradeMove::Retain);
        const int down = static_cast<int>(GradeMove::RollBack);
        QTest::newRow("first promotion") << facts("09", "09", "") << up << latin("promote") << QString() << latin("10");
        QTest::newRow("nothing known yet") << facts("09", "", "") << up << latin("promote") << QString() << latin("10");
        QTest::newRow("promoted already") << facts("10", "09", "promote") << up << latin("unchanged") << latin("K08") << latin("10");
        QTest::newRow("placed in the year") << facts("09", "09", "placed") << up << latin("unchanged") << latin("K08") << latin("09");
        QTest::newRow("rolled back, up again") << facts("09", "09", "rollback") << up << latin("promote") << QString() << latin("10");
        QTest::newRow("retained, changed one's mind") << facts("09", "09", "retain") << up << latin("promote") << QString() << latin("10");
        QTest::newRow("a senior") << facts("12", "12", "") << up << latin("conflict") << latin("K10") << latin("12");
        QTest::newRow("top of the school") << facts("08", "08", "", "08") << up << latin("conflict") << latin("K10") << latin("08");
        QTest::newRow("ungraded") << facts("UG", "UG", "") << up << latin("conflict") << latin("K07") << latin("UG");
        QTest::newRow("retained") << facts("09", "09", "") << same << latin("retain") << QString() << latin("09");
        QTest::newRow("retained twice") << facts("09", "09", "retain") << same << latin("unchanged") << QString() << latin("09");
        QTest::newRow("retain after promotion") << facts("10", "09", "promote") << same << latin("conflict") << latin("K07") << latin("10");
        QTest::newRow("roll back a promotion") << facts("10", "09", "promote") << down << latin("rollback") << QString() << latin("09");
        QTest::newRow("below the baseline") << facts("09", "09", "") << down << latin("conflict") << latin("K07") << latin("09");
    }
    void aMoveIsOneStep()
    {
        QFETCH(GradeFacts, facts);
        QFETCH(int, move);
        QFETCH(QString, status);
        QFETCH(QString, code);
        QFETCH(QString, grade);
        const GradeVerdict verdict = gradeVerdict(facts, static_cast<GradeMove>(move));
        QCOMPARE(rowStatusName(verdict.status), status);
        QCOMPARE(verdict.code, code);
        QCOMPARE(verdict.grade, grade);
        QVERIFY(verdict.code != QLatin1String("K07") || (verdict.canBeOverridden && !verdict.reason.isEmpty()));
    }

    void aFilesGradeIsTheBaselineOrOneAbove()
    {
        const GradeFacts fresh{latin("09"), latin("09"), {}, {}, false};
        QCOMPARE(gradeVerdict(fresh, latin("10")).status, RowStatus::Promote);
        QCOMPARE(gradeVerdict(fresh, latin("09")).status, RowStatus::Retain);
        QCOMPARE(gradeVerdict(fresh, latin("11")).code, latin("K07"));
        QCOMPARE(gradeVerdict(fresh, latin("08")).code, latin("K07"));
        const GradeFacts promoted{latin("10"), latin("09"), latin("promote"), {}, false};
        QCOMPARE(gradeVerdict(promoted, latin("09")).status, RowStatus::Rollback);
        QCOMPARE(gradeVerdict(promoted, latin("10")).code, latin("K08"));
    }
};

Q_DECLARE_METATYPE(certdesk::GradeFacts)

QTEST_GUILESS_MAIN(TestGradeStep)
#include "tst_gradestep.moc"
