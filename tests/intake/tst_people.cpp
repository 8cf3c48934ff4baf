// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/intake/intakedata.h"
#include "tests/intake/plansupport.h"

using namespace certdesk;

/// Rows and the people they mean (roster chapter 6.6), policies of rows and fields, and guards.
class TestPeople : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void rowsMeetPeople_data();
    void rowsMeetPeople();
    void lostDigitsAreFoundByThePerson_data();
    void lostDigitsAreFoundByThePerson();
    void roundedTails();
    void formerIdentifiersAreKeptAndFound();
    void acceptedRekeying();
    void newIdentifierScheme();
    void seniorsAndTheLastGrade();
    void resultsInTheGradeEntered();
    void policiesOfMatches_data();
    void policiesOfMatches();
    void manualEditsStay();
    void emptyCellsAndMissingColumns();
    void loginsFromATemplate();
    void defaultsFillGaps();
    void garbledLettersAreProposed();
    void codedValues_data();
    void codedValues();
    void wrongFiles_data();
    void wrongFiles();
    void tooManyArchives();
    void cutOffFile();
    void rosterFromAService();

private:
    ImportOptions options() const
    {
        ImportOptions options;
        options.schoolYear = 2027;
        options.today = dayNumber(2026, 9, 1);
        return options;
    }
    ImportPlan students(const QByteArray &rows, const ImportOptions &options) const
    {
        return planText("SSID,Local ID,Login,Last Name,First Name,Suffix,Grade,DOB,School Number\n" + rows, "students", options, m_db.data);
    }
    Record &add(const char *ssid, const char *local, const char *login, const char *last, const char *first, const char *grade, qint64 school)
    {
        return m_db.add(EntityKind::Student, {{"student_state_id", QString::fromLatin1(ssid)}, {"local_id", QString::fromLatin1(local)},
                                              {"login", QString::fromLatin1(login)}, {"last_name", QString::fromLatin1(last)},
                                              {"first_name", QString::fromLatin1(first)}, {"grade", QString::fromLatin1(grade)},
                                              {"birth_date", dayNumber(2010, 5, 31)}, {"school_id", school}, {"status", QStringLiteral("active")}});
    }
    /// Thirty ninth-graders "Kid Gale" … with ten-digit identifiers.
    void addClass(qint64 school, const char *grade)
    {
        for (int i = 0; i < 30; ++i)
            add(QStringLiteral("00200000%1").arg(i, 2, 10, QLatin1Char('0')).toLatin1().constData(), "", QStringLiteral("class%1").arg(i).toLatin1().constData(),
                (QString(QChar(u'A' + i * 26 / 30)) + QStringLiteral("ale")).toLatin1().constData(), QStringLiteral("Kid%1").arg(QChar(u'a' + i % 26)).toLatin1().constData(), grade, school);
    }
    QByteArray classRows(const char *grade, int from = 0, int to = 30, const char *school = "100") const
    {
        QByteArray rows;
        for (const Record &student : m_db.data.of(EntityKind::Student)) {
            if (!student.text("login").startsWith(QLatin1String("class")))
                continue;
            if (from-- <= 0 && to > 0)
                rows += student.text("student_state_id").toLatin1() + ",," + student.text("login").toLatin1() + "," + student.text("last_name").toLatin1() + ","
                        + student.text("first_name").toLatin1() + ",," + grade + ",2010-05-31," + school + "\n";
            --to;
        }
        return rows;
    }

    PlanDatabase m_db;
    qint64 m_lincoln = 0;
    qint64 m_adams = 0;
};

void TestPeople::init()
{
    m_db = PlanDatabase();
    m_lincoln = m_db.add(EntityKind::School, {{"school_code", QStringLiteral("100")}, {"name", QStringLiteral("Lincoln")},
                                              {"low_grade", QStringLiteral("09")}, {"high_grade", QStringLiteral("12")}}).id;
    m_adams = m_db.add(EntityKind::School, {{"school_code", QStringLiteral("200")}, {"name", QStringLiteral("Adams")},
                                            {"low_grade", QStringLiteral("06")}, {"high_grade", QStringLiteral("08")}}).id;
    add("1001", "55", "ana.berg", "Berg", "Ana", "09", m_lincoln);
    add("1002", "56", "bo.dahl", "Dahl", "Bo", "09", m_lincoln);
    m_db.add(EntityKind::Staff, {{"login", QStringLiteral("ida.moe")}, {"email", QStringLiteral("ida@example.org")}, {"first_name", QStringLiteral("Ida")},
                                 {"last_name", QStringLiteral("Moe")}, {"status", QStringLiteral("active")}});
}

