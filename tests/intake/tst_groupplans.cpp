// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/intake/intakedata.h"
#include "tests/intake/plansupport.h"

using namespace certdesk;

/// Groups from a file (roster chapter 5.7), staff (5.9), assessment data and demographics.
class TestGroupPlans : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anInfiniteCampusFileMakesGroupsAndMembers();
    void unknownStudentsAreListedAndNobodyIsMade();
    void teachersOfOneLastName();
    void twoTeachersOfOneCourse();
    void theFileIsTheCompleteList();
    void administratorsAreAskedAbout();
    void staffOfSeveralSchools();
    void assessmentAttempts();
    void demographicsOnlyFillIn();

private:
    ImportPlan plan(const QByteArray &text, const char *kind, const QSet<QString> &accepted = {}) const
    {
        ImportOptions options;
        options.schoolYear = 2027;
        options.today = dayNumber(2026, 9, 1);
        options.accepted = accepted;
        options.isCompleteList = m_isComplete;
        return planText(text, kind, options, m_db.data);
    }
    const Record *group(const char *name) const { return m_db.find(EntityKind::Group, "group_name", QString::fromLatin1(name)); }
    void addTeacher(const char *first, const char *last, const char *mail, qint64 school)
    {
        const qint64 id = m_db.add(EntityKind::Staff, {{"first_name", QString::fromLatin1(first)}, {"last_name", QString::fromLatin1(last)},
                                                       {"email", QString::fromLatin1(mail)}, {"status", QStringLiteral("active")}}).id;
        m_db.add(EntityKind::StaffSchool, {{"staff_id", id}, {"school_id", school}});
    }

    PlanDatabase m_db;
    qint64 m_lincoln = 0;
    qint64 m_adams = 0;
    bool m_isComplete = false;
};

void TestGroupPlans::init()
{
    m_db = PlanDatabase();
    m_isComplete = false;
    m_lincoln = m_db.add(EntityKind::School, {{"school_code", QStringLiteral("100")}, {"name", QStringLiteral("Lincoln")}}).id;
    m_adams = m_db.add(EntityKind::School, {{"school_code", QStringLiteral("200")}, {"name", QStringLiteral("Adams")}}).id;
    for (int i = 0; i < 8; ++i) {
        m_db.add(EntityKind::Student, {{"student_state_id", QString::number(1001 + i)}, {"first_name", QStringLiteral("Kid")},
                                       {"last_name", QStringLiteral("Gale")}, {"grade", QStringLiteral("09")}, {"school_id", i < 7 ? m_lincoln : m_adams},
                                       {"status", i == 6 ? QStringLiteral("archived") : QStringLiteral("active")}});
    }
    addTeacher("Ida", "Moe", "ida@example.org", m_lincoln);
    addTeacher("Jo", "Moe", "jo@example.org", m_adams);
    addTeacher("Ann", "Ode", "ann@example.org", m_lincoln);
    addTeacher("Al", "Ode", "al@example.org", m_lincoln);
}

void TestGroupPlans::anInfiniteCampusFileMakesGroupsAndMembers()
{
    const QByteArray text("student.stateID,courseSection.courseName,courseSection.sectionNumber,courseSection.teacherDisplay,sch.number,student.grade\n"
                          "1001,Welding I,1,\"Moe, Ida\",100,09\n1002,Welding I,1,\"Moe, Ida\",100,09\n1003,Welding I,2,\"Moe, Ida\",100,09\n");
    const ImportPlan first = plan(text, "groups");
    QCOMPARE(countsOf(first), QStringLiteral("3 create"));
    m_db.apply(first);
    QCOMPARE(m_db.data.of(EntityKind::Group).size(), 2);
    QCOMPARE(m_db.data.of(EntityKind::Member).size(), 3);
    QCOMPARE(m_db.data.of(EntityKind::GroupStaff).size(), 2);
    QCOMPARE(countsOf(plan(text, "groups")), QStringLiteral("3 unchanged"));
}

