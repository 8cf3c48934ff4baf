// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/headernames.h"
#include "models/intake/kinds.h"
#include "tests/intake/intakedata.h"

using namespace certdesk;

/// Every name of the table of header synonyms (R-213) leads to its field, in the kinds of import that have it.
class TestHeaderNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySynonymFindsItsField_data();
    void everySynonymFindsItsField();
    void wordsDependOnTheOperation_data();
    void wordsDependOnTheOperation();
    void headersAreNormalized_data();
    void headersAreNormalized();

private:
    /// The field with the highest score; "" when none, "a|b" when two share it.
    static QString best(const QString &kind, const QString &header)
    {
        QStringList names;
        double score = 0;
        for (const FieldScore &field : fieldsOfHeader(kind, normalizedHeader(header))) {
            if (field.score > score)
                names.clear();
            if (field.score >= score && !names.contains(field.field))
                names.append(field.field);
            score = std::max(score, field.score);
        }
        return names.join(QLatin1Char('|'));
    }
};

void TestHeaderNames::everySynonymFindsItsField_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("field");
    const auto add = [](const char *kind, const char *field, const char *headers) {
        for (const QString &header : QString::fromLatin1(headers).split(QLatin1String(", ")))
            QTest::newRow(qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(kind), header))) << QString::fromLatin1(kind) << header << QString::fromLatin1(field);
    };
    add("students", "student_state_id",
        "ssid, state id, stateid, state student id, state studentnumber, state student number, student state id, id stateassign, statenum, "
        "state identifier, unique id, uic, sasid, student.stateID, State_StudentNumber, ID_StateAssign, Person.stateID");
    add("students", "local_id",
        "lasid, student number, student id, studentid, student_id, sis id, local id, local student number, lea student number, id local, local, "
        "student code, pupil number, permanent id, perm id, identifier, sourcedId, user id, dcid, student.studentNumber, ID_Local");
    add("students", "previous_id", "previous student id, previous id, old student id, former id");
    add("students", "login", "username, user name, login, login id, student login, network id, student web id, student user name, Network_ID");
    add("students", "first_name", "first name, firstname, given name, givenName, f name, forename, student first name, legal first name, F_Name");
    add("students", "middle_name", "middle name, middlename, middle initial, m initial, mi, M_Initial");
    add("students", "last_name", "last name, lastname, family name, familyName, surname, l name, student last name, Identity.lastName");
    add("students", "full_name", "name, student name, lastfirst, last first, full name, sortable name, student, LastFirst");
    add("students", "preferred_name", "preferred name, preferred first name, nickname, alias, preferredGivenName, goes by");
    add("students", "suffix", "suffix, generation, name suffix");
    add("students", "grade",
        "grade, grade level, gradelevel, gr, grades, student grade, hs gradelev, entry grade level, year level, current grade, student.grade, Grade_Level");
    add("students", "graduating_year",
        "graduation year, grad year, gradyear, class of, classof, graduating year, sched yearofgraduation, hs gradyr, cohort year, anticipated "
        "graduation, ClassOf, Sched_YearOfGraduation, HS_GradYr");
    add("students", "birth_date", "dob, birth date, birthdate, date of birth, birthday, student date of birth, student.birthdate");
    add("students", "gender", "gender, sex, Student Gender");
    add("students", "email", "email, e mail, e-mail, student email, email address, secondary email, census email, pcontact.email");
    add("students", "school_code",
        "school id, schoolid, school number, sch.number, school sis id, school code, orgSourcedIds, schoolSourcedId, school state code, hs code, building");
    add("students", "school_name", "school, school name, sch.name, organization, building name");
    add("enrollments", "teacher_email", "teacher email, instructor email, staff email, email addr");
    add("enrollments", "teacher_id", "teacher id, teacher number, teachernumber, instructor id, staff id, [05]TeacherNumber");
    add("enrollments", "teacher_last_name", "instructor last name, teacher last name, staff last name");
    add("enrollments", "teacher_name", "teacher, teacherDisplay, courseSection.teacherDisplay");
    add("enrollments", "teacher_first_name", "instructor first name, teacher first name, staff first name");
    add("enrollments", "course_name", "course name, coursename, course, class name, class title, courseSection.courseName, section name");
    add("enrollments", "course_number", "course number, course code, coursenumber, course num, courseSection.courseNumber");
    add("enrollments", "section_number", "section, section number, sectionnumber, section id, class code, cc.sectionid");
    add("enrollments", "period", "period, periods, expression, block, meeting");
    add("enrollments", "term", "term, term name, semester, marking period, termid, termSourcedIds, quarter");
    add("enrollments", "group_name", "group, group name, class, roster name, function.Roster Name, homeroom, home room, advisory, Home_Room");
    add("students", "status", "status, enroll status, enrollment status, active, enabledUser, end status, exit code");
    add("students", "entry_date", "entry date, entrydate, start date, enrollment start");
    add("students", "exit_date", "exit date, exitdate, end date, date left");
    add("students", "password", "password, pwd, temp password, student password");
    add("students", "iep", "iep, iep status, sped, special ed");
    add("students", "section_504", "section504, 504");
    add("students", "el", "ell, lep, el");
    add("students", "lunch", "frl, lunch status");
    add("students", "gifted", "gifted");
    add("students", "homeless", "homeless");
    add("students", "migrant", "migrant");
    add("students", "race", "hispanic latino, race, ethnicity");
    add("students", "accommodation", "accommodation, extended time, extra time");
    add("students", "time_multiplier", "time multiplier");
}