void TestPeople::rowsMeetPeople_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("codes");
    const auto add = [](const char *name, const char *row, const char *status, const char *codes) {
        QTest::newRow(name) << QByteArray(row) << QString::fromLatin1(status) << QString::fromLatin1(codes);
    };
    add("keys of two people", "1001,56,,Berg,Ana,,09,2010-05-31,100", "conflict", "K04");
    add("login of somebody else", "1001,,bo.dahl,Berg,Ana,,09,2010-05-31,100", "error", "K05");
    add("clearly another name", "1001,,,Quist,Zoe,,09,2010-01-02,100", "conflict", "K06");
    add("renamed login", "1001,,ana.new,Berg,Ana,,09,2010-05-31,100", "conflict", "K14");
    add("old login given to somebody else", "2001,,ana.berg,Quist,Zoe,,09,2010-01-02,100", "conflict", "K06");
    add("new number, same name and birth date", "2001,99,,Berg,Ana,,09,2010-05-31,100", "conflict", "K14");
    add("same name, other birth date", "2001,99,,Berg,Ana,,09,2010-06-30,100", "create", "");
    add("the twin", "2001,99,,Berg,Ida,,09,2010-05-31,100", "create", "");
    add("registered elsewhere", "1001,,,Berg,Ana,,09,2010-05-31,200", "migrate", "K02");
}

void TestPeople::rowsMeetPeople()
{
    QFETCH(QByteArray, row);
    const ImportPlan plan = students(row + "\n", options());
    QTEST(rowStatusName(plan.rows.first().status), "status");
    QTEST(rowCodes(plan).join(QLatin1Char(' ')), "codes");
}

void TestPeople::lostDigitsAreFoundByThePerson_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("accepted");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("code");
    QTest::newRow("one of two that fit has the name") << QByteArray("Ek,Cy") << QString() << QStringLiteral("conflict") << QStringLiteral("C08");
    QTest::newRow("accepted") << QByteArray("Ek,Cy") << QStringLiteral("C08") << QStringLiteral("update") << QStringLiteral("C08");
    QTest::newRow("accepted from a confidence on") << QByteArray("Ek,Cy") << QStringLiteral("C08:95") << QStringLiteral("update") << QStringLiteral("C08");
    QTest::newRow("not sure enough") << QByteArray("Ek,Cy") << QStringLiteral("C08:99") << QStringLiteral("conflict") << QStringLiteral("C08");
    QTest::newRow("nobody of the name") << QByteArray("Quist,Zoe") << QStringLiteral("C08") << QStringLiteral("error") << QStringLiteral("C08");
    QTest::newRow("two of the name") << QByteArray("Fox,Di") << QStringLiteral("C08") << QStringLiteral("conflict") << QStringLiteral("K04");
}

void TestPeople::lostDigitsAreFoundByThePerson()
{
    QFETCH(QByteArray, name);
    QFETCH(QString, accepted);
    for (const char *number : {"123457100001", "123457000002"})
        add(number, "", "", "Fox", "Di", "09", m_lincoln);
    add("123456900003", "", "", "Ek", "Cy", "09", m_lincoln);
    add("555556900003", "", "", "Ek", "Cy", "09", m_lincoln);
    ImportOptions chosen = options();
    if (!accepted.isEmpty())
        chosen.accepted.insert(accepted);
    const ImportPlan plan = students("1.23457E+11,,," + name + ",,09,2010-05-31,100\n", chosen);
    QTEST(rowStatusName(plan.rows.first().status), "status");
    QTEST(rowCodes(plan).join(QLatin1Char(' ')), "code");
}

