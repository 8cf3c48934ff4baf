// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/assignment.h"
#include "models/intake/headernames.h"
#include "models/intake/mapping.h"
#include "tests/intake/intakedata.h"

using namespace certdesk;

/// Headers find their fields by name, synonym and content.
class TestMapping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headersAreNormalized_data();
    void headersAreNormalized();
    void columnsFindTheirFields_data();
    void columnsFindTheirFields();
    void contentThatDoesNotFitIsNotTaken();
    void repeatedHeadersAreAsked();
    void missingFieldsAreNamed();
    void nearNamesAreAlwaysAsked();
    void contentAloneIsASuggestion();
    void theEmailIsTheLoginWhereNothingElseIsAKey();
    void thePersonDecides();
    void twoColumnsForOneField();
    void kindsAreRecognised_data();
    void kindsAreRecognised();
    void assignmentMaximizesTheSum();

private:
    static QHash<QString, QString> mapped(const Mapping &mapping)
    {
        QHash<QString, QString> fields;
        for (const ColumnMatch &match : mapping.columns) {
            if (match.applied)
                fields.insert(match.column, match.field);
        }
        return fields;
    }
    static Mapping match(const QByteArray &text, const char *kind, const MappingOptions &options = {})
    {
        return matchColumns(*readTable(text), *importKind(QLatin1String(kind)), options);
    }
};

void TestMapping::headersAreNormalized_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QString>("words");
    const QPair<const char *, const char *> rows[] = {
        {"student.stateID", "state id"},      {"courseSection.courseName", "course name"}, {"sch.number", "school number"},
        {"[05]TeacherNumber", "teacher number"}, {"STUDENTS.FIRST_NAME", "first name"},      {"Student No", "student number"},
        {"Student #", "student number"},      {"F_Name", "first name"},                    {"LNAME", "last name"},
        {"St. ID", "state id"},               {"*Last-Name*", "last name"},                {"01 Student ID", "student id"},
        {"DOB (M/D/YYYY)", "dob"},            {"givenName", "given name"},                 {"\"Grade\"", "grade"},
        {"LASID", "lasid"},                   {"  Class   Of ", "class of"},
    };
    for (const auto &[raw, words] : rows)
        QTest::newRow(raw) << QString::fromLatin1(raw) << QString::fromLatin1(words);
}

void TestMapping::headersAreNormalized()
{
    QFETCH(QString, raw);
    QFETCH(QString, words);
    QCOMPARE(normalizedHeader(raw), words);
}

void TestMapping::columnsFindTheirFields_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("fields");
    const auto add = [](const char *name, const char *kind, const char *text, const char *fields) {
        QTest::newRow(name) << QByteArray(text) << QString::fromLatin1(kind) << QString::fromLatin1(fields);
    };
    add("Infinite Campus", "students",
        "student.stateID,student.studentNumber,student.lastName,student.firstName,student.grade,student.birthdate,student.gender,sch.number,sch.name\n"
        "1000000001,5501,Berg,Ana,09,3/14/2010,F,100,Lincoln High School\n",
        "student_state_id local_id last_name first_name grade birth_date gender school_code school_name");
    add("PowerSchool", "students",
        "Student_Number\tState_StudentNumber\tLast_Name\tFirst_Name\tMiddle_Name\tGrade_Level\tDOB\tGender\tSchoolID\tEnroll_Status\tEntryDate\tClassOf\n"
        "5501\t1000000001\tBerg\tAna\tM\t9\t3/14/2010\tF\t100\t0\t8/16/2025\t2029\n",
        "local_id student_state_id last_name first_name middle_name grade birth_date gender school_code status entry_date graduating_year");
    add("staff file with user id", "staff", "User ID,First Name,Last Name,Email Address\n77,Ida,Moe,ida@example.org\n", "staff_id first_name last_name email");
    add("group file", "enrollments",
        "student.stateID,courseSection.courseName,courseSection.sectionNumber,Period,Term,Instructor Last Name,Teacher Email\n"
        "1000000001,Welding I,2,3,S1,Moe,ida@example.org\n",
        "student_state_id course_name section_number period term teacher_last_name teacher_email");
    add("shared sheet of attempts", "attempts",
        "Student ID,Student Name,School,Grade,CTE Course,Teacher,Industry Certification,Exam Date,Pass/Fail,Proctor,School Year\n"
        "5501,Ana Berg,Lincoln,11,Welding I,Ida Moe,Welder One,3/14/2026,P,Bo Dahl,2025-26\n",
        "local_id student_name school_name grade course_name teacher_name certificate_name exam_date outcome proctor_name school_year");
    add("program list", "program-certificates", "Program Code,Program Name,Certification Code,Certification Name\nP1,Welding,C01,Welder One\n",
        "program_code program_name certificate_code certificate_name");
}

