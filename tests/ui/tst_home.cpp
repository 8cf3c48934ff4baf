// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/safekeeping.h"
#include "tests/support/testdatabase.h"
#include "tests/ui/walk.h"
#include "ui/common/jobs.h"
#include "ui/common/theme.h"
#include "ui/home/homecard.h"
#include "ui/home/homepage.h"

#include <QFontDatabase>
#include <QTest>

using namespace certdesk;

namespace {

HomeFacts busy()
{
    HomeFacts facts;
    facts.students = 1204;
    using Urgency = HomeFacts::Urgency;
    const auto card = [&](const char *key, Urgency urgency, qint64 number, const char *sentence, const char *button, const char *page) {
        facts.cards.append({QString::fromLatin1(key), urgency, number, QString::fromLatin1(sentence), QString::fromLatin1(button), QString::fromLatin1(page), {}, 0});
    };
    card("event", Urgency::Problem, 3, "days left to certify Fall Certificates 2026-27; 2 fatal findings block it", "Certify", "certification");
    card("issues", Urgency::Attention, 17, "rows of imports are not solved", "Solve them", "issues");
    card("evidence", Urgency::Attention, 41, "passes have no evidence", "Show them", "certificates");
    facts.alerts = {{1, QStringLiteral("The event Fall Certificates was published"), QStringLiteral("Due on 31 May"), 1800000000000, false},
                    {2, QStringLiteral("The state accepted your recertification request"), {}, 1799000000000, true}};
    HomeFacts::Chart chart;
    chart.kind = HomeFacts::Chart::Kind::Stacked;
    chart.finding = QStringLiteral("Evidence is missing for 41 of 312 passes");
    chart.categories = {QStringLiteral("2024-25"), QStringLiteral("2025-26"), QStringLiteral("2026-27")};
    chart.series = {{QStringLiteral("with evidence"), {198, 240, 271}}, {QStringLiteral("evidence missing"), {12, 31, 41}}};
    facts.charts.append(chart);
    chart.kind = HomeFacts::Chart::Kind::Bars;
    chart.finding = QStringLiteral("312 of 401 attempts were passed");
    chart.categories = {QStringLiteral("Passed"), QStringLiteral("Failed"), QStringLiteral("Other")};
    chart.series = {{{}, {312, 80, 9}}};
    facts.charts.append(chart);
    return facts;
}

} // namespace

class TestHome : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        if (QFontDatabase::families().contains(QStringLiteral("Noto Sans")))
            QApplication::setFont(QFont(QStringLiteral("Noto Sans"), 10));
        m_theme = new ThemeKeeper(*qApp);
    }

    void showsWhatNeedsThePerson_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<double>("points");
        QTest::newRow("light") << false << 10.0;
        QTest::newRow("dark") << true << 10.0;
        QTest::newRow("large") << false << 20.0;
    }
    void showsWhatNeedsThePerson()
    {
        QFETCH(bool, dark);
        QFETCH(double, points);
        m_theme->choose(dark ? theme::Choice::Dark : theme::Choice::Light);
        const QFont before = QApplication::font();
        QFont font = before;
        font.setPointSizeF(points);
        QApplication::setFont(font);
        JobList jobs;
        HomePage page({}, &jobs);
        page.resize(1180, 660);
        page.show();
        page.showFacts(busy());
        walk::settle();
        walk::picture(&page, QStringLiteral("home-busy-%1").arg(QString::fromLatin1(QTest::currentDataTag())));
        QCOMPARE(page.findChildren<HomeCard *>().size(), 3);
        QStringList wrong = walk::unnamedInputs(&page) + walk::clippedTexts(&page);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
        PageAddress went;
        connect(&page, &Page::navigationRequested, this, [&](const PageAddress &address) { went = address; });
        page.findChild<QPushButton *>(QStringLiteral("homeCardButton_issues"))->click();
        QCOMPARE(went.page, QStringLiteral("issues"));
        QApplication::setFont(before);
    }

    void saysWhenAllIsDone()
    {
        HomePage page({}, nullptr);
        HomeFacts facts;
        facts.students = 12;
        page.showFacts(facts);
        QCOMPARE(page.findChildren<HomeCard *>().size(), 0);
        QCOMPARE(page.sentence(), QStringLiteral("Nothing needs you today"));
    }