void TestPeople::roundedTails()
{
    add("1234567890123456", "", "", "Ek", "Cy", "09", m_lincoln);
    const ImportPlan found = students("1234567890123450,,,Ek,Cy,,09,2010-05-31,100\n9994567890123450,,,Fox,Di,,09,2010-05-31,100\n", options());
    QCOMPARE(countsOf(found), QStringLiteral("1 error, 1 conflict"));
    // Beside sound ones a number that ends in a zero is just that.
    QCOMPARE(countsOf(students("9994567890123457,,,Fox,Di,,09,2010-05-31,100\n9994567890123450,,,Gale,Ivy,,09,2010-05-31,100\n", options())), QStringLiteral("2 create"));
}

void TestPeople::formerIdentifiersAreKeptAndFound()
{
    ImportOptions renaming = options();
    renaming.accepted.insert(QStringLiteral("K14"));
    m_db.apply(students("1001,,ana.new,Berg,Ana,,09,2010-05-31,100\n", renaming));
    const Record *former = m_db.find(EntityKind::PreviousId, "previous_value", QStringLiteral("ana.berg"));
    QVERIFY(former);
    QCOMPARE(former->text("id_kind"), QStringLiteral("login"));
    m_db.add(EntityKind::PreviousId, {{"student_id", m_db.find(EntityKind::Student, "student_state_id", QStringLiteral("1002"))->id},
                                      {"id_kind", QStringLiteral("student_state_id")}, {"previous_value", QStringLiteral("0777")}});
    const ImportPlan plan = students("0777,,,Dahl,Bo,,09,2010-05-31,100\n", options());
    QVERIFY2(plan.count(RowStatus::Update) + plan.count(RowStatus::Unchanged) == 1, qPrintable(countsOf(plan)));
    m_db.apply(plan);
    QVERIFY(m_db.find(EntityKind::Student, "student_state_id", QStringLiteral("1002")));
}

void TestPeople::acceptedRekeying()
{
    ImportOptions rekeying = options();
    rekeying.accepted.insert(QStringLiteral("K14"));
    const ImportPlan plan = students("2001,99,,Berg,Ana,,09,2010-05-31,100\n", rekeying);
    QCOMPARE(countsOf(plan), QStringLiteral("1 update"));
    m_db.apply(plan);
    QVERIFY(m_db.find(EntityKind::Student, "student_state_id", QStringLiteral("2001")));
    QVERIFY(m_db.find(EntityKind::PreviousId, "previous_value", QStringLiteral("1001")));
}

void TestPeople::newIdentifierScheme()
{
    addClass(m_lincoln, "09");
    QByteArray rows = classRows("09");
    rows.replace("00200000", "77700000").replace(",class", ",klass");
    const ImportPlan asked = students(rows, options());
    QVERIFY(codesOf(asked.fileFindings).contains(QStringLiteral("B05")));
    QVERIFY(asked.stop());
    QCOMPARE(countsOf(asked), QStringLiteral("30 conflict"));
    ImportOptions rekeying = options();
    rekeying.accepted.insert(QStringLiteral("B05"));
    const ImportPlan accepted = students(rows, rekeying);
    QCOMPARE(countsOf(accepted), QStringLiteral("30 update"));
    QVERIFY(!accepted.stop());
}

void TestPeople::seniorsAndTheLastGrade()
{
    add("1012", "", "sue.orr", "Orr", "Sue", "12", m_lincoln);
    add("1008", "", "al.poe", "Poe", "Al", "08", m_adams);
    const QByteArray senior("1012,,,Orr,Sue,,13,2010-05-31,100\n");
    const ImportPlan asked = students(senior, options());
    QCOMPARE(countsOf(asked), QStringLiteral("1 conflict"));
    QVERIFY(rowCodes(asked).contains(QStringLiteral("K10")));
    ImportOptions accepting = options();
    accepting.accepted.insert(QStringLiteral("K10"));
    m_db.apply(students(senior, accepting));
    const Record *student = m_db.find(EntityKind::Student, "student_state_id", QStringLiteral("1012"));
    QCOMPARE(student->text("status"), QStringLiteral("archived"));
    QCOMPARE(student->text("archive_reason"), QStringLiteral("graduated"));
    QCOMPARE(student->text("grade"), QStringLiteral("12"));
    // The last grade of a middle school: the next school has to be chosen.
    QCOMPARE(countsOf(students("1008,,,Poe,Al,,09,2010-05-31,200\n", accepting)), QStringLiteral("1 conflict"));
}

