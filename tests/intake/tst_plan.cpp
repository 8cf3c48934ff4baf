// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/intake/intakedata.h"
#include "tests/intake/plansupport.h"

using namespace certdesk;

/// Students, staff, schools and courses: what a plan says about each row.
class TestPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void newStudents();
    void secondRunChangesNothing();
    void studentRows_data();
    void studentRows();
    void acceptedDecisionsAreCarriedOut_data();
    void acceptedDecisionsAreCarriedOut();
    void policies_data();
    void policies();
    void emptyCellsKeepUnlessTheyClear();
    void updatesCarryOnlyWhatDiffers();
    void rowsThatHoldBackChangeNothing();
    void refusedFilesStillBalance();
    void anUnconfirmedColumnHoldsEveryRow();
    void promotionHappensOnceAYear();
    void aHiddenStudentIsNeitherMovedNorNamed();
    void staffRows();
    void schoolsAndCourses();

private:
    ImportOptions options() const
    {
        ImportOptions options;
        options.schoolYear = 2026;
        options.today = dayNumber(2025, 9, 1);
        options.user = QStringLiteral("ida.moe");
        return options;
    }
    ImportPlan students(const QByteArray &rows, const ImportOptions &options) const
    {
        return planText("SSID,Login,Last Name,First Name,Grade,DOB,School Number,Nickname\n" + rows, "students", options, m_db.data);
    }

    PlanDatabase m_db;
    qint64 m_lincoln = 0;
    qint64 m_adams = 0;
};

void TestPlan::init()
{
    m_db = PlanDatabase();
    m_lincoln = m_db.add(EntityKind::School, {{"school_code", QStringLiteral("100")}, {"name", QStringLiteral("Lincoln High School")}}).id;
    m_adams = m_db.add(EntityKind::School, {{"school_code", QStringLiteral("200")}, {"name", QStringLiteral("Adams High School")}}).id;
    const auto add = [this](const char *ssid, const char *login, const char *first, const char *last, const char *status, qint64 school) {
        const Record student = m_db.add(EntityKind::Student, {{"student_state_id", QString::fromLatin1(ssid)},
                                                              {"login", QString::fromLatin1(login)},
                                                              {"first_name", QString::fromLatin1(first)},
                                                              {"last_name", QString::fromLatin1(last)},
                                                              {"birth_date", dayNumber(2010, 3, 14)},
                                                              {"school_id", school},
                                                              {"grade", QStringLiteral("09")},
                                                              {"graduating_year", 2029},
                                                              {"preferred_name", QStringLiteral("Pip")},
                                                              {"status", QString::fromLatin1(status)}});
        m_db.add(EntityKind::Enrollment, {{"student_id", student.id}, {"school_year", 2026}, {"school_id", school},
                                          {"grade", QStringLiteral("09")}, {"baseline_grade", QStringLiteral("09")}});
    };
    add("1001", "ana.berg", "Ana", "Berg", "active", m_lincoln);
    add("1002", "bo.dahl", "Bo", "Dahl", "active", m_lincoln);
    add("1003", "cy.ek", "Cy", "Ek", "archived", m_lincoln);
    m_db.add(EntityKind::Staff, {{"staff_id", QStringLiteral("77")}, {"login", QStringLiteral("ida.moe")}, {"first_name", QStringLiteral("Ida")},
                                 {"last_name", QStringLiteral("Moe")}, {"email", QStringLiteral("ida@example.org")}, {"status", QStringLiteral("active")}});
}

