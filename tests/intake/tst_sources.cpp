// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/sources.h"
#include "tests/intake/intakedata.h"
#include "tests/intake/plansupport.h"

using namespace certdesk;

/// Exports of well-known systems are recognized by their headers, with what they mean by them (roster chapter, 8.3).
class TestSources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headersTellTheSource_data();
    void headersTellTheSource();
    void aTestListHasTheTeachersLoginInIt();
    void shiftedGradesAreAskedAboutFirst();
};

void TestSources::headersTellTheSource_data()
{
    QTest::addColumn<QString>("headers");
    QTest::addColumn<QString>("source");
    QTest::newRow("Infinite Campus") << QStringLiteral("student.stateID,student.lastName,student.firstName,student.grade,sch.number") << QStringLiteral("Infinite Campus");
    QTest::newRow("Infinite Campus, sections") << QStringLiteral("student.studentNumber,courseSection.courseName,courseSection.teacherDisplay") << QStringLiteral("Infinite Campus");
    QTest::newRow("PowerSchool") << QStringLiteral("Student_Number,State_StudentNumber,LastFirst,Grade_Level") << QStringLiteral("PowerSchool");
    QTest::newRow("PowerSchool, in capitals") << QStringLiteral("STUDENTS.FIRST_NAME,CC.COURSE_NUMBER,CC.SECTIONID") << QStringLiteral("PowerSchool");
    QTest::newRow("SDS v1 students") << QStringLiteral("SIS ID,School SIS ID,First Name,Last Name,Username") << QStringLiteral("Microsoft SDS v1");
    QTest::newRow("SDS v1 sections") << QStringLiteral("SIS ID,School SIS ID,Section Name") << QStringLiteral("Microsoft SDS v1");
    QTest::newRow("SDS v1 enrollments") << QStringLiteral("Section SIS ID,SIS ID") << QStringLiteral("Microsoft SDS v1");
    QTest::newRow("SDS v2.1") << QStringLiteral("sourcedId,username,givenName,familyName,activeDirectoryMatchId") << QStringLiteral("Microsoft SDS v2.1");
    QTest::newRow("Canvas") << QStringLiteral("user_id,integration_id,login_id,full_name,sortable_name") << QStringLiteral("Canvas");
    QTest::newRow("NWEA") << QStringLiteral("School State Code,Instructor ID,Class Name,Student ID") << QStringLiteral("NWEA MAP");
    QTest::newRow("Illuminate") << QStringLiteral("01 Student ID,02 State Student ID,03 Student Last Name") << QStringLiteral("Illuminate");
    QTest::newRow("ACT") << QStringLiteral("ID_StateAssign,ID_Local,F_Name,HS_GradeLev") << QStringLiteral("ACT");
    QTest::newRow("pK-12") << QStringLiteral("schoolId,studentId,studentStateId,gradYear") << QStringLiteral("pK-12");
    QTest::newRow("nobody's") << QStringLiteral("login,last name,grade") << QString();
}

void TestSources::headersTellTheSource()
{
    QFETCH(QString, headers);
    QFETCH(QString, source);
    const SourceProfile *profile = recognizeSource(headers.split(QLatin1Char(',')));
    QCOMPARE(profile ? profile->name : QString(), source);
}

void TestSources::aTestListHasTheTeachersLoginInIt()
{
    PlanDatabase db;
    db.add(EntityKind::School, {{"school_code", QStringLiteral("100")}, {"name", QStringLiteral("Lincoln")}});
    ImportOptions options;
    options.schoolYear = 2027;
    // One row a student and class: the same student twice is one student.
    const ImportPlan plan = planText("School State Code,School Name,Instructor ID,Instructor Last Name,Instructor First Name,User Name,Email Address,Class Name,Student ID,Student State ID,"
                                     "Student Last Name,Student First Name,Student Date Of Birth,Student Gender,Student Grade,Student User Name,Student Email\n"
                                     "100,Lincoln,T1,Moss,Tess,t.moss,tess@school.example,Math,5001,0010000001,Fox,Ada,3/14/2011,F,9,ada.fox,ada@school.example\n"
                                     "100,Lincoln,T2,Lund,Ray,r.lund,ray@school.example,Art,5001,0010000001,Fox,Ada,3/14/2011,F,9,ada.fox,ada@school.example\n"
                                     "100,Lincoln,T2,Lund,Ray,r.lund,ray@school.example,Art,5002,0010000002,Hill,Ben,3/15/2011,M,9,ben.hill,ben@school.example\n",
                                     "students", options, db.data);
    QCOMPARE(countsOf(plan), QStringLiteral("1 duplicate, 2 create"));
    db.apply(plan);
    const Record *ada = db.find(EntityKind::Student, "student_state_id", QStringLiteral("0010000001"));
    QVERIFY(ada);
    QCOMPARE(ada->text("login"), QStringLiteral("ada.fox"));
    QCOMPARE(ada->text("email"), QStringLiteral("ada@school.example"));
    QCOMPARE(ada->text("last_name"), QStringLiteral("Fox"));
}

void TestSources::shiftedGradesAreAskedAboutFirst()
{
    PlanDatabase db;
    db.add(EntityKind::School, {{"school_code", QStringLiteral("100")}, {"name", QStringLiteral("Lincoln")}});
    ImportOptions options;
    options.schoolYear = 2027;
    const QByteArray text("01 Student ID,02 State Student ID,03 Student Last Name,04 Student First Name,08 Grade Level ID\n5001,0010000001,Fox,Ada,10\n5002,0010000002,Hill,Ben,1\n");
    const ImportPlan asked = planText(text, "students", options, db.data);
    QCOMPARE(countsOf(asked), QStringLiteral("2 conflict"));
    QVERIFY(rowCodes(asked).contains(QStringLiteral("C05")));
    options.accepted.insert(QStringLiteral("C05"));
    const ImportPlan accepted = planText(text, "students", options, db.data);
    QVERIFY2(countsOf(accepted) == QLatin1String("2 create"), qPrintable(countsOf(accepted) + rowCodes(accepted).join(QLatin1Char(' '))));
    db.apply(accepted);
    QCOMPARE(db.find(EntityKind::Student, "last_name", QStringLiteral("Fox"))->text("grade"), QStringLiteral("09"));
    QCOMPARE(db.find(EntityKind::Student, "last_name", QStringLiteral("Hill"))->text("grade"), QStringLiteral("KG"));
}

QTEST_APPLESS_MAIN(TestSources)
#include "tst_sources.moc"
