// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/package/packageplan.h"
#include "tests/intake/intakedata.h"
#include "tests/intake/packagedata.h"
#include "tests/intake/plansupport.h"

using namespace certdesk;

/// OneRoster and Clever packages (roster chapter, section 8; nasty files 35, 36, 40).
class TestPackages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void bothVersionsSayTheSame();
    void theSameSetTwiceChangesNothing_data();
    void theSameSetTwiceChangesNothing();
    void whatAOneRosterSetBecomes();
    void whatACleverSetBecomes();
    void oddSpellingsAreReadWithAWord_data();
    void oddSpellingsAreReadWithAWord();
    void setsThatAreRefused_data();
    void setsThatAreRefused();
    void oneRowThatRefersToNothing_data();
    void oneRowThatRefersToNothing();
    void aDeltaNeedsItsFullSet();
    void whoIsNoLongerEnabledIsProposedForArchive();
    void renamedClassesAndPeopleAreFoundByTheirId();
    void twoPrimariesAreTold();
    void cancelLeavesNothing();

private:
    Result<PackagePlan> plan(const PackageText &files)
    {
        const auto container = openZip(zipPackage(files));
        PackageOptions options;
        QSet<QString> known;
        for (const Record &row : m_db.data.of(EntityKind::ExternalId))
            known.insert(row.text("id_kind") + row.text("external_value"));
        options.isKnown = [known](const QString &kind, const QString &id) { return known.contains(kind + id); };
        auto set = packageKindOf(*container) == QLatin1String("clever") ? readClever(*container, options) : readOneRoster(*container, options);
        if (!set)
            return tl::unexpected(set.error());
        return planPackage(*set, m_options, m_db.data);
    }
    void apply(const PackagePlan &package)
    {
        ImportPlan changes;
        changes.changes = package.changes;
        m_db.apply(changes);
    }
    static bool balances(const PackagePlan &plan)
    {
        int all = 0;
        for (const PackageFilePlan &file : plan.files) {
            int sum = 0;
            for (const int count : file.counts)
                sum += count;
            if (sum != file.rows)
                return false;
            all += sum;
        }
        int sum = 0;
        for (const int count : plan.counts)
            sum += count;
        return all == plan.rows && sum == plan.rows;
    }
    static QStringList codes(const PackagePlan &plan, IntakeSeverity severity)
    {
        QStringList list;
        for (const IntakeFinding &finding : plan.findings) {
            if (finding.severity == severity)
                list.append(finding.code);
        }
        return list;
    }
    static int count(const PackagePlan &plan, RowStatus status) { return plan.counts[static_cast<size_t>(status)]; }
    /// Every record as text with what it refers to spelled out, so that two databases can be compared.
    QStringList content() const
    {
        QStringList all;
        for (int kind = 1; kind < entityKindCount; ++kind) {
            for (const Record &record : m_db.data.of(static_cast<EntityKind>(kind)))
                all.append(spelled(record));
        }
        all.sort();
        return all;
    }
    QString spelled(const Record &record) const
    {
        QString text = QLatin1String(record.def().name);
        for (int i = 0; i < record.values.size(); ++i) {
            const FieldDef &field = record.def().fields[i];
            QString value = record.values[i].text();
            if (field.type == FieldType::Reference && !value.isEmpty()) {
                for (const Record &other : m_db.data.of(field.reference)) {
                    if (other.id == record.values[i].integer())
                        value = spelled(other);
                }
            }
            text += QLatin1Char('|') + value;
        }
        return text;
    }

    PlanDatabase m_db;
    ImportOptions m_options;
};

void TestPackages::init()
{
    m_db = PlanDatabase();
    m_options = ImportOptions();
    m_options.schoolYear = 2027;
    m_options.today = dayNumber(2026, 9, 1);
}

void TestPackages::bothVersionsSayTheSame()
{
    QStringList contents[2];
    int i = 0;
    for (const PackageText &files : {oneRoster11(), oneRoster12()}) {
        m_db = PlanDatabase();
        const auto made = plan(files);
        QVERIFY(made.has_value());
        QCOMPARE(codes(*made, IntakeSeverity::Error), QStringList());
        QVERIFY(balances(*made));
        apply(*made);
        contents[i++] = content();
    }
    QCOMPARE(contents[0], contents[1]);
    QVERIFY(contents[0].size() > 20);
}

