// SPDX-License-Identifier: GPL-3.0-or-later
// Groups: archive, restore, delete, make, fill, and rule groups that follow the roster, on both engines.
#include "models/operations/roster/groupoperation.h"
#include "models/operations/roster/rosteroperation.h"
#include "models/store/contenthash.h"
#include "models/store/undo.h"
#include "tests/support/scopefixture.h"

#include <QTest>

using namespace certdesk;
using namespace certdesk::test;

namespace {

using Kind = GroupRequest::Kind;

QString latin(const char *text)
{
    return QString::fromLatin1(text);
}

/// Two schools with ninth and tenth graders; last year's groups, of which two are marked to be kept.
struct Desk
{
    explicit Desk(Engine engine) : database(engine), session(database.session())
    {
        high = schoolWith("100", "09", "12");
        middle = schoolWith("200", "06", "08");
        for (int i = 0; i < 5; ++i)
            students.append(addStudent(*session, high, QString::number(1000000001 + i), latin("Alder"), QStringLiteral("R%1").arg(i), i < 3 ? latin("09") : latin("10")));
        students.append(addStudent(*session, middle, latin("1000000006"), latin("Fir"), latin("Ash"), latin("08")));
    }
    qint64 schoolWith(const char *code, const char *low, const char *highest) const
    {
        Record school(EntityKind::School);
        school.set("school_code", Value(latin(code))).set("name", Value(latin("School ") + latin(code))).set("low_grade", Value(latin(low)));
        return insertRecord(*session, school.set("high_grade", Value(latin(highest))).set("status", Value(latin("active"))));
    }
    qint64 group(const QString &name, qint64 year, bool keep = false) const
    {
        Record group(EntityKind::Group);
        group.set("school_id", Value(high)).set("school_year", Value(year)).set("kind", Value(latin("section"))).set("group_name", Value(name));
        group.set("section_number", Value(name)).set("keep", keep ? Value::flag(true) : Value());
        const qint64 id = insertRecord(*session, group);
        Record member(EntityKind::Member);
        insertRecord(*session, member.set("group_id", Value(id)).set("student_id", Value(students[0])));
        return id;
    }
    Result<qint64> run(const GroupRequest &request, int *rows = nullptr) const
    {
        const auto planned = planGroupOperation(*session, request);
        if (!planned)
            return tl::unexpected(planned.error());
        if (rows)
            *rows = static_cast<int>(planned->plan.rows.size());
        return commitGroupOperation(*session, *planned);
    }
    /// State IDs of the open members, by name of the group.
    QStringList members(const QString &name) const
    {
        QStringList ids;
        const auto groups = session->records(EntityKind::Group);
        const auto members = session->records(EntityKind::Member);
        for (const Record &group : *groups) {
            for (const Record &member : *members) {
                if (group.text("group_name") == name && member.integer("group_id") == group.id && !member.has("to_date"))
                    ids.append(session->record(EntityKind::Student, member.integer("student_id"))->text("student_state_id").right(1));
            }
        }
        ids.sort();
        return ids;
    }
    int active() const
    {
        const auto groups = session->records(EntityKind::Group);
        return static_cast<int>(std::count_if(groups->cbegin(), groups->cend(), [](const Record &group) { return group.text("status") != QLatin1String("archived"); }));
    }
    QString hash() const { return session->read<QString>([](Connection &connection) { return computeContentHash(connection).sha256; }).value(); }
    bool undo(qint64 batch) const
    {
        UndoBatch command(batch, {});
        return session->apply(command).has_value() && command.plan().isComplete;
    }
    qint64 move(const char *stateId, RosterRequest::Kind kind) const
    {
        RosterRequest request;
        request.kind = kind;
        request.students = {latin(stateId)};
        const auto planned = planRosterOperation(*session, request, nullptr);
        return planned ? commitRosterOperation(*session, *planned, nullptr).value_or(-1) : -1;
    }

    TestDatabase database;
    std::unique_ptr<Session> session;
    qint64 high = 0;
    qint64 middle = 0;
    QVector<qint64> students;
};

GroupRequest request(Kind kind)
{
    GroupRequest request;
    request.kind = kind;
    return request;
}

} // namespace