void TestPlan::newStudents()
{
    const ImportPlan plan = students("2001,di.fox,Fox,Di,10,5/31/2009,100,Dee\n", options());
    QCOMPARE(countsOf(plan), QStringLiteral("1 create"));
    QCOMPARE(plan.changes.size(), 2);
    m_db.apply(plan);
    const Record *student = m_db.find(EntityKind::Student, "student_state_id", QStringLiteral("2001"));
    QVERIFY(student);
    QCOMPARE(student->text("last_name"), QStringLiteral("Fox"));
    QCOMPARE(student->text("grade"), QStringLiteral("10"));
    QCOMPARE(student->integer("birth_date"), dayNumber(2009, 5, 31));
    QCOMPARE(student->integer("school_id"), m_lincoln);
    QCOMPARE(student->integer("graduating_year"), 2028);
    QCOMPARE(student->text("status"), QStringLiteral("active"));
    const Record *enrollment = m_db.find(EntityKind::Enrollment, "student_id", QString::number(student->id));
    QVERIFY(enrollment);
    QCOMPARE(enrollment->integer("school_year"), 2026);
    QCOMPARE(enrollment->text("baseline_grade"), QStringLiteral("10"));
    // A newcomer is placed for the year: a file that says one grade more is asked about, not promoted.
    QCOMPARE(enrollment->text("decision"), QStringLiteral("placed"));
    QCOMPARE(countsOf(students("2001,di.fox,Fox,Di,11,5/31/2009,100,Dee\n", options())), QStringLiteral("1 conflict"));
}

void TestPlan::secondRunChangesNothing()
{
    const QByteArray rows("2001,di.fox,Fox,Di,10,5/31/2009,100,Dee\n2001,di.fox,Fox,Di,10,5/31/2009,100,Dee\n1001,ana.berg,Berg,Ana,9,3/14/2010,100,Pip\n");
    const ImportPlan first = students(rows, options());
    QCOMPARE(countsOf(first), QStringLiteral("1 duplicate, 1 create, 1 unchanged"));
    m_db.apply(first);
    const ImportPlan second = students(rows, options());
    QCOMPARE(countsOf(second), QStringLiteral("1 duplicate, 2 unchanged"));
    QVERIFY(second.changes.isEmpty());
}

void TestPlan::studentRows_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("code");
    const auto add = [](const char *name, const char *row, const char *status, const char *code) {
        QTest::newRow(name) << QByteArray(row) << QString::fromLatin1(status) << QString::fromLatin1(code);
    };
    add("unchanged", "1001,ana.berg,Berg,Ana,9,3/14/2010,100,Pip", "unchanged", "");
    add("other nickname", "1001,ana.berg,Berg,Ana,9,3/14/2010,100,Annie", "update", "");
    add("promoted", "1001,ana.berg,Berg,Ana,10,3/14/2010,100,Pip", "promote", "");
    add("two grades up", "1001,ana.berg,Berg,Ana,11,3/14/2010,100,Pip", "conflict", "K07");
    add("a grade down", "1001,ana.berg,Berg,Ana,8,3/14/2010,100,Pip", "conflict", "K07");
    add("at another school", "1001,ana.berg,Berg,Ana,9,3/14/2010,200,Pip", "migrate", "K02");
    add("archived", "1003,cy.ek,Ek,Cy,9,3/14/2010,100,Pip", "restore", "K03");
    add("other person", "1001,ana.berg,Quist,Zoe,9,1/1/2011,100,Pip", "conflict", "K06");
    add("new surname, same birth date", "1001,ana.berg,Quist,Ana,9,3/14/2010,100,Pip", "update", "");
    add("a twin with the wrong identifier", "1001,,Berg,Zelda,9,3/14/2010,100,Pip", "conflict", "K06");
    add("login of another student", "1001,bo.dahl,Berg,Ana,9,3/14/2010,100,Pip", "error", "K05");
    add("login of a member of staff", "2001,ida.moe,Fox,Di,9,3/14/2010,100,", "error", "K05");
    add("login of an earlier row", "2001,kid0,Fox,Di,9,3/14/2010,100,", "create", "");
    add("identifier replaced", "1009,ana.berg,Berg,Ana,9,3/14/2010,100,Pip", "conflict", "K14");
    add("unknown school", "2001,di.fox,Fox,Di,9,3/14/2010,999,", "error", "K13");
    add("unknown grade", "2001,di.fox,Fox,Di,Gr X,3/14/2010,100,", "error", "C05");
    add("no last name", "2001,di.fox,,Di,9,3/14/2010,100,", "error", "C01");
    add("no key", ",,Fox,Di,9,3/14/2010,100,", "error", "C01");
    add("no such date", "2001,di.fox,Fox,Di,9,2/30/2010,100,", "error", "C03");
    add("placeholder date", "2001,di.fox,Fox,Di,9,12/31/1969,100,", "error", "C03");
    add("too many cells", "2001,di.fox,Fox,Di,9,3/14/2010,100,,surplus", "error", "R02");
    add("too few cells", "2001,di.fox,Fox,Di,9,3/14/2010,100", "create", "R03");
    add("formula as a name", "2001,di.fox,=HYPERLINK(1),Di,9,3/14/2010,100,", "create", "C11");
    add("damaged identifier", "\"=\"\"1001\"\"\",ana.berg,Berg,Ana,9,3/14/2010,100,Pip", "conflict", "C08");
    add("lost digits", "1.23457E+11,di.fox,Fox,Di,9,3/14/2010,100,", "error", "C08");
    add("blank in the login", "2001,di fox,Fox,Di,9,3/14/2010,100,", "error", "C02");
    add("unusual age", "2001,di.fox,Fox,Di,9,3/14/2004,100,", "create", "C13");
    add("graduated", "1001,ana.berg,Berg,Ana,99,3/14/2010,100,Pip", "archive", "");
    add("name too long", "2001,di.fox,LONG,Di,9,3/14/2010,100,", "error", "C07");
}