void TestPeople::resultsInTheGradeEntered()
{
    const Record student = *m_db.find(EntityKind::Student, "student_state_id", QStringLiteral("1001"));
    m_db.add(EntityKind::Assessment, {{"student_id", student.id}, {"school_year", 2026}, {"grade", QStringLiteral("10")},
                                      {"section_name", QStringLiteral("Reading")}, {"attempt_number", 1}, {"state", QStringLiteral("done")}});
    const ImportPlan plan = students("1001,,,Berg,Ana,,10,2010-05-31,100\n", options());
    QCOMPARE(countsOf(plan), QStringLiteral("1 promote"));
    QVERIFY(rowCodes(plan).contains(QStringLiteral("K09")));
    m_db.apply(plan);
    const Record *change = m_db.find(EntityKind::GradeChange, "student_id", QString::number(student.id));
    QVERIFY(change);
    QCOMPARE(change->text("kind"), QStringLiteral("promote"));
    QCOMPARE(change->text("from_grade"), QStringLiteral("09"));
}

void TestPeople::policiesOfMatches_data()
{
    QTest::addColumn<int>("policy");
    QTest::addColumn<QString>("nickname");
    QTest::addColumn<QString>("gender");
    QTest::newRow("override") << static_cast<int>(MatchPolicy::Override) << QStringLiteral("Annie") << QStringLiteral("F");
    QTest::newRow("fill missing") << static_cast<int>(MatchPolicy::FillMissing) << QStringLiteral("Pip") << QStringLiteral("F");
    QTest::newRow("no change") << static_cast<int>(MatchPolicy::NoChange) << QStringLiteral("Pip") << QString();
}

void TestPeople::policiesOfMatches()
{
    QFETCH(int, policy);
    m_db.data.of(EntityKind::Student).first().set("preferred_name", QStringLiteral("Pip"));
    ImportOptions chosen = options();
    chosen.onMatch = static_cast<MatchPolicy>(policy);
    m_db.apply(planText("SSID,Last Name,First Name,Grade,Nickname,Gender,School Number\n1001,Berg,Ana,09,Annie,Female,100\n", "students", chosen, m_db.data));
    const Record *student = m_db.find(EntityKind::Student, "student_state_id", QStringLiteral("1001"));
    QTEST(student->text("preferred_name"), "nickname");
    QTEST(student->text("gender"), "gender");
}

void TestPeople::manualEditsStay()
{
    Record &student = m_db.data.of(EntityKind::Student).first();
    student.set("preferred_name", QStringLiteral("Pip")).set("phone", QStringLiteral("555-0100"));
    m_db.data.manual[{EntityKind::Student, student.id}].insert(student.def().index("preferred_name"));
    const QByteArray text("SSID,Last Name,First Name,Grade,Nickname,Phone,School Number\n1001,Berg,Ana,09,Annie,555-0199,100\n");
    ImportOptions chosen = options();
    chosen.fieldPolicies.insert(QStringLiteral("*"), FieldPolicy::ManualWins);
    const ImportPlan plan = planText(text, "students", chosen, m_db.data);
    QVERIFY(rowCodes(plan).contains(QStringLiteral("K16")));
    m_db.apply(plan);
    QCOMPARE(m_db.data.of(EntityKind::Student).first().text("preferred_name"), QStringLiteral("Pip"));
    QCOMPARE(m_db.data.of(EntityKind::Student).first().text("phone"), QStringLiteral("555-0199"));
    m_db.apply(planText(text, "students", options(), m_db.data));
    QCOMPARE(m_db.data.of(EntityKind::Student).first().text("preferred_name"), QStringLiteral("Annie"));
}

void TestPeople::emptyCellsAndMissingColumns()
{
    m_db.data.of(EntityKind::Student).first().set("preferred_name", QStringLiteral("Pip")).set("phone", QStringLiteral("555-0100"));
    ImportOptions clearing = options();
    clearing.emptyClears = {QStringLiteral("preferred_name"), QStringLiteral("phone")};
    const QByteArray text("SSID,Last Name,First Name,Grade,Nickname,School Number\n1001,Berg,Ana,09,,100\n");
    m_db.apply(planText(text, "students", options(), m_db.data));
    QCOMPARE(m_db.data.of(EntityKind::Student).first().text("preferred_name"), QStringLiteral("Pip"));
    m_db.apply(planText(text, "students", clearing, m_db.data));
    QVERIFY(!m_db.data.of(EntityKind::Student).first().has("preferred_name"));
    QCOMPARE(m_db.data.of(EntityKind::Student).first().text("phone"), QStringLiteral("555-0100"));
}