void TestGroupPlans::unknownStudentsAreListedAndNobodyIsMade()
{
    const ImportPlan first = plan("State ID,Course Name,School Number\n1001,Welding I,100\n1011,Welding I,100\n1007,Welding I,100\n1008,Welding I,100\n", "groups");
    QCOMPARE(countsOf(first), QStringLiteral("1 error, 2 conflict, 1 create"));
    QCOMPARE(rowCodes(first), (QStringList{QStringLiteral("K01"), QStringLiteral("K03"), QStringLiteral("K02")}));
    QVERIFY2(first.rowFindings.first().next.contains(QStringLiteral("Kid Gale (1001)")), qPrintable(first.rowFindings.first().next));
    m_db.apply(first);
    QCOMPARE(m_db.data.of(EntityKind::Student).size(), 8);
    QCOMPARE(m_db.data.of(EntityKind::Member).size(), 1);
    // A guest of the group stays registered where she is.
    m_db.apply(plan("State ID,Course Name,School Number\n1008,Welding I,100\n", "groups", {QStringLiteral("K02")}));
    QCOMPARE(m_db.data.of(EntityKind::Member).size(), 2);
    QCOMPARE(m_db.find(EntityKind::Student, "student_state_id", QStringLiteral("1008"))->integer("school_id"), m_adams);
}

void TestGroupPlans::teachersOfOneLastName()
{
    const ImportPlan first = plan("State ID,Course Name,Section,Instructor Last Name,School Number\n1001,Welding I,1,Moe,100\n1002,Drafting,1,Ode,100\n1003,Baking,1,Ulm,100\n",
                                  "groups");
    QCOMPARE(countsOf(first), QStringLiteral("3 create"));
    QCOMPARE(rowCodes(first), (QStringList{QStringLiteral("K12"), QStringLiteral("K12")}));
    m_db.apply(first);
    QCOMPARE(m_db.data.of(EntityKind::GroupStaff).size(), 1); // the only Moe of this school
    QCOMPARE(m_db.data.of(EntityKind::Group).size(), 3);
}

void TestGroupPlans::twoTeachersOfOneCourse()
{
    const QByteArray text("State ID,Course Name,Teacher Email,School Number\n1001,Welding I,ida@example.org,100\n1002,Welding I,ann@example.org,100\n");
    m_db.apply(plan(text, "groups"));
    QVERIFY(group("Welding I - Moe") && group("Welding I - Ode"));
    QCOMPARE(countsOf(plan(text, "groups")), QStringLiteral("2 unchanged"));
}

void TestGroupPlans::theFileIsTheCompleteList()
{
    m_db.apply(plan("State ID,Course Name,Section,Teacher Email,School Number\n1001,Welding I,1,ida@example.org,100\n1002,Welding I,1,ida@example.org,100\n", "groups"));
    const QByteArray next("State ID,Course Name,Section,Teacher Email,School Number\n1001,Welding I,1,ann@example.org,100\n");
    QVERIFY(!codesOf(plan(next, "groups").fileFindings).contains(QStringLiteral("K12")));
    m_isComplete = true;
    const ImportPlan complete = plan(next, "groups");
    QStringList messages;
    for (const IntakeFinding &finding : complete.fileFindings)
        messages.append(finding.message);
    QVERIFY2(messages.contains(QStringLiteral("Ida Moe loses the class Welding I")), qPrintable(messages.join(QLatin1Char('\n'))));
    int ended = 0;
    int removed = 0;
    for (const RowChange &change : complete.changes) {
        ended += change.kind == EntityKind::Member && change.operation == RowChange::Operation::Update;
        removed += change.kind == EntityKind::GroupStaff && change.operation == RowChange::Operation::Remove;
    }
    QCOMPARE(ended, 1);
    QCOMPARE(removed, 1);
}