void TestPlan::studentRows()
{
    QFETCH(QByteArray, row);
    QFETCH(QString, status);
    QFETCH(QString, code);
    row.replace("LONG", QByteArray(256, 'x'));
    // Enough sound rows beside it that no column fails its content test, and that prove the order of the dates.
    QByteArray rows = row + "\n";
    for (int i = 0; i < 8; ++i)
        rows += "300" + QByteArray::number(i) + ",kid" + QByteArray::number(i) + ",Gale,Ivy,9,5/31/2010,100,\n";
    const ImportPlan plan = students(rows, options());
    QCOMPARE(plan.rowCount(), 9);
    QVERIFY2(!plan.isRefused(), qPrintable(codesOf(plan.fileFindings).join(QLatin1Char(' '))));
    QCOMPARE(rowStatusName(plan.rows.first().status), status);
    QStringList codes;
    for (const IntakeFinding &finding : plan.rowFindings) {
        if (finding.row == 2)
            codes.append(finding.code);
    }
    QCOMPARE(codes.join(QLatin1Char(' ')), code);
    const bool tookLogin = row.contains("kid0"); // the later row with the same login is the one that is refused
    QCOMPARE(plan.count(RowStatus::Create), (status == QLatin1String("create") ? 9 : 8) - tookLogin);
    QCOMPARE(rowCodes(plan).contains(QStringLiteral("K05")), tookLogin || code == QLatin1String("K05"));
}

void TestPlan::acceptedDecisionsAreCarriedOut_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("accepted");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::newRow("migrate") << QByteArray("1001,ana.berg,Berg,Ana,9,3/14/2010,200,Pip") << QStringLiteral("migrate") << QStringLiteral("school_id") << QStringLiteral("adams");
    QTest::newRow("migrate by code") << QByteArray("1001,ana.berg,Berg,Ana,9,3/14/2010,200,Pip") << QStringLiteral("K02") << QStringLiteral("school_id") << QStringLiteral("adams");
    QTest::newRow("restore") << QByteArray("1003,cy.ek,Ek,Cy,9,3/14/2010,100,Pip") << QStringLiteral("restore") << QStringLiteral("status") << QStringLiteral("active");
    QTest::newRow("repair") << QByteArray("'1001,ana.berg,Berg,Ana,9,3/14/2010,100,Annie") << QStringLiteral("C08") << QStringLiteral("preferred_name") << QStringLiteral("Annie");
    QTest::newRow("override") << QByteArray("1001,ana.berg,Berg,Ana,11,3/14/2010,100,Pip") << QStringLiteral("!K07") << QStringLiteral("grade") << QStringLiteral("11");
    QTest::newRow("archive") << QByteArray("1001,ana.berg,Berg,Ana,99,3/14/2010,100,Pip") << QStringLiteral("archive") << QStringLiteral("status") << QStringLiteral("archived");
}

