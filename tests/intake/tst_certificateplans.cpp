// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/intake/intakedata.h"
#include "tests/intake/plansupport.h"

using namespace certdesk;

/// Sections with staff and students, certificate lists, programs and attempts.
class TestCertificatePlans : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void sectionsLinkStaffAndStudents();
    void coursesOfOneNameMakeGroupsOfTwoNames();
    void membershipsAreNeverMadeForUnknownStudents();
    void certificateListsKeepTheirZeros();
    void componentsBelongToTheirCertificate();
    void programsOfferCertificates();
    void attemptsAreFilledFromTheYearsLists();
    void attemptRows_data();
    void attemptRows();
    void attemptsOfOneMonthStayApart();
    void aChangedAttemptLosesItsVerification();
    void aNameAndBirthDateOnlyPropose();

private:
    ImportOptions options() const
    {
        ImportOptions options;
        options.schoolYear = 2026;
        options.user = QStringLiteral("ida.moe");
        return options;
    }
    ImportPlan plan(const char *kind, const QByteArray &text) const { return planText(text, kind, options(), m_db.data); }
    ImportPlan attempts(const QByteArray &rows) const
    {
        return plan("attempts", "SSID,Student Name,CTE Course,Teacher,Certification,Component,Exam Date,Result,Score,Proctor\n" + rows);
    }

    PlanDatabase m_db;
    qint64 m_ana = 0;
    qint64 m_moe = 0;
};

void TestCertificatePlans::init()
{
    m_db = PlanDatabase();
    const qint64 school = m_db.add(EntityKind::School, {{"school_code", QStringLiteral("100")}, {"name", QStringLiteral("Lincoln High School")}}).id;
    const auto student = [&](const char *ssid, const char *first, const char *last) {
        return m_db.add(EntityKind::Student, {{"student_state_id", QString::fromLatin1(ssid)}, {"first_name", QString::fromLatin1(first)},
                                              {"last_name", QString::fromLatin1(last)}, {"school_id", school}, {"grade", QStringLiteral("11")},
                                              {"birth_date", dayNumber(2009, 3, 14)}, {"status", QStringLiteral("active")}}).id;
    };
    m_ana = student("1001", "Ana", "Berg");
    student("1002", "Bo", "Dahl");
    const auto staff = [&](const char *id, const char *first, const char *last) {
        return m_db.add(EntityKind::Staff, {{"staff_id", QString::fromLatin1(id)}, {"email", QString::fromLatin1(id) + QStringLiteral("@example.org")},
                                            {"first_name", QString::fromLatin1(first)}, {"last_name", QString::fromLatin1(last)}}).id;
    };
    m_moe = staff("77", "Ida", "Moe");
    staff("78", "Jo", "Nye");
    staff("79", "Lea", "Nye");
    const auto course = [&](int year, const char *number, const char *name) {
        m_db.add(EntityKind::Course, {{"school_year", year}, {"course_number", QString::fromLatin1(number)}, {"course_name", QString::fromLatin1(name)},
                                      {"program_code", QStringLiteral("P1")}});
    };
    course(2026, "0100", "Welding I");
    course(2026, "0200", "Design");
    course(2026, "0201", "Design");
    const auto certificate = [&](int year, const char *code, const char *name) {
        return m_db.add(EntityKind::Certificate, {{"school_year", year}, {"certificate_code", QString::fromLatin1(code)},
                                                  {"certificate_name", QString::fromLatin1(name)}, {"provider_name", QStringLiteral("Weld Board")},
                                                  {"exam_family", QStringLiteral("welding")}}).id;
    };
    certificate(2025, "C0", "Welder One");
    const qint64 bundle = certificate(2026, "C1", "Welder One");
    certificate(2026, "C2", "Twice");
    certificate(2026, "C3", "Twice");
    m_db.add(EntityKind::Component, {{"certificate_id", bundle}, {"component_code", QStringLiteral("K1")}, {"component_name", QStringLiteral("Theory")},
                                     {"exam_family", QStringLiteral("theory")}});
}