class TestGroupOperation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRuleNamesItsStudents_data()
    {
        QTest::addColumn<GroupRule>("rule");
        QTest::addColumn<bool>("matches");
        QTest::newRow("grade") << GroupRule{{latin("09"), latin("10")}, {}, {}, {}} << true;
        QTest::newRow("other grade") << GroupRule{{latin("11")}, {}, {}, {}} << false;
        QTest::newRow("class of") << GroupRule{{}, {2030}, {}, {}} << true;
        QTest::newRow("other class") << GroupRule{{latin("09")}, {2031}, {}, {}} << false;
        QTest::newRow("flag") << GroupRule{{}, {}, {latin("iep")}, {}} << true;
        QTest::newRow("flag that is not set") << GroupRule{{}, {}, {latin("el")}, {}} << false;
        QTest::newRow("homeroom") << GroupRule{{}, {}, {}, {latin("H1"), latin("H2")}} << true;
        QTest::newRow("other homeroom") << GroupRule{{}, {}, {}, {latin("H3")}} << false;
        QTest::newRow("the school") << GroupRule() << true;
    }
    void aRuleNamesItsStudents()
    {
        QFETCH(GroupRule, rule);
        QFETCH(bool, matches);
        Record record(EntityKind::Student);
        record.set("grade", Value(latin("09"))).set("graduating_year", Value(2030)).set("iep", Value(latin("Y"))).set("el", Value(latin("N")));
        RuledStudent student = ruledStudent(record);
        student.homerooms = QStringList{latin("H2")};
        QCOMPARE(rule.matches(student), matches);
        QCOMPARE(GroupRule::fromJson(rule.json()), std::optional(rule));
        student.isActive = false;
        QVERIFY(!rule.matches(student));
    }

    void theSetIsArchivedAndComesBack_data() { addEngineRows(); }
    void theSetIsArchivedAndComesBack()
    {
        QFETCH(Engine, engine);
        Desk desk(engine);
        for (int i = 0; i < 6; ++i)
            desk.group(QStringLiteral("S%1").arg(i), 2027, i < 2);
        desk.group(latin("next"), 2028);
        const QString before = desk.hash();
        int rows = 0;
        const auto batch = desk.run(request(Kind::Archive), &rows);
        QVERIFY(batch && *batch > 0);
        QCOMPARE(rows, 6); // the coming year's group is not asked about
        QCOMPARE(desk.active(), 3);
        QVERIFY(desk.undo(*batch));
        QCOMPARE(desk.active(), 7);
        QCOMPARE(desk.members(latin("S3")), QStringList{latin("1")});
        QCOMPARE(desk.hash(), before);
        QVERIFY(desk.run(request(Kind::Archive)).value_or(0) > 0);
        QVERIFY(desk.run(request(Kind::Restore)).value_or(0) > 0);
        QCOMPARE(desk.active(), 7);
        QCOMPARE(desk.run(request(Kind::Restore)).value_or(-1), 0);
    }

    void deletingWantsTheCount_data() { addEngineRows(); }
    void deletingWantsTheCount()
    {
        QFETCH(Engine, engine);
        Desk desk(engine);
        desk.group(latin("A"), 2027);
        desk.group(latin("B"), 2027);
        desk.group(latin("C"), 2027, true);
        GroupRequest wanted = request(Kind::Delete);
        const QString before = desk.hash();
        for (const auto count : {std::optional<qint64>(), std::optional<qint64>(3), std::optional<qint64>(1)}) {
            wanted.count = count;
            const auto refused = desk.run(wanted);
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, Error::Kind::Refused);
            QVERIFY(refused.error().message.contains(QLatin1Char('2')));
            QCOMPARE(desk.hash(), before);
        }
        wanted.count = 2;
        QCOMPARE(desk.run(wanted).value_or(-1), 0);
        QCOMPARE(desk.active(), 1);
        QCOMPARE(desk.session->records(EntityKind::Student)->size(), 6);
        const auto note = desk.session->read<QString>([](Connection &connection) {
            auto rows = connection.prepare(QStringLiteral("SELECT fields FROM journal WHERE command = 'DeleteGroups' AND entity IS NULL"));
            return rows->step() ? rows->text(0) : QString();
        });
        QVERIFY2(note->contains(QLatin1String("\"count\":2")) && note->contains(QLatin1String("\"group\":\"A\"")), qPrintable(*note));
    }

    void gradeLevelGroupsFollow_data() { addEngineRows(); }
    void gradeLevelGroupsFollow()
    {
        QFETCH(Engine, engine);
        Desk desk(engine);
        GroupRequest wanted = request(Kind::CreateGradeLevel);
        wanted.school = latin("100");
        const QString before = desk.hash();
        const auto planned = planGroupOperation(*desk.session, wanted);
        QVERIFY(planned);
        QCOMPARE(planned->plan.count(GroupOutcome::Create), 4);
        QCOMPARE(planned->plan.rows.first().members, 3);
        const auto batch = commitGroupOperation(*desk.session, *planned);
        QVERIFY(batch);
        QCOMPARE(desk.members(latin("Grade 09")), (QStringList{latin("1"), latin("2"), latin("3")}));
        QCOMPARE(desk.run(wanted).value_or(-1), 0); // they are there already
        const QString made = desk.hash();

        const qint64 promoted = desk.move("1000000001", RosterRequest::Kind::MoveUp);
        QCOMPARE(desk.members(latin("Grade 09")), (QStringList{latin("2"), latin("3")}));
        QCOMPARE(desk.members(latin("Grade 10")), (QStringList{latin("1"), latin("4"), latin("5")}));
        QVERIFY(desk.undo(promoted));
        QCOMPARE(desk.hash(), made);

        const qint64 archived = desk.move("1000000002", RosterRequest::Kind::Archive);
        QCOMPARE(desk.members(latin("Grade 09")), (QStringList{latin("1"), latin("3")}));
        QVERIFY(desk.undo(archived));
        QCOMPARE(desk.members(latin("Grade 09")), (QStringList{latin("1"), latin("2"), latin("3")}));

        QVERIFY(desk.undo(*batch));
        QCOMPARE(desk.hash(), before);
        QVERIFY(desk.run(wanted).value_or(0) > 0);
        addStudent(*desk.session, desk.high, latin("1000000009"), latin("New"), latin("Kid"), latin("09"));
        QVERIFY(desk.members(latin("Grade 09")).contains(latin("9")));
    }

    void aFrozenGroupStays_data() { addEngineRows(); }
    void aFrozenGroupStays()
    {
        QFETCH(Engine, engine);
        Desk desk(engine);
        GroupRequest wanted = request(Kind::CreateGradeLevel);
        wanted.grades = {latin("09")};
        QVERIFY(desk.run(wanted));
        GroupRequest add = request(Kind::AddMembers);
        add.groups = {latin("Grade 09")};
        add.students = {latin("1000000005")};
        QCOMPARE(desk.run(add).error().code, latin("RULE-GROUP"));
        GroupRequest freeze = request(Kind::Freeze);
        freeze.groups = {latin("grade 09")};
        QVERIFY(desk.run(freeze));
        desk.move("1000000001", RosterRequest::Kind::MoveUp);
        QCOMPARE(desk.members(latin("Grade 09")), (QStringList{latin("1"), latin("2"), latin("3")}));
        QVERIFY(desk.run(add));
        freeze.on = false;
        QVERIFY(desk.run(freeze));
        QCOMPARE(desk.members(latin("Grade 09")), (QStringList{latin("2"), latin("3")}));
    }

    void aGroupIsMadeByHand_data() { addEngineRows(); }
    void aGroupIsMadeByHand()
    {
        QFETCH(Engine, engine);
        Desk desk(engine);
        addStaff(*desk.session, latin("S1"), latin("sam"));
        GroupRequest wanted = request(Kind::Create);
        wanted.name = latin("  Chess   club ");
        wanted.students = {latin("1000000001"), latin("1000000004"), latin("1000000001")};
        wanted.staff = {latin("S1")};
        const auto batch = desk.run(wanted);
        QVERIFY(batch && *batch > 0);
        QCOMPARE(desk.members(latin("Chess club")), (QStringList{latin("1"), latin("4")}));
        QCOMPARE(desk.session->records(EntityKind::GroupStaff)->size(), 1);
        QCOMPARE(desk.run(wanted).error().code, latin("GROUP-EXISTS"));
        GroupRequest members = request(Kind::AddMembers);
        members.groups = {latin("Chess club")};
        members.students = {latin("1000000002"), latin("1000000002")};
        const auto added = desk.run(members);
        QVERIFY(added && *added > 0);
        QCOMPARE(desk.members(latin("Chess club")).size(), 3);
        members.kind = Kind::EndMembers;
        QVERIFY(desk.run(members));
        QCOMPARE(desk.members(latin("Chess club")).size(), 2);
        members.kind = Kind::AddMembers;
        QVERIFY(desk.run(members)); // the same membership opens again
        QCOMPARE(desk.members(latin("Chess club")).size(), 3);
        members.students = {latin("nobody")};
        QCOMPARE(desk.run(members).error().code, latin("K01"));
    }

    void onlyWhoMayAndOnlyTheOwnSchools_data() { addEngineRows(); }
    void onlyWhoMayAndOnlyTheOwnSchools()
    {
        QFETCH(Engine, engine);
        const TestDatabase database(engine);
        const ScopeFixture fixture(database);
        const auto session = Session::open(database.url()).value();
        QVERIFY(session->signIn(latin("ada"), ScopeFixture::password()));
        const auto refused = planGroupOperation(*session, request(Kind::Archive));
        QCOMPARE(refused.error().code, latin("K17"));
        QVERIFY(refused.error().message.contains(rightTitle(Right::BatchOperations)));
        QVERIFY(session->signIn(latin("head"), ScopeFixture::password()));
        const auto planned = planGroupOperation(*session, request(Kind::Archive));
        QVERIFY(planned);
        QCOMPARE(planned->plan.rows.size(), 2);
        QVERIFY(commitGroupOperation(*session, *planned).value_or(0) > 0);
    }
};

Q_DECLARE_METATYPE(certdesk::GroupRule)
QTEST_GUILESS_MAIN(TestGroupOperation)
#include "tst_groupoperation.moc"