void TestPlan::acceptedDecisionsAreCarriedOut()
{
    QFETCH(QByteArray, row);
    QFETCH(QString, accepted);
    QFETCH(QString, field);
    QFETCH(QString, value);
    const QByteArray rows = row + "\n3001,kid1,Gale,Ivy,9,5/31/2010,100,\n3002,kid2,Gale,Roy,9,5/31/2010,100,\n";
    const ImportPlan asked = students(rows, options());
    QCOMPARE(asked.heldBack(), 1);
    QCOMPARE(asked.rows.first().changeCount, 0);
    ImportOptions decided = options();
    (accepted.startsWith(QLatin1Char('!')) ? decided.overrides : decided.accepted).insert(accepted.startsWith(QLatin1Char('!')) ? accepted.mid(1) : accepted);
    const ImportPlan plan = students(rows, decided);
    QCOMPARE(plan.heldBack(), 0);
    m_db.apply(plan);
    const QString ssid = row.startsWith("1003") ? QStringLiteral("1003") : QStringLiteral("1001");
    const Record *student = m_db.find(EntityKind::Student, "student_state_id", ssid);
    QCOMPARE(student->text(field.toLatin1().constData()), value == QLatin1String("adams") ? QString::number(m_adams) : value);
}

void TestPlan::policies_data()
{
    QTest::addColumn<int>("policy");
    QTest::addColumn<QString>("counts");
    QTest::newRow("add and update") << static_cast<int>(RowPolicy::AddAndUpdate) << QStringLiteral("1 create, 1 update");
    QTest::newRow("add only") << static_cast<int>(RowPolicy::AddOnly) << QStringLiteral("1 skipped, 1 create");
    QTest::newRow("update only") << static_cast<int>(RowPolicy::UpdateOnly) << QStringLiteral("1 error, 1 update");
}

void TestPlan::policies()
{
    QFETCH(int, policy);
    ImportOptions chosen = options();
    chosen.policy = static_cast<RowPolicy>(policy);
    const ImportPlan plan = students("1001,ana.berg,Berg,Ana,9,3/14/2010,100,Annie\n2001,di.fox,Fox,Di,10,5/31/2009,100,\n", chosen);
    QTEST(countsOf(plan), "counts");
    QCOMPARE(rowCodes(plan).contains(QStringLiteral("K01")), chosen.policy == RowPolicy::UpdateOnly);
}

void TestPlan::emptyCellsKeepUnlessTheyClear()
{
    const QByteArray row("1001,ana.berg,Berg,Ana,9,3/14/2010,100,\n2001,di.fox,Fox,Di,10,5/31/2009,100,Dee\n");
    QCOMPARE(countsOf(students(row, options())), QStringLiteral("1 create, 1 unchanged"));
    ImportOptions clearing = options();
    clearing.emptyClears.insert(QStringLiteral("preferred_name"));
    const ImportPlan plan = students(row, clearing);
    QCOMPARE(countsOf(plan), QStringLiteral("1 create, 1 update"));
    m_db.apply(plan);
    QVERIFY(!m_db.find(EntityKind::Student, "student_state_id", QStringLiteral("1001"))->has("preferred_name"));
}

void TestPlan::updatesCarryOnlyWhatDiffers()
{
    const ImportPlan plan = students("1001,ana.berg,Berg,Ana,9,3/14/2010,100,Annie\n", options());
    QCOMPARE(plan.changes.size(), 1);
    const RowChange &change = plan.changes.first();
    QCOMPARE(change.operation, RowChange::Operation::Update);
    QCOMPARE(change.baseVersion, 1);
    QCOMPARE(change.fields.size(), 1);
    QCOMPARE(change.fields.first().field, entityDef(EntityKind::Student).index("preferred_name"));
}