void TestCertificatePlans::sectionsLinkStaffAndStudents()
{
    const QByteArray text("Course Name,Section,Period,Term,Teacher,student.stateID\n"
                          "Welding I,1,2,S1,Ida Moe,1001\nWelding I,1,2,S1,Ida Moe,1002\nWelding I,2,3,S1,Nye,1001\n");
    const ImportPlan first = plan("sections", text);
    QCOMPARE(countsOf(first), QStringLiteral("3 create"));
    QCOMPARE(rowCodes(first), QStringList{QStringLiteral("K12")}); // two members of staff have this name
    m_db.apply(first);
    QCOMPARE(m_db.data.of(EntityKind::Group).size(), 2);
    QCOMPARE(m_db.data.of(EntityKind::Member).size(), 3);
    QCOMPARE(m_db.data.of(EntityKind::GroupStaff).size(), 1);
    const Record &group = m_db.data.of(EntityKind::Group).first();
    QCOMPARE(group.text("course_number"), QStringLiteral("0100"));
    QCOMPARE(group.text("group_name"), QStringLiteral("Welding I"));
    QCOMPARE(m_db.data.of(EntityKind::Member).first().integer("group_id"), group.id);
    const ImportPlan second = plan("sections", text);
    QCOMPARE(countsOf(second), QStringLiteral("3 unchanged"));
    QVERIFY(second.changes.isEmpty());
}

void TestCertificatePlans::coursesOfOneNameMakeGroupsOfTwoNames()
{
    const QByteArray text("Course Number,Period\n0200,1\n0201,1\n");
    const ImportPlan made = plan("sections", text);
    QCOMPARE(countsOf(made), QStringLiteral("2 create"));
    m_db.apply(made);
    const QVector<Record> &groups = m_db.data.of(EntityKind::Group);
    QVERIFY(groups[0].text("group_name") != groups[1].text("group_name"));
    QVERIFY(plan("sections", text).changes.isEmpty());
}

void TestCertificatePlans::membershipsAreNeverMadeForUnknownStudents()
{
    const ImportPlan made = plan("enrollments", "student.stateID,Course Number,Section\n1001,0100,1\n9999,0100,1\n");
    QCOMPARE(countsOf(made), QStringLiteral("1 error, 1 create"));
    QCOMPARE(rowCodes(made), QStringList{QStringLiteral("K01")});
    m_db.apply(made);
    QCOMPARE(m_db.data.of(EntityKind::Member).size(), 1);
}

void TestCertificatePlans::certificateListsKeepTheirZeros()
{
    const QByteArray text("code,short_description,description,weight,pass_is_earned,starts_on\n001,Diver,Long text,0.2,Y,7/1/2025\n002,Pilot,Longer text,1,N,7/31/2025\n");
    const ImportPlan made = plan("certificate-list", text);
    QCOMPARE(countsOf(made), QStringLiteral("2 create"));
    m_db.apply(made);
    const Record *diver = m_db.find(EntityKind::Certificate, "certificate_name", QStringLiteral("Diver"));
    QVERIFY(diver);
    QCOMPARE(diver->text("certificate_code"), QStringLiteral("001"));
    QCOMPARE((*diver)["weight"].real(), 0.2);
    QCOMPARE(diver->integer("pass_is_earned"), 1);
    QCOMPARE(diver->integer("starts_on"), dayNumber(2025, 7, 1));
    QVERIFY(plan("certificate-list", text).changes.isEmpty());
}

void TestCertificatePlans::componentsBelongToTheirCertificate()
{
    const QByteArray text("Certificate Code,Certificate Name,Component Code,Component Name\nB1,Office Bundle,W,Writer\nB1,Office Bundle,T,Tables\n");
    const ImportPlan made = plan("certificate-list", text);
    QCOMPARE(countsOf(made), QStringLiteral("2 create"));
    m_db.apply(made);
    const Record *bundle = m_db.find(EntityKind::Certificate, "certificate_code", QStringLiteral("B1"));
    const Record *tables = m_db.find(EntityKind::Component, "component_code", QStringLiteral("T"));
    QVERIFY(bundle && tables);
    QCOMPARE(tables->integer("certificate_id"), bundle->id);
    QCOMPARE(countsOf(plan("certificate-list", text)), QStringLiteral("2 unchanged"));
}