void TestMapping::columnsFindTheirFields()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, kind);
    QFETCH(QString, fields);
    const Mapping mapping = match(text, kind.toLatin1().constData());
    QStringList found;
    for (const ColumnMatch &column : mapping.columns)
        found.append(column.applied ? column.field : QStringLiteral("-"));
    QCOMPARE(found.join(QLatin1Char(' ')), fields);
    QVERIFY2(mapping.isUsable(), qPrintable(codesOf(mapping.findings).join(QLatin1Char(' '))));
    for (const ColumnMatch &column : mapping.columns)
        QVERIFY(column.confidence >= appliedConfidence && column.confidence <= 1.0);
}

void TestMapping::contentThatDoesNotFitIsNotTaken()
{
    // A column "State ID" that holds the abbreviation of the state is no student identifier.
    const Mapping mapping = match("State ID,Student Number,Last Name,First Name,Grade\nWA,1,Berg,Ana,9\nWA,2,Dahl,Bo,9\nWA,3,Ek,Cy,9\nWA,4,Fox,Di,9\n", "students");
    QVERIFY(!mapped(mapping).contains(QStringLiteral("State ID")));
    QCOMPARE(mapped(mapping).value(QStringLiteral("Student Number")), QStringLiteral("local_id"));
}

void TestMapping::repeatedHeadersAreAsked()
{
    const QByteArray text("Login,Last Name,First Name,Grade,Grade\na,Berg,Ana,9,10\n");
    QVERIFY(codesOf(match(text, "students").findings).contains(QStringLiteral("H02")));
    MappingOptions options;
    options.given = {{QStringLiteral("grade"), QStringLiteral("#5")}};
    const Mapping chosen = match(text, "students", options);
    QCOMPARE(chosen.columnOfField[importKind(QStringLiteral("students"))->index("grade")], 4);
    QVERIFY(chosen.isUsable() && !codesOf(chosen.findings).contains(QStringLiteral("H02")));
}

void TestMapping::missingFieldsAreNamed()
{
    const Mapping mapping = match("Login,Last Name,First Name\na,Berg,Ana\n", "students");
    QVERIFY(!mapping.isUsable());
    QCOMPARE(mapping.findings.first().code, QStringLiteral("H03"));
    QCOMPARE(mapping.findings.first().field, QStringLiteral("grade"));
}

void TestMapping::nearNamesAreAlwaysAsked()
{
    // A required field: taken for the review, but every row waits for the answer.
    const QByteArray text("Login,Last Nane,First Name,Grade,Nicknane\na,Berg,Ana,9,Annie\n");
    const Mapping mapping = match(text, "students");
    QCOMPARE(codesOf(mapping.findings).count(QStringLiteral("H05")), 2);
    QVERIFY(mapping.isUndecided && mapping.isUsable());
    QCOMPARE(mapping.columns[1].confidence, 0.70);
    // Another field: only proposed.
    QVERIFY(!mapped(mapping).contains(QStringLiteral("Nicknane")));
    QCOMPARE(mapping.columns[4].field, QStringLiteral("preferred_name"));
    MappingOptions options;
    options.acceptNear = true;
    const Mapping accepted = match(text, "students", options);
    QVERIFY(!accepted.isUndecided);
    QCOMPARE(mapped(accepted).value(QStringLiteral("Last Nane")), QStringLiteral("last_name"));
    QCOMPARE(mapped(accepted).value(QStringLiteral("Nicknane")), QStringLiteral("preferred_name"));
    options.acceptNear = false;
    options.given = {{QStringLiteral("last_name"), QStringLiteral("Last Nane")}};
    QVERIFY(!match(text, "students", options).isUndecided);
}

void TestMapping::contentAloneIsASuggestion()
{
    const Mapping mapping = match("Login,Last Name,First Name,Grade,Q1,Q2\na,Berg,Ana,9,ana@example.org,3/14/2010\nb,Dahl,Bo,9,bo@example.org,5/31/2010\n", "students");
    QCOMPARE(mapping.columns[4].field, QStringLiteral("email"));
    QCOMPARE(mapping.columns[5].field, QStringLiteral("birth_date"));
    for (const int column : {4, 5}) {
        QCOMPARE(mapping.columns[column].confidence, 0.5);
        QVERIFY(!mapping.columns[column].applied);
    }
    QVERIFY(codesOf(mapping.findings).contains(QStringLiteral("H07")));
}