private:
    static QStringList keysOf(const HomeFacts &facts)
    {
        QStringList keys;
        for (const HomeFacts::Card &card : facts.cards)
            keys.append(card.key);
        keys.sort();
        return keys;
    }

private Q_SLOTS:
    void countsOnlyWhatIsThere_data() { test::addEngineRows(); }
    void countsOnlyWhatIsThere()
    {
        QFETCH(Engine, engine);
        test::TestDatabase database(engine);
        auto session = database.session();
        auto facts = readHomeFacts(*session, 2027);
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().message + facts.error().detail));
        QCOMPARE(facts->students, 0);
        QVERIFY(facts->cards.isEmpty());
        const qint64 school = test::addSchool(*session, QStringLiteral("S1"));
        const qint64 student = test::addStudent(*session, school, QStringLiteral("4001300271"));
        Record attempt(EntityKind::Attempt);
        attempt.set("student_id", Value(student)).set("school_year", Value(2027)).set("school_id", Value(school)).set("outcome", QStringLiteral("P"));
        for (const FieldDef &field : attempt.def().fields)
            if (field.required && attempt.values[attempt.def().find(field.key())].isEmpty())
                attempt.values[attempt.def().find(field.key())] = field.type == FieldType::Text ? Value(QStringLiteral("A1")) : Value(1);
        test::insertRecord(*session, attempt);
        facts = readHomeFacts(*session, 2027);
        QVERIFY(facts.has_value());
        QCOMPARE(facts->students, 1);
        QCOMPARE(keysOf(*facts), QStringList({QStringLiteral("backup"), QStringLiteral("evidence")}));
        QCOMPARE(facts->charts.size(), 3);
        facts = readHomeFacts(*session, 2026);
        QCOMPARE(keysOf(*facts), QStringList{QStringLiteral("backup")});
    }

    void aBackupIsAskedForWhenItIsOld()
    {
        test::TestDatabase database(Engine::Sqlite);
        auto session = database.session();
        test::addStudent(*session, test::addSchool(*session, QStringLiteral("S1")), QStringLiteral("4001300271"));
        QTemporaryDir folder;
        QVERIFY(backupDatabase(*session, folder.filePath(QStringLiteral("copy.certdesk"))));
        const auto backupCard = [&](qint64 days) -> qint64 {
            session->setClock(lastBackupOf(*session).at + days * 24 * 60 * 60 * 1000);
            const auto facts = readHomeFacts(*session, 2027);
            for (const HomeFacts::Card &card : facts->cards)
                if (card.key == QLatin1String("backup"))
                    return card.number;
            return -1;
        };
        QCOMPARE(backupCard(0), -1);
        QCOMPARE(backupCard(6), -1);
        QCOMPARE(backupCard(8), 8);
    }

    void lastYearsSameWeekIsTold()
    {
        test::TestDatabase database(Engine::Sqlite);
        auto session = database.session();
        const qint64 student = test::addStudent(*session, test::addSchool(*session, QStringLiteral("S1")), QStringLiteral("4001300271"));
        for (const int daysBefore : {364, 370, 371}) { // the last one a day too early
            Record attempt(EntityKind::Attempt);
            attempt.set("row_number", Value(daysBefore)).set("student_id", Value(student)).set("school_year", Value(2026)).set("outcome", Value(QStringLiteral("F")));
            attempt.set("exam_first", Value(session->today() - daysBefore)).set("exam_last", Value(session->today() - daysBefore));
            test::insertRecord(*session, attempt);
        }
        QVERIFY(readHomeFacts(*session, 2027)->lastYear.contains(QLatin1Char('2')));
    }

private:
    ThemeKeeper *m_theme = nullptr;
};

QTEST_MAIN(TestHome)
#include "tst_home.moc"