void TestCertificatePlans::programsOfferCertificates()
{
    const QByteArray text("Program Code,Program Name,CIP Code,Certification Code,Certification Name\nP1,Welding,48.0000,C1,\nP1,Welding,48.0000,N1,New One\n,Welding,,,Welder One\nP1,Welding,48.0000,,Twice\nP1,Welding,48.0000,,Nothing\n");
    const ImportPlan made = plan("program-certificates", text);
    // The third row says the same as the first in other words.
    QCOMPARE(countsOf(made), QStringLiteral("1 error, 1 conflict, 2 create, 1 unchanged"));
    QCOMPARE(rowCodes(made), (QStringList{QStringLiteral("K04"), QStringLiteral("R07")}));
    m_db.apply(made);
    QCOMPARE(m_db.data.of(EntityKind::Program).size(), 1);
    QCOMPARE(m_db.data.of(EntityKind::Program).first().text("cip_code"), QStringLiteral("48.0000"));
    QCOMPARE(m_db.data.of(EntityKind::ProgramCertificate).size(), 2);
    QVERIFY(plan("program-certificates", text).changes.isEmpty());
}

void TestCertificatePlans::attemptsAreFilledFromTheYearsLists()
{
    const ImportPlan made = attempts("1001,Ana Berg,Welding I,Ida Moe,Welder One,Theory,3/14/2026,Pass,81,77@example.org\n"
                                     "1001,Ana Berg,,,Welder One,,3/14/2025,F,,\n");
    QCOMPARE(countsOf(made), QStringLiteral("2 create"));
    m_db.apply(made);
    const Record &attempt = m_db.data.of(EntityKind::Attempt).first();
    const QPair<const char *, const char *> expected[] = {
        {"certificate_code", "C1"}, {"certificate_name", "Welder One"}, {"component_code", "K1"}, {"exam_family", "theory"},
        {"course_number", "0100"},  {"program_code", "P1"},             {"outcome", "P"},         {"score", "81"},
        {"exam_precision", "day"},  {"source", "file"},                 {"entry_state", "entered"}, {"verification", "unverified"},
        {"transfer", "not-sent"},   {"reporting", "not-due"},           {"entered_by", "ida.moe"}, {"typed_name", "Ana Berg"},
        {"grade", "11"},            {"provider_name", "Weld Board"},    {"row_number", "1"},      {"school_year", "2026"},
    };
    for (const auto &[field, value] : expected)
        QVERIFY2(attempt.text(field) == QLatin1String(value), qPrintable(QLatin1String(field) + QStringLiteral(": ") + attempt.text(field)));
    QCOMPARE(attempt.integer("student_id"), m_ana);
    QCOMPARE(attempt.integer("teacher_id"), m_moe);
    QCOMPARE(attempt.integer("proctor_id"), m_moe);
    QCOMPARE(attempt.integer("earned_on"), dayNumber(2026, 3, 14));
    // The same name had another code in the year before (T-025).
    const Record &earlier = m_db.data.of(EntityKind::Attempt).last();
    QCOMPARE(earlier.text("certificate_code"), QStringLiteral("C0"));
    QCOMPARE(earlier.integer("row_number"), 2);
    QVERIFY(!earlier.has("earned_on"));
}

void TestCertificatePlans::attemptRows_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("codes");
    const auto add = [](const char *name, const char *row, const char *status, const char *codes) {
        QTest::newRow(name) << QByteArray(row) << QString::fromLatin1(status) << QString::fromLatin1(codes);
    };
    add("sound", "1001,Ana Berg,Welding I,Ida Moe,Welder One,,3/14/2026,P,,", "create", "");
    add("unknown student", "9999,Zoe Quist,Welding I,Ida Moe,Welder One,,3/14/2026,P,,", "error", "K01");
    add("unknown certificate", "1001,Ana Berg,Welding I,Ida Moe,Nothing,,3/14/2026,P,,", "error", "R07");
    add("certificate name with two codes", "1001,Ana Berg,Welding I,Ida Moe,Twice,,3/14/2026,P,,", "conflict", "K04");
    add("course name with two numbers", "1001,Ana Berg,Design,Ida Moe,Welder One,,3/14/2026,P,,", "conflict", "K04");
    add("unknown course", "1001,Ana Berg,Pottery,Ida Moe,Welder One,,3/14/2026,P,,", "create", "R07");
    add("teacher not unique", "1001,Ana Berg,Welding I,Nye,Welder One,,3/14/2026,P,,", "create", "K12");
    add("proctor from outside", "1001,Ana Berg,Welding I,Ida Moe,Welder One,,3/14/2026,P,,Max Otto", "create", "K12");
    add("month only", "1001,Ana Berg,Welding I,Ida Moe,Welder One,,Mar 2026,P,,", "create", "");
    add("no date", "1001,Ana Berg,Welding I,Ida Moe,Welder One,,,P,,", "error", "C01");
    add("bad date", "1001,Ana Berg,Welding I,Ida Moe,Welder One,,3/32/2026,P,,", "error", "C03");
    add("bad outcome", "1001,Ana Berg,Welding I,Ida Moe,Welder One,,3/14/2026,maybe,,", "error", "C06");
    add("bad score", "1001,Ana Berg,Welding I,Ida Moe,Welder One,,3/14/2026,P,many,", "error", "C02");
}