void TestGroupPlans::administratorsAreAskedAbout()
{
    const QByteArray text("First Name,Last Name,Email,Role,School Number\nPat,Poe,pat@example.org,Principal,100\nSue,Orr,sue@example.org,Teacher,100\nTed,Usk,ted@example.org,Wizard,100\n");
    const ImportPlan asked = plan(text, "staff");
    QCOMPARE(countsOf(asked), QStringLiteral("1 error, 1 conflict, 1 create"));
    QCOMPARE(rowCodes(asked), (QStringList{QStringLiteral("ROLE"), QStringLiteral("C06")}));
    QCOMPARE(countsOf(plan(text, "staff", {QStringLiteral("ROLE")})), QStringLiteral("1 error, 2 create"));
    // With an account the role is given there.
    const Record ida = m_db.data.of(EntityKind::Staff).first();
    const qint64 account = m_db.add(EntityKind::Account, {{"name", QStringLiteral("ida")}, {"staff_id", ida.id}}).id;
    m_db.apply(plan("First Name,Last Name,Email,Role,School Number\nIda,Moe,ida@example.org,admin,100\n", "staff", {QStringLiteral("ROLE")}));
    const Record *role = m_db.find(EntityKind::AccountRole, "account_id", QString::number(account));
    QVERIFY(role);
    QCOMPARE(role->text("role"), QStringLiteral("administrator"));
}

void TestGroupPlans::staffOfSeveralSchools()
{
    const qsizetype before = m_db.data.of(EntityKind::StaffSchool).size();
    m_db.apply(plan("First Name,Last Name,Email,School Number\nPat,Poe,pat@example.org,100; 200\n", "staff"));
    QCOMPARE(m_db.data.of(EntityKind::StaffSchool).size(), before + 2);
    QCOMPARE(countsOf(plan("First Name,Last Name,Email,School Number\nPat,Poe,pat@example.org,100;999\n", "staff")), QStringLiteral("1 error"));
}

void TestGroupPlans::assessmentAttempts()
{
    const QByteArray first("State ID,Assessment,Testing Window,Score,Test Date\n1001,Reading,Fall,410,2026-09-14\n1002,Reading,Fall,,\n");
    const ImportPlan created = plan(first, "assessments");
    QCOMPARE(countsOf(created), QStringLiteral("2 create"));
    m_db.apply(created);
    const Record *open = m_db.find(EntityKind::Assessment, "state", QStringLiteral("open"));
    QVERIFY(open);
    QCOMPARE(open->integer("attempt_number"), 1);
    QCOMPARE(open->text("grade"), QStringLiteral("09"));
    QCOMPARE(countsOf(plan(first, "assessments")), QStringLiteral("2 unchanged"));
    // The open attempt is filled; another day is another attempt.
    m_db.apply(plan("State ID,Assessment,Testing Window,Score,Test Date\n1002,Reading,Fall,388,2026-09-15\n1001,Reading,Fall,430,2026-11-02\n", "assessments"));
    QVERIFY(!m_db.find(EntityKind::Assessment, "state", QStringLiteral("open")));
    QCOMPARE(m_db.data.of(EntityKind::Assessment).size(), 3);
    QCOMPARE(m_db.find(EntityKind::Assessment, "score", QStringLiteral("430"))->integer("attempt_number"), 2);
    QCOMPARE(countsOf(plan("State ID,Assessment,Score\n1999,Reading,400\n", "assessments")), QStringLiteral("1 error"));
}

void TestGroupPlans::demographicsOnlyFillIn()
{
    const ImportPlan filled = plan("State ID,Date of Birth,Sex,Hispanic Latino\n1001,2011-05-31,female,Y\n1999,2011-05-31,male,N\n", "demographics");
    QCOMPARE(countsOf(filled), QStringLiteral("1 error, 1 update"));
    m_db.apply(filled);
    QCOMPARE(m_db.data.of(EntityKind::Student).size(), 8);
    QCOMPARE(m_db.find(EntityKind::Student, "student_state_id", QStringLiteral("1001"))->text("gender"), QStringLiteral("F"));
}

QTEST_APPLESS_MAIN(TestGroupPlans)
#include "tst_groupplans.moc"