void TestPlan::rowsThatHoldBackChangeNothing()
{
    const ImportPlan plan = students("1001,ana.berg,Berg,Ana,11,3/14/2010,100,Pip\n2001,di.fox,Fox,Di,10,5/31/2009,100,\n2001,di.fox,Fox,Dina,10,5/31/2009,100,\n", options());
    // Two rows about one person: both are told, for only the person at the screen knows which is right.
    QCOMPARE(countsOf(plan), QStringLiteral("3 conflict"));
    QCOMPARE(rowCodes(plan), (QStringList{QStringLiteral("K07"), QStringLiteral("R05"), QStringLiteral("R05")}));
    QCOMPARE(plan.rowFindings[1].message, QStringLiteral("Same record as row 4, but first_name differ"));
    QCOMPARE(plan.rowFindings[2].message, QStringLiteral("Same record as row 3, but first_name differ"));
    QVERIFY(plan.changes.isEmpty());
    ImportOptions first = options();
    first.accepted.insert(QStringLiteral("R05"));
    QCOMPARE(countsOf(students("2001,di.fox,Fox,Di,10,5/31/2009,100,\n2001,di.fox,Fox,Dina,10,5/31/2009,100,\n", first)), QStringLiteral("1 skipped, 1 create"));
}

void TestPlan::refusedFilesStillBalance()
{
    const ImportPlan plan = planText("SSID,Last Name,First Name\n1001,Berg,Ana\n1002,Dahl,Bo\n", "students", options(), m_db.data);
    QVERIFY(plan.isRefused());
    QCOMPARE(countsOf(plan), QStringLiteral("2 error"));
    QVERIFY(plan.changes.isEmpty());
    ImportOptions elsewhere = options();
    elsewhere.school = QStringLiteral("999");
    QVERIFY(codesOf(students("2001,di.fox,Fox,Di,10,5/31/2009,100,\n", elsewhere).fileFindings).contains(QStringLiteral("K13")));
}

void TestPlan::anUnconfirmedColumnHoldsEveryRow()
{
    const QByteArray text("SSID,Last Names,First Name,Grade,School Number\n2001,Fox,Di,10,100\n2002,Gale,Ivy,10,100\n");
    ImportOptions asked = options();
    const ImportPlan plan = planText(text, "students", asked, m_db.data);
    QCOMPARE(countsOf(plan), QStringLiteral("2 conflict"));
    QVERIFY(plan.changes.isEmpty());
    asked.accepted.insert(QStringLiteral("H05"));
    QCOMPARE(countsOf(planText(text, "students", asked, m_db.data)), QStringLiteral("2 create"));
}

void TestPlan::promotionHappensOnceAYear()
{
    const QByteArray row("1001,ana.berg,Berg,Ana,10,3/14/2010,100,Pip\n");
    m_db.apply(students(row, options()));
    const Record *enrollment = m_db.find(EntityKind::Enrollment, "student_id", QString::number(m_db.find(EntityKind::Student, "student_state_id", QStringLiteral("1001"))->id));
    QCOMPARE(enrollment->text("grade"), QStringLiteral("10"));
    QCOMPARE(enrollment->text("baseline_grade"), QStringLiteral("09"));
    const ImportPlan again = students(row, options());
    QCOMPARE(countsOf(again), QStringLiteral("1 unchanged"));
    QCOMPARE(rowCodes(again), QStringList{QStringLiteral("K08")});
    QCOMPARE(countsOf(students("1001,ana.berg,Berg,Ana,11,3/14/2010,100,Pip\n", options())), QStringLiteral("1 conflict"));
    // Back to where the year began is a rollback; the same grade in the next year is a retention. Both are asked.
    const ImportPlan back = students("1001,ana.berg,Berg,Ana,9,3/14/2010,100,Pip\n", options());
    QCOMPARE(countsOf(back), QStringLiteral("1 rollback"));
    QCOMPARE(back.heldBack(), 1);
    ImportOptions next = options();
    next.schoolYear = 2027;
    QCOMPARE(countsOf(students(row, next)), QStringLiteral("1 retain"));
    QCOMPARE(countsOf(students("1001,ana.berg,Berg,Ana,11,3/14/2010,100,Pip\n", next)), QStringLiteral("1 promote"));
}

