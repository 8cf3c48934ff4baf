// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/names.h"
#include "models/store/rules/rulecatalogue.h"
#include "models/store/rules/ruleengine.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace certdesk;
using namespace certdesk::test;

namespace {

QString u(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class TestRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRuleOfTheProgramCompilesOnBothEngines_data() { addEngineRows(); }
    void everyRuleOfTheProgramCompilesOnBothEngines()
    {
        QFETCH(Engine, engine);
        TestDatabase database(engine);
        auto session = database.session();
        QCOMPARE(builtInRules().size(), 17);
        for (const Rule &rule : builtInRules()) {
            try {
                session->connection().beginRead();
                RuleRunner(session->connection(), {}).compile(rule);
                session->connection().commit();
            } catch (const StoreFailure &failed) {
                session->connection().rollback();
                QFAIL(qPrintable(rule.code + QLatin1String(": ") + failed.error.message + QLatin1Char(' ') + failed.error.detail));
            }
        }
    }

    void anEmptyDatabaseHasNoFindings_data() { addEngineRows(); }
    void anEmptyDatabaseHasNoFindings()
    {
        QFETCH(Engine, engine);
        TestDatabase database(engine);
        auto session = database.session();
        const auto run = runRules(*session, {});
        QVERIFY(run);
        for (const RuleOutcome &outcome : run->result.rules)
            QVERIFY2(!outcome.error, qPrintable(outcome.code + QLatin1String(": ") + (outcome.error ? outcome.error->detail : QString())));
        QVERIFY(run->result.findings.isEmpty());
        QCOMPARE(run->result.rules.size(), 17);
    }

    void namesAreNormalisedAlikeOnBothEngines_data() { addEngineRows(); }
    void namesAreNormalisedAlikeOnBothEngines()
    {
        QFETCH(Engine, engine);
        TestDatabase database(engine);
        auto session = database.session();
        const QStringList names{u("Díaz-Ortega, Ana M."), u("Ana M Diaz Ortega"), u("O'Brien Jr."), u("Weiß"), u("STRASSE"), u("Ωδυσσεύς"),
                                u("İbrahim IŞIK"), u("ıspartalı"), u("Nguyễn Thị"), u("Søren Ångström"), u("ﬁnn"), u("Ⅳ Henry"), u("李 小龍"), u("محمّد"),
                                u("देवनागरी"), u("  many   blanks "), u("van der Berg III"), u("x²y"), u("é"), u("é"), u("𝔄da"), u("Ǆ"), u("D’Arcy—Smith"), u("123 7th"),
                                u("ẞ"), u("Łukasz"), u("\xEF\xBC\xA1\xEF\xBC\xA2"), u("Çelik"), u("Jr"), u("")};
        auto statement = session->connection().prepare(QStringLiteral("SELECT name_normal(CAST(? AS TEXT))"));
        for (const QString &name : names) {
            statement->query(Value(name));
            QVERIFY(statement->step());
            QCOMPARE(statement->text(0), name.isEmpty() ? QString() : normalizedName(name));
            statement->reset();
        }
    }

    void namesAreComparedAlikeOnBothEngines_data() { addEngineRows(); }
    void namesAreComparedAlikeOnBothEngines()
    {
        QFETCH(Engine, engine);
        TestDatabase database(engine);
        auto session = database.session();
        const QStringList names{u("martha"), u("marhta"), u("dixon"), u("dicksonx"), u("a"), u("ab"), u("ana diaz m ortega"), u("ana diaz ortega"),
                                u("crate"), u("trace"), u("龍 李"), u("𝔄𝔅"), u("jonathan smith"), u("smith jonathon"), u("abcdefghij"), u("jihgfedcba")};
        auto statement = session->connection().prepare(QStringLiteral("SELECT name_similarity(CAST(? AS TEXT), CAST(? AS TEXT))"));
        for (const QString &left : names) {
            for (const QString &right : names) {
                statement->query(Value(left), Value(right));
                QVERIFY(statement->step());
                QCOMPARE(statement->integer(0), nameSimilarity(left, right));
                statement->reset();
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