void TestPeople::loginsFromATemplate()
{
    ImportOptions chosen = options();
    chosen.loginTemplate = QStringLiteral("%1f%l%2y");
    m_db.apply(planText("SSID,Last Name,First Name,Grade,School Number\n3001,Mu\xC3\xB1oz Ruiz,Ana,09,100\n3002,Munoz Ruiz,Al,09,100\n", "students", chosen, m_db.data));
    QCOMPARE(m_db.find(EntityKind::Student, "student_state_id", QStringLiteral("3001"))->text("login"), QStringLiteral("amunozruiz30"));
    QCOMPARE(m_db.find(EntityKind::Student, "student_state_id", QStringLiteral("3002"))->text("login"), QStringLiteral("amunozruiz302"));
}

void TestPeople::defaultsFillGaps()
{
    ImportOptions chosen = options();
    chosen.defaults.insert(QStringLiteral("grade"), QStringLiteral("9"));
    MappingOptions mapping;
    mapping.supplied.insert(QStringLiteral("grade"));
    m_db.apply(planText("SSID,Last Name,First Name,School Number\n3001,Fox,Di,100\n", "students", chosen, m_db.data, mapping));
    QCOMPARE(m_db.find(EntityKind::Student, "student_state_id", QStringLiteral("3001"))->text("grade"), QStringLiteral("09"));
}

void TestPeople::garbledLettersAreProposed()
{
    const QByteArray row("3001,,,Berg,St\xC3\x83\xC2\xA9phane,,09,2010-05-31,100\n");
    const ImportPlan asked = students(row, options());
    QCOMPARE(countsOf(asked), QStringLiteral("1 conflict"));
    QCOMPARE(rowCodes(asked), QStringList{QStringLiteral("C10")});
    ImportOptions accepting = options();
    accepting.accepted.insert(QStringLiteral("C10"));
    m_db.apply(students(row, accepting));
    QCOMPARE(m_db.find(EntityKind::Student, "student_state_id", QStringLiteral("3001"))->text("first_name"), QStringLiteral("St\u00E9phane"));
    QCOMPARE(countsOf(students("3002,,,\xC3\x84rlig,\xC3\x85sa,,09,2010-05-31,100\n", options())), QStringLiteral("1 create"));
}

void TestPeople::codedValues_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QString>("stored");
    QTest::addColumn<QString>("code");
    const auto add = [](const char *header, const char *cell, const char *stored, const char *code) {
        QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(QLatin1String(header), QLatin1String(cell))))
            << QByteArray(header) << QByteArray(cell) << QString::fromLatin1(stored) << QString::fromLatin1(code);
    };
    add("Gender", "Female", "F", "");
    add("Gender", "m", "M", "");
    add("Gender", "Q", "", "C06");
    add("IEP", "x", "Y", "");
    add("IEP", "TRUE", "Y", "");
    add("IEP", "inactive", "N", "");
    add("IEP", "sometimes", "", "C06");
    add("Grade Level", "9.0", "", "C08");
    add("Grade Level", "Gr X", "", "C05");
    add("Email", "nobody", "", "C02");
    add("Phone", "#N/A", "", "C02");
}

void TestPeople::codedValues()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, cell);
    QFETCH(QString, stored);
    QFETCH(QString, code);
    const QByteArray grade = header == "Grade Level" ? QByteArray() : QByteArray(",Grade");
    const ImportPlan plan = planText("SSID,Last Name,First Name,School Number," + header + grade + "\n3001,Fox,Di,100," + cell + (grade.isEmpty() ? "" : ",9") + "\n",
                                     "students", options(), m_db.data);
    QCOMPARE(rowCodes(plan).join(QLatin1Char(' ')), code);
    m_db.apply(plan);
    const Record *student = m_db.find(EntityKind::Student, "student_state_id", QStringLiteral("3001"));
    QCOMPARE(student == nullptr, !code.isEmpty());
    if (student)
        QCOMPARE(student->text(header == "IEP" ? "iep" : "gender"), stored);
}