void TestPackages::theSameSetTwiceChangesNothing_data()
{
    QTest::addColumn<bool>("clever");
    QTest::newRow("OneRoster") << false;
    QTest::newRow("Clever") << true;
}

void TestPackages::theSameSetTwiceChangesNothing()
{
    QFETCH(bool, clever);
    const PackageText files = clever ? cleverSet() : oneRoster12();
    const auto first = plan(files);
    QVERIFY(first.has_value() && count(*first, RowStatus::Create) > 0);
    apply(*first);
    const auto second = plan(files);
    QVERIFY(balances(*second));
    QCOMPARE(second->changes.size(), 0);
    QCOMPARE(count(*second, RowStatus::Create), 0);
    QCOMPARE(count(*second, RowStatus::Update), 0);
}

void TestPackages::whatAOneRosterSetBecomes()
{
    const auto made = plan(oneRoster11());
    QVERIFY(made.has_value() && !made->isRefused());
    apply(*made);
    QCOMPARE(m_db.data.of(EntityKind::School).size(), 2);
    QCOMPARE(m_db.data.of(EntityKind::Student).size(), 2);
    QCOMPARE(m_db.data.of(EntityKind::Staff).size(), 1);
    QCOMPARE(m_db.data.of(EntityKind::StaffSchool).size(), 2);
    QCOMPARE(m_db.data.of(EntityKind::Group).size(), 2);
    QCOMPARE(m_db.data.of(EntityKind::GroupStaff).size(), 2);
    const Record *ada = m_db.find(EntityKind::Student, "student_state_id", QStringLiteral("0010000001"));
    QVERIFY(ada);
    QCOMPARE(ada->text("local_id"), QStringLiteral("5001"));
    QCOMPARE(ada->text("grade"), QStringLiteral("09"));
    QCOMPARE(ada->integer("birth_date"), dayNumber(2011, 3, 4));
    QCOMPARE(m_db.data.of(EntityKind::Member).size(), 2);
    const Record &member = m_db.data.of(EntityKind::Member).first();
    QCOMPARE(member.integer("student_id"), ada->id);
    QCOMPARE(member.integer("to_date"), dayNumber(2027, 1, 15)); // the file names the day after
    const PackageFilePlan &users = made->files.last();
    QCOMPARE(users.role, QStringLiteral("users"));
    QCOMPARE(users.counts[static_cast<size_t>(RowStatus::Skipped)], 1); // the guardian
    QCOMPARE(users.counts[static_cast<size_t>(RowStatus::Create)], 3);
}

void TestPackages::whatACleverSetBecomes()
{
    const auto made = plan(cleverSet());
    QVERIFY(made.has_value() && !made->isRefused());
    QVERIFY(balances(*made));
    QCOMPARE(made->heldBack(), 0);
    apply(*made);
    QCOMPARE(m_db.data.of(EntityKind::Student).size(), 2);
    QCOMPARE(count(*made, RowStatus::Duplicate), 3);
    QCOMPARE(codes(*made, IntakeSeverity::Warning).count(QStringLiteral("R05")), 1); // Ben and Benjamin: the first counts
    const Record *ada = m_db.find(EntityKind::Student, "login", QStringLiteral("ada.fox"));
    QVERIFY(ada);
    QCOMPARE(ada->text("email"), QStringLiteral("ada.at.school"));
    QVERIFY(codes(*made, IntakeSeverity::Warning).contains(QStringLiteral("C02")));
    QCOMPARE(m_db.find(EntityKind::Student, "login", QStringLiteral("ben.hill"))->text("first_name"), QStringLiteral("Ben"));
    QCOMPARE(m_db.data.of(EntityKind::GroupStaff).size(), 2);
    QCOMPARE(m_db.data.of(EntityKind::Member).size(), 2);
}

void TestPackages::oddSpellingsAreReadWithAWord_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    const auto add = [](const char *name, const char *file, const char *from, const char *to) { QTest::newRow(name) << QByteArray(file) << QByteArray(from) << QByteArray(to); };
    add("version 1", "manifest.csv", "manifest.version,1.0", "manifest.version,1");
    add("other value column", "manifest.csv", "propertyName,value", "propertyName,propertyValue");
    add("misspelt column", "users.csv", "preferredGivenName", "prefferedGivenName");
    add("column in other case", "orgs.csv", "parentSourcedId", "parentsourcedid");
    add("dateLastModified misspelt", "enrollments.csv", "dateLastModified", "dataLastModified");
    add("birthdate", "demographics.csv", "birthDate", "birthdate");
}

