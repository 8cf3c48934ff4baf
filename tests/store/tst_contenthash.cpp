// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/contenthash.h"
#include "models/store/naturalkey.h"
#include "tests/support/testdatabase.h"

#include <QJsonDocument>
#include <QTest>

using namespace certdesk;
using namespace certdesk::test;

namespace {

Record attempt(qint64 row, qint64 student, qint64 school)
{
    Record record(EntityKind::Attempt);
    record.set("row_number", Value(row)).set("student_id", Value(student)).set("school_id", Value(school));
    record.set("school_year", Value(2027)).set("score", Value(81.35)).set("pass_score", Value(70.0));
    record.set("certificate_name", Value(QStringLiteral("Künstliche „Prüfung“")));
    return record;
}

/// The same two schools, three students and attempts; `shifted` makes them with other ids, in another order and with history.
void fillDatabase(Session &session, bool shifted)
{
    if (shifted) {
        const qint64 early = addSchool(session, QStringLiteral("999"));
        ApplyChanges gone(QStringLiteral("RemoveSchool"), Right::EditRoster, {{RowChange::Operation::Remove, EntityKind::School, early, 1, {}}});
        QVERIFY(session.apply(gone));
    }
    const qint64 first = addSchool(session, shifted ? QStringLiteral("200") : QStringLiteral("100"));
    const qint64 second = addSchool(session, shifted ? QStringLiteral("100") : QStringLiteral("200"));
    const qint64 s100 = shifted ? second : first;
    const qint64 s200 = shifted ? first : second;
    QVector<QPair<QString, qint64>> students{{QStringLiteral("0000000001"), s100}, {QStringLiteral("0000000002"), s200}, {QStringLiteral("0000000003"), s100}};
    if (shifted)
        std::reverse(students.begin(), students.end());
    for (const auto &[stateId, school] : std::as_const(students)) {
        const qint64 student = addStudent(session, school, stateId, QStringLiteral("Ørsted"));
        insertRecord(session, attempt(stateId.toLongLong(), student, school));
    }
}

} // namespace

class TestContentHash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalContentHasOneHashOnEveryEngineAndInAnyOrder()
    {
        QStringList hashes;
        QStringList attempts;
        for (const Engine engine : engines()) {
            for (const bool shifted : {false, true}) {
                TestDatabase database(engine);
                auto session = database.session();
                fillDatabase(*session, shifted);
                const auto hash = contentHash(*session);
                QVERIFY(hash);
                hashes.append(hash->sha256);
                attempts.append(contentHash(*session, EntityKind::Attempt)->sha256);
            }
        }
        QCOMPARE(hashes.first().size(), 64);
        QCOMPARE(QSet<QString>(hashes.cbegin(), hashes.cend()).size(), 1);
        QCOMPARE(QSet<QString>(attempts.cbegin(), attempts.cend()).size(), 1);
        QVERIFY(hashes.first() != attempts.first());
    }

    void eachFieldAndEachReferenceCounts_data() { addEngineRows(); }
    void eachFieldAndEachReferenceCounts()
    {
        QFETCH(Engine, engine);
        TestDatabase database(engine);
        auto session = database.session();
        fillDatabase(*session, false);
        QSet<QString> seen{contentHash(*session)->sha256};
        const auto change = [&](EntityKind kind, const char *field, const Value &value) {
            const Record record = session->records(kind)->first();
            ApplyChanges command(QStringLiteral("Edit"), Right::EditRoster,
                                 {{RowChange::Operation::Update, kind, record.id, record.version, {{record.def().index(field), value}}}});
            QVERIFY(session->apply(command));
            const QString hash = contentHash(*session)->sha256;
            QVERIFY2(!seen.contains(hash), field);
            seen.insert(hash);
        };
        change(EntityKind::Attempt, "score", Value(81.36));
        change(EntityKind::Attempt, "note", Value(QStringLiteral("x")));
        change(EntityKind::Attempt, "room", Value(QStringLiteral("x")));
        change(EntityKind::Attempt, "student_id", Value(session->records(EntityKind::Student)->last().id));
        change(EntityKind::Student, "student_state_id", Value(QStringLiteral("0000000009")));
        change(EntityKind::School, "school_code", Value(QStringLiteral("300")));
    }

    void thereAndBackIsTheHashBefore_data() { addEngineRows(); }
    void thereAndBackIsTheHashBefore()
    {
        QFETCH(Engine, engine);
        TestDatabase database(engine);
        auto session = database.session();
        fillDatabase(*session, false);
        const QString before = contentHash(*session)->sha256;
        const int grade = entityDef(EntityKind::Student).index("grade");
        const qint64 student = session->records(EntityKind::Student)->first().id;
        for (const auto &[version, value] : {std::pair{1, "12"}, std::pair{2, "10"}}) {
            ApplyChanges command(QStringLiteral("Edit"), Right::EditRoster,
                                 {{RowChange::Operation::Update, EntityKind::Student, student, version, {{grade, Value(QString::fromLatin1(value))}}}});
            QVERIFY(session->apply(command));
        }
        QCOMPARE(contentHash(*session)->sha256, before);
    }

    void naturalKeysNameTheRecord_data() { addEngineRows(); }
    void naturalKeysNameTheRecord()
    {
        QFETCH(Engine, engine);
        TestDatabase database(engine);
        auto session = database.session();
        const qint64 school = addSchool(*session, QStringLiteral("100"));
        const qint64 student = addStudent(*session, school, QStringLiteral("0000000001"));
        Record local(EntityKind::Student);
        local.set("school_id", Value(school)).set("local_id", Value(QStringLiteral("7"))).set("last_name", Value(QStringLiteral("Birch")));
        local.set("first_name", Value(QStringLiteral("Kim")));
        const qint64 second = insertRecord(*session, local);
        Record group(EntityKind::Group);
        group.set("school_id", Value(school)).set("school_year", Value(2027)).set("kind", Value(QStringLiteral("section")));
        group.set("group_name", Value(QStringLiteral("Welding 1")));
        const qint64 groupId = insertRecord(*session, group);
        Record member(EntityKind::Member);
        member.set("group_id", Value(groupId)).set("student_id", Value(second));
        const qint64 memberId = insertRecord(*session, member);
        const qint64 attemptId = insertRecord(*session, attempt(12, student, school));

        Connection &connection = session->connection();
        const auto text = [](const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); };
        QCOMPARE(text(naturalKey(connection, EntityKind::Attempt, attemptId)), QByteArray("{\"row_number\":12}"));
        QCOMPARE(text(naturalKey(connection, EntityKind::Student, student)), QByteArray("{\"student_state_id\":\"0000000001\"}"));
        QCOMPARE(text(naturalKey(connection, EntityKind::Student, second)), QByteArray("{\"local_id\":\"7\",\"school_code\":\"100\"}"));
        QCOMPARE(text(naturalKey(connection, EntityKind::Member, memberId)),
                 QByteArray("{\"group_name\":\"Welding 1\",\"kind\":\"section\",\"local_id\":\"7\",\"school_code\":\"100\",\"school_year\":2027,"
                            "\"student_school_code\":\"100\"}"));
        QVERIFY(naturalKey(connection, EntityKind::Student, 4711).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestContentHash)
#include "tst_contenthash.moc"