void TestPeople::wrongFiles_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("evidence");
    QTest::newRow("last year's") << QStringLiteral("last-year") << QStringLiteral("30 of 30 students would go back a grade");
    QTest::newRow("another school's") << QStringLiteral("other-school") << QStringLiteral("none of the 30 rows names the chosen school");
    QTest::newRow("the staff's") << QStringLiteral("staff") << QStringLiteral("6 of 6 logins or e-mail addresses are those of staff");
    QTest::newRow("the right one") << QStringLiteral("right") << QString();
}

void TestPeople::wrongFiles()
{
    QFETCH(QString, file);
    QFETCH(QString, evidence);
    addClass(m_lincoln, "10");
    ImportOptions chosen = options();
    QByteArray rows = classRows(file == QLatin1String("last-year") ? "09" : "10", 0, 30, file == QLatin1String("other-school") ? "200" : "100");
    if (file == QLatin1String("other-school"))
        chosen.school = QStringLiteral("100");
    if (file == QLatin1String("staff")) {
        rows.clear();
        for (int i = 0; i < 6; ++i) {
            const QString login = QStringLiteral("staff%1").arg(i);
            m_db.add(EntityKind::Staff, {{"login", login}, {"first_name", QStringLiteral("Jo")}, {"last_name", QStringLiteral("Nye")}});
            rows += "900" + QByteArray::number(i) + ",," + login.toLatin1() + ",Nye,Jo,,09,2010-05-31,100\n";
        }
    }
    const ImportPlan plan = students(rows, chosen);
    QStringList messages;
    for (const IntakeFinding &finding : plan.fileFindings) {
        if (finding.code == QLatin1String("B04"))
            messages.append(finding.message);
    }
    QCOMPARE(!messages.isEmpty(), !evidence.isEmpty());
    QVERIFY2(messages.join(QLatin1Char('\n')).contains(evidence), qPrintable(messages.join(QLatin1Char('\n'))));
    QCOMPARE(plan.stop() != nullptr, !evidence.isEmpty());
    chosen.overrides.insert(QStringLiteral("B04"));
    QVERIFY(!students(rows, chosen).stop());
}

void TestPeople::tooManyArchives()
{
    addClass(m_lincoln, "10");
    QByteArray rows("SSID,Last Name,First Name,Grade,School Number,Status\n");
    for (int i = 0; i < 8; ++i)
        rows += "00200000" + QByteArray::number(i).rightJustified(2, '0') + ",X,Y,10,100,withdrawn\n";
    ImportOptions archiving = options();
    archiving.accepted = {QStringLiteral("archive"), QStringLiteral("K06")};
    const ImportPlan plan = planText(rows, "students", archiving, m_db.data);
    QCOMPARE(countsOf(plan), QStringLiteral("8 archive"));
    QVERIFY(plan.stop());
    QCOMPARE(plan.stop()->code, QStringLiteral("B01"));
    QVERIFY2(plan.stop()->message.contains(QStringLiteral("Lincoln: 8 of 32")), qPrintable(plan.stop()->message));
    archiving.overrides.insert(QStringLiteral("B01"));
    QVERIFY(!planText(rows, "students", archiving, m_db.data).stop());
}

void TestPeople::cutOffFile()
{
    addClass(m_lincoln, "10");
    QStringList messages;
    for (const IntakeFinding &finding : students(classRows("10", 0, 20), options()).fileFindings)
        messages.append(finding.code + QLatin1Char(' ') + finding.message);
    QVERIFY2(messages.join(QLatin1Char('\n')).contains(QStringLiteral("B06 The file may be cut off: last names end at")), qPrintable(messages.join(QLatin1Char('\n'))));
    QVERIFY(!codesOf(students(classRows("10"), options()).fileFindings).contains(QStringLiteral("B06")));
}

void TestPeople::rosterFromAService()
{
    m_db.data.of(EntityKind::School).first().set("roster_source", QStringLiteral("clever"));
    const ImportPlan plan = students("1001,,,Berg,Ana,,09,2010-05-31,100\n1002,,,Dahl,Bo,,09,2010-05-31,100\n", options());
    QCOMPARE(codesOf(plan.fileFindings).count(QStringLiteral("K11")), 1);
}

QTEST_APPLESS_MAIN(TestPeople)
#include "tst_people.moc"