void TestPackages::oddSpellingsAreReadWithAWord()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    PackageText files = oneRoster12();
    QVERIFY(files[file].contains(from));
    files[file].replace(from, to);
    const auto made = plan(files);
    QVERIFY(made.has_value() && !made->isRefused());
    QVERIFY(codes(*made, IntakeSeverity::Warning).contains(QStringLiteral("F13")));
    QCOMPARE(made->heldBack(), 0);
    apply(*made);
    QCOMPARE(m_db.data.of(EntityKind::Member).size(), 2);
    QVERIFY(m_db.find(EntityKind::Student, "student_state_id", QStringLiteral("0010000001"))->has("birth_date"));
}

void TestPackages::setsThatAreRefused_data()
{
    QTest::addColumn<PackageText>("files");
    QTest::addColumn<QString>("code");
    PackageText files = oneRoster11();
    files.remove("users.csv");
    QTest::newRow("a declared file is missing") << files << QStringLiteral("F13");
    files = oneRoster11();
    files.remove("manifest.csv");
    QTest::newRow("no manifest") << files << QStringLiteral("F13");
    files = oneRoster11();
    files["manifest.csv"] = "propertyName\nmanifest.version\n";
    QTest::newRow("damaged manifest") << files << QStringLiteral("F13");
    files = oneRoster11();
    files["orgs.csv"].replace("d1,,,Gale District,district,,", "d1,,,Gale District,district,,s1");
    QTest::newRow("organizations in a circle") << files << QStringLiteral("R08");
    files = oneRoster11();
    files["classes.csv"].replace("schoolSourcedId", "somewhere");
    QTest::newRow("a column is missing") << files << QStringLiteral("H03");
}

void TestPackages::setsThatAreRefused()
{
    QFETCH(PackageText, files);
    QFETCH(QString, code);
    const auto made = plan(files);
    QVERIFY(made.has_value());
    QVERIFY(made->isRefused());
    QVERIFY2(codes(*made, IntakeSeverity::Error).contains(code), qPrintable(codes(*made, IntakeSeverity::Error).join(QLatin1Char(' '))));
    QCOMPARE(made->changes.size(), 0);
    QVERIFY(balances(*made));
}

void TestPackages::oneRowThatRefersToNothing_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("row");
    QTest::newRow("unknown class") << QByteArray("enrollments.csv") << QByteArray("e9,,,k7,s1,u1,student,,,\n");
    QTest::newRow("unknown person") << QByteArray("enrollments.csv") << QByteArray("e9,,,k1,s1,u77,student,,,\n");
    QTest::newRow("unknown school") << QByteArray("classes.csv") << QByteArray("k9,,,Art,09,c1,A-1,scheduled,,s7,t1,,,1\n");
    QTest::newRow("unknown term") << QByteArray("classes.csv") << QByteArray("k9,,,Art,09,c1,A-1,scheduled,,s1,t7,,,1\n");
    QTest::newRow("demographics of nobody") << QByteArray("demographics.csv") << QByteArray("u77,,,2011-01-01,male,,\n");
}

void TestPackages::oneRowThatRefersToNothing()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, row);
    PackageText files = oneRoster11();
    files[file] += row;
    const auto made = plan(files);
    QVERIFY(made.has_value() && !made->isRefused());
    QCOMPARE(codes(*made, IntakeSeverity::Error), QStringList{QStringLiteral("R07")});
    QCOMPARE(count(*made, RowStatus::Error), 1);
    QCOMPARE(made->heldBack(), 1);
    QVERIFY(balances(*made));
    const IntakeFinding &orphan = *std::find_if(made->findings.cbegin(), made->findings.cend(), [](const IntakeFinding &f) { return f.code == QLatin1String("R07"); });
    QCOMPARE(orphan.file.toUtf8(), file);
    QCOMPARE(orphan.row, static_cast<int>(files[file].count('\n')));
    apply(*made); // the good rows
    QCOMPARE(m_db.data.of(EntityKind::Member).size(), 2);
}