void TestCertificatePlans::attemptRows()
{
    QFETCH(QByteArray, row);
    QFETCH(QString, status);
    QFETCH(QString, codes);
    QByteArray rows = row + "\n";
    for (const char *day : {"4/21/2026", "4/22/2026", "4/23/2026", "4/24/2026"})
        rows += QByteArray("1002,Bo Dahl,Welding I,Ida Moe,Welder One,,") + day + ",F,10,\n";
    const ImportPlan made = attempts(rows);
    QCOMPARE(rowStatusName(made.rows.first().status), status);
    QCOMPARE(rowCodes(made).join(QLatin1Char(' ')), codes);
    QCOMPARE(made.count(RowStatus::Create), status == QLatin1String("create") ? 5 : 4);
    m_db.apply(made);
    QVERIFY(attempts(rows).changes.isEmpty());
}

void TestCertificatePlans::attemptsOfOneMonthStayApart()
{
    const QByteArray rows("1001,Ana Berg,Welding I,Ida Moe,Welder One,,2026-03,F,60,\n1001,Ana Berg,Welding I,Ida Moe,Welder One,,2026-03,P,80,\n"
                          "1001,Ana Berg,Welding I,Ida Moe,Welder One,,2026-04-21,F,60,\n1001,Ana Berg,Welding I,Ida Moe,Welder One,,2026-04-21,P,80,\n");
    const ImportPlan made = attempts(rows);
    QCOMPARE(countsOf(made), QStringLiteral("1 conflict, 3 create"));
    QCOMPARE(rowCodes(made), QStringList{QStringLiteral("R05")});
    m_db.apply(made);
    QVERIFY(attempts(rows).changes.isEmpty());
}

void TestCertificatePlans::aChangedAttemptLosesItsVerification()
{
    m_db.apply(attempts("1001,Ana Berg,Welding I,Ida Moe,Welder One,,3/14/2026,F,60,\n"));
    m_db.data.of(EntityKind::Attempt).first().set("verification", QStringLiteral("verified")).set("verified_by", QStringLiteral("lead"));
    const ImportPlan made = attempts("1001,Ana Berg,Welding I,Ida Moe,Welder One,,3/14/2026,P,80,\n");
    QCOMPARE(countsOf(made), QStringLiteral("1 update"));
    m_db.apply(made);
    const Record &attempt = m_db.data.of(EntityKind::Attempt).first();
    QCOMPARE(attempt.text("outcome"), QStringLiteral("P"));
    QCOMPARE(attempt.integer("earned_on"), dayNumber(2026, 3, 14));
    QCOMPARE(attempt.text("verification"), QStringLiteral("re-verify"));
    QVERIFY(!attempt.has("verified_by"));
}

void TestCertificatePlans::aNameAndBirthDateOnlyPropose()
{
    const QByteArray text("SSID,First Name,Last Name,DOB,Certification,Exam Date,Result\n1010,Ana,Berg,3/14/2009,Welder One,3/14/2026,P\n");
    const ImportPlan asked = plan("attempts", text);
    QCOMPARE(countsOf(asked), QStringLiteral("1 conflict"));
    QCOMPARE(rowCodes(asked), QStringList{QStringLiteral("K01")});
    QVERIFY(asked.rowFindings.first().next.contains(QStringLiteral("1001")));
    ImportOptions accepting = options();
    accepting.accepted.insert(QStringLiteral("K01"));
    QCOMPARE(countsOf(planText(text, "attempts", accepting, m_db.data)), QStringLiteral("1 create"));
}

QTEST_APPLESS_MAIN(TestCertificatePlans)
#include "tst_certificateplans.moc"