void TestMapping::theEmailIsTheLoginWhereNothingElseIsAKey()
{
    const ImportKind &students = *importKind(QStringLiteral("students"));
    const Mapping alone = match("Email,Last Name,First Name,Grade\nana@example.org,Berg,Ana,9\n", "students");
    QVERIFY(alone.isUsable());
    QCOMPARE(alone.columnOfField[students.index("login")], 0);
    QCOMPARE(alone.columnOfField[students.index("email")], 0);
    const Mapping beside = match("SSID,Email,Last Name,First Name,Grade\n1000000001,ana@example.org,Berg,Ana,9\n", "students");
    QCOMPARE(beside.columnOfField[students.index("login")], -1);
}

void TestMapping::thePersonDecides()
{
    MappingOptions options;
    options.given = {{QStringLiteral("student_state_id"), QStringLiteral("Kid No")}};
    const Mapping mapping = match("Kid No,Last Name,First Name,Grade\n1000000001,Berg,Ana,9\n", "students", options);
    QCOMPARE(mapped(mapping).value(QStringLiteral("Kid No")), QStringLiteral("student_state_id"));
    options.given = {{QStringLiteral("student_state_id"), QStringLiteral("Nowhere")}};
    QVERIFY(!match("Kid No,Last Name,First Name,Grade\n1,Berg,Ana,9\n", "students", options).isUsable());
}

void TestMapping::twoColumnsForOneField()
{
    MappingOptions options;
    options.given = {{QStringLiteral("last_name"), QStringLiteral("A")}, {QStringLiteral("last_name"), QStringLiteral("B")}};
    const Mapping mapping = match("Login,A,B,First Name,Grade\nx,Berg,Dahl,Ana,9\n", "students", options);
    QVERIFY(codesOf(mapping.findings).contains(QStringLiteral("H04")));
    QCOMPARE(mapped(mapping).value(QStringLiteral("A")), QStringLiteral("last_name"));
}

void TestMapping::kindsAreRecognised_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QStringList>("unused");
    const auto add = [](const char *file, const char *kind, const QStringList &unused) {
        QTest::newRow(file) << QString::fromLatin1(file) << QString::fromLatin1(kind) << unused;
    };
    add("grand-bend/sis_export_2021-22.csv", "students", {});
    add("grand-bend/staff.csv", "staff", {QStringLiteral("PreferredLastSurname")});
    add("grand-bend/courses.csv", "courses", {QStringLiteral("EducationOrganizationId")});
    add("grand-bend/staff_sections.csv", "sections", {});
    add("grand-bend/schools.csv", "schools", {});
    add("new-mexico/nm_industry_credentials.csv", "certificate-list", {});
    add("new-mexico/nm_courses.csv", "courses", {QStringLiteral("parts")});
}

void TestMapping::kindsAreRecognised()
{
    QFETCH(QString, file);
    QFETCH(QString, kind);
    QFETCH(QStringList, unused);
    const QString folder = publicData(file.section(QLatin1Char('/'), 0, 0));
    if (folder.isEmpty())
        QSKIP("the public data are not beside the source tree");
    const auto table = readTableFile(folder + QLatin1Char('/') + file.section(QLatin1Char('/'), 1));
    QVERIFY(table.has_value());
    const ImportKind *guessed = guessKind(*table);
    QVERIFY(guessed);
    QCOMPARE(QLatin1String(guessed->name), kind);
    const Mapping mapping = matchColumns(*table, *guessed);
    QVERIFY(mapping.isUsable());
    QStringList left;
    for (const ColumnMatch &match : mapping.columns) {
        if (!match.applied)
            left.append(match.column);
    }
    QCOMPARE(left, unused);
    QCOMPARE(codesOf(mapping.findings).contains(QStringLiteral("H07")), !unused.isEmpty());
}

void TestMapping::assignmentMaximizesTheSum()
{
    // Taking the best cell first (0.95) would leave the second row with nothing.
    QCOMPARE(bestAssignment({{0.95, 0.90}, {0.90, 0.0}}), (std::vector<int>{1, 0}));
    QCOMPARE(bestAssignment({{0.0, 0.0}, {0.5, 0.4}}), (std::vector<int>{-1, 0}));
    QCOMPARE(bestAssignment({}), std::vector<int>());
}

QTEST_APPLESS_MAIN(TestMapping)
#include "tst_mapping.moc"