void TestPackages::aDeltaNeedsItsFullSet()
{
    PackageText delta{{"manifest.csv", "propertyName,value\nmanifest.version,1.0\noneroster.version,1.1\nfile.enrollments,delta\n"},
                      {"enrollments.csv", "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate\n"
                                          "e1,tobedeleted,2026-09-01T00:00:00Z,k1,s1,u1,student,,,\ne5,active,2026-09-01T00:00:00Z,k1,s1,u2,student,,,\n"}};
    const auto early = plan(delta);
    QVERIFY(early.has_value() && early->isRefused());
    apply(*plan(oneRoster11()));
    // Organizations and people of the full set are not in the delta again.
    delta["manifest.csv"] += "file.courses,delta\n";
    delta["courses.csv"] = "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes\n"
                           "c3,active,2026-09-01T00:00:00Z,y,Welding II,W200,\"10,11\",d1,CTE,\n";
    const auto made = plan(delta);
    QVERIFY(made.has_value() && !made->isRefused());
    QCOMPARE(codes(*made, IntakeSeverity::Error), QStringList());
    apply(*made);
    QCOMPARE(m_db.data.of(EntityKind::Member).size(), 3);
    QCOMPARE(m_db.data.of(EntityKind::Member).first().integer("to_date"), m_options.today);
    delta["enrollments.csv"].replace("e5,active", "e5,");
    QVERIFY(codes(*plan(delta), IntakeSeverity::Error).contains(QStringLiteral("C01")));
}

void TestPackages::whoIsNoLongerEnabledIsProposedForArchive()
{
    apply(*plan(oneRoster11()));
    PackageText files = oneRoster11();
    files["users.csv"].replace("u1,,,true", "u1,,,false");
    files["users.csv"].replace("u9,,,true", "u9,tobedeleted,,true");
    const auto asked = plan(files);
    QCOMPARE(count(*asked, RowStatus::Archive), 3); // two people, and the demographics of one of them
    QVERIFY(codes(*asked, IntakeSeverity::Warning).contains(QStringLiteral("R09")));
    QCOMPARE(asked->changes.size(), 0);
    m_options.accepted.insert(QStringLiteral("archive"));
    apply(*plan(files));
    QCOMPARE(m_db.find(EntityKind::Student, "login", QStringLiteral("ada.fox"))->text("status"), QStringLiteral("archived"));
    QCOMPARE(m_db.find(EntityKind::Staff, "login", QStringLiteral("t.moss"))->text("status"), QStringLiteral("archived"));
}

void TestPackages::renamedClassesAndPeopleAreFoundByTheirId()
{
    apply(*plan(oneRoster11()));
    PackageText files = oneRoster11();
    files["classes.csv"].replace("k1,,,Welding I - 1,09,c1,W100-1", "k1,,,Welding A,09,c1,W100-9");
    files["users.csv"].replace("ben.hill,{SSID:0010000002}", "benjamin.hill,");
    const auto asked = plan(files);
    QVERIFY(codes(*asked, IntakeSeverity::Decision).contains(QStringLiteral("K14"))); // a new login is a question
    QVERIFY(balances(*asked));
    m_options.accepted.insert(QStringLiteral("K14"));
    const auto made = plan(files);
    QCOMPARE(count(*made, RowStatus::Create), 0);
    apply(*made);
    QCOMPARE(m_db.data.of(EntityKind::Group).size(), 2);
    QVERIFY(m_db.find(EntityKind::Group, "group_name", QStringLiteral("Welding A")));
    QCOMPARE(m_db.find(EntityKind::Student, "student_state_id", QStringLiteral("0010000002"))->text("login"), QStringLiteral("benjamin.hill"));
}

void TestPackages::twoPrimariesAreTold()
{
    PackageText files = oneRoster11();
    files["users.csv"] += "u10,,,true,s1,teacher,r.lund,,Ray,Lund,,T10,ray@school.example,,,,,\n";
    files["enrollments.csv"] += "e9,,,k1,s1,u10,teacher,true,,\n";
    const auto made = plan(files);
    QVERIFY(codes(*made, IntakeSeverity::Warning).contains(QStringLiteral("R10")));
    QCOMPARE(made->heldBack(), 0);
}

void TestPackages::cancelLeavesNothing()
{
    const auto container = openZip(zipPackage(oneRoster11()));
    auto set = readOneRoster(*container, {});
    Progress progress;
    progress.cancel();
    const auto made = planPackage(*set, m_options, m_db.data, &progress);
    QVERIFY(!made.has_value());
    QCOMPARE(made.error().kind, Error::Kind::Cancelled);
}

QTEST_APPLESS_MAIN(TestPackages)
#include "tst_packages.moc"