void TestPlan::aHiddenStudentIsNeitherMovedNorNamed()
{
    m_db.data.hidden.append({QStringLiteral("2001"), QStringLiteral("di.fox"), QStringLiteral("Adams High School"), std::nullopt});
    ImportOptions accepting = options();
    accepting.accepted = {QStringLiteral("migrate"), QStringLiteral("K02")};
    const ImportPlan plan = students("2001,di.fox,Fox,Di,10,5/31/2009,100,\n", accepting);
    QCOMPARE(countsOf(plan), QStringLiteral("1 conflict"));
    QCOMPARE(rowCodes(plan), QStringList{QStringLiteral("K02")});
    QVERIFY(plan.changes.isEmpty());
}

void TestPlan::staffRows()
{
    const QByteArray text("Staff ID,First Name,Last Name,E-mail,Login,School\n77,Ida,Moe,ida@example.org,ida.moe,Lincoln High School\n78,Jo,Nye,jo@example.org,jo.nye,100\n"
                          "79,Ann,Ode,ann@example.org,ana.berg,\n80,Pat,Poe,pat@example.org,,Nowhere\n");
    const ImportPlan plan = planText(text, "staff", options(), m_db.data);
    QCOMPARE(countsOf(plan), QStringLiteral("2 error, 1 create, 1 update"));
    QCOMPARE(rowCodes(plan), (QStringList{QStringLiteral("K05"), QStringLiteral("K13")}));
    m_db.apply(plan);
    QCOMPARE(m_db.data.of(EntityKind::StaffSchool).size(), 2);
    QCOMPARE(countsOf(planText(text, "staff", options(), m_db.data)), QStringLiteral("2 error, 2 unchanged"));
}

void TestPlan::schoolsAndCourses()
{
    const QByteArray schools("School Number,School Name\n100,Lincoln High\n300,Grant Middle\n");
    const ImportPlan plan = planText(schools, "schools", options(), m_db.data);
    QCOMPARE(countsOf(plan), QStringLiteral("1 create, 1 update"));
    m_db.apply(plan);
    QCOMPARE(countsOf(planText(schools, "schools", options(), m_db.data)), QStringLiteral("2 unchanged"));

    const QByteArray courses("Course Code,Course Title\n0100,Welding I\n0200,Welding II\n");
    ImportOptions noYear = options();
    noYear.schoolYear = 0;
    QVERIFY(planText(courses, "courses", noYear, m_db.data).isRefused());
    m_db.apply(planText(courses, "courses", options(), m_db.data));
    QCOMPARE(m_db.find(EntityKind::Course, "course_name", QStringLiteral("Welding I"))->text("course_number"), QStringLiteral("0100"));
    // A spreadsheet took the zeros: never repaired in silence.
    const ImportPlan damaged = planText("Course Code,Course Title\n100,Welding I\n0200,Welding II\n", "courses", options(), m_db.data);
    QCOMPARE(countsOf(damaged), QStringLiteral("1 conflict, 1 unchanged"));
    QCOMPARE(rowCodes(damaged), QStringList{QStringLiteral("C08")});
    ImportOptions nextYear = options();
    nextYear.schoolYear = 2027;
    QCOMPARE(countsOf(planText(courses, "courses", nextYear, m_db.data)), QStringLiteral("2 create"));
}

QTEST_APPLESS_MAIN(TestPlan)
#include "tst_plan.moc"