void TestHeaderNames::everySynonymFindsItsField()
{
    QFETCH(QString, kind);
    QFETCH(QString, header);
    QFETCH(QString, field);
    const QString found = best(kind, header);
    QVERIFY2(found.split(QLatin1Char('|')).contains(field), qPrintable(found));
}

void TestHeaderNames::wordsDependOnTheOperation_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("field");
    const auto add = [](const char *kind, const char *header, const char *field) {
        QTest::newRow(qPrintable(QStringLiteral("%1 in %2").arg(QLatin1String(header), QLatin1String(kind))))
            << QString::fromLatin1(kind) << QString::fromLatin1(header) << QString::fromLatin1(field);
    };
    add("staff", "User ID", "staff_id");
    add("students", "User ID", "local_id");
    add("groups", "Name", "group_name");
    add("students", "Name", "full_name");
    add("staff", "Name", "full_name");
    add("schools", "Name", "name");
    add("courses", "Name", "course_name");
    add("staff", "State ID", "staff_state_id");
    add("schools", "State ID", "state_id");
    add("students", "Grade", "grade");
    add("courses", "Grade", "grades");
    add("groups", "Class", "group_name");
    add("attempts", "Class", "course_name");
    add("groups", "E-mail", "login");
}

void TestHeaderNames::wordsDependOnTheOperation()
{
    QFETCH(QString, kind);
    QFETCH(QString, header);
    QTEST(best(kind, header), "field");
}

void TestHeaderNames::headersAreNormalized_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QString>("words");
    const auto add = [](const QString &raw, const char *words) { QTest::newRow(qPrintable(raw)) << raw << QString::fromLatin1(words); };
    add(QStringLiteral("\uFEFF\"Login\""), "login");
    add(QStringLiteral("Last\u00A0Name\u200B"), "last name");
    add(QStringLiteral("students.StateID"), "state id");
    add(QStringLiteral("courseSection.courseName"), "course name");
    add(QStringLiteral("pcontact.email"), "email");
    add(QStringLiteral("function.Roster Name"), "roster name");
    add(QStringLiteral("activeEnrollment.endYear"), "end year");
    add(QStringLiteral("[13]Abbreviation"), "abbreviation");
    add(QStringLiteral("sch.name"), "school name");
    add(QStringLiteral("Student Nbr"), "student number");
    add(QStringLiteral("Student Num"), "student number");
    add(QStringLiteral("Student #"), "student number");
    add(QStringLiteral("Student No."), "student number");
    add(QStringLiteral("a_b-c.d/e"), "a b c d e");
    add(QStringLiteral("fname"), "first name");
    add(QStringLiteral("F_Name"), "first name");
    add(QStringLiteral("lname"), "last name");
    add(QStringLiteral("St ID"), "state id");
    add(QStringLiteral("St Name"), "st name");
    add(QStringLiteral("LEAStudentNumber"), "lea student number");
    add(QStringLiteral("stateID"), "state id");
}

void TestHeaderNames::headersAreNormalized()
{
    QFETCH(QString, raw);
    QTEST(normalizedHeader(raw), "words");
}

QTEST_APPLESS_MAIN(TestHeaderNames)
#include "tst_headernames.moc"
