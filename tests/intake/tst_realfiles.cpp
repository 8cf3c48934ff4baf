// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/intake/intakedata.h"
#include "tests/intake/plansupport.h"

using namespace certdesk;

/// A whole fictional district and two real state lists, one after the other, twice.
class TestRealFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDistrictComesInAndStays();
    void theListsOfAStateComeInAndStay();
    void unknownSchoolsAreNamed();

private:
    static ImportOptions options()
    {
        ImportOptions options;
        options.schoolYear = 2022;
        options.today = dayNumber(2021, 9, 1);
        return options;
    }
    /// Counts of the first and the second run.
    static QStringList twice(PlanDatabase &db, const QString &path, const char *kind)
    {
        QStringList counts;
        for (int run = 0; run < 2; ++run) {
            const auto table = readTableFile(path);
            if (!table)
                return {};
            const auto plan = planTable(*table, kind, options(), db.data);
            counts.append(countsOf(*plan));
            if (run == 1 && !plan->changes.isEmpty())
                counts.append(QStringLiteral("the second run changes something"));
            db.apply(*plan);
        }
        return counts;
    }
};

void TestRealFiles::theDistrictComesInAndStays()
{
    const QString folder = publicData(QStringLiteral("grand-bend"));
    if (folder.isEmpty())
        QSKIP("the public data are not beside the source tree");
    PlanDatabase db;
    const auto expect = [](int created) { return QStringList{QStringLiteral("%1 create").arg(created), QStringLiteral("%1 unchanged").arg(created)}; };
    QCOMPARE(twice(db, folder + QStringLiteral("/schools.csv"), "schools"), expect(3));
    QCOMPARE(twice(db, folder + QStringLiteral("/sis_export_2021-22.csv"), "students"), expect(960));
    QCOMPARE(twice(db, folder + QStringLiteral("/staff.csv"), "staff"), expect(68));
    QCOMPARE(twice(db, folder + QStringLiteral("/courses.csv"), "courses"), expect(84));
    QCOMPARE(twice(db, folder + QStringLiteral("/staff_sections.csv"), "sections"), expect(528));
    QCOMPARE(db.data.of(EntityKind::Enrollment).size(), 960);
    QCOMPARE(db.data.of(EntityKind::GroupStaff).size(), 528);
    const Record *student = db.find(EntityKind::Student, "student_state_id", QStringLiteral("604822"));
    QVERIFY(student);
    QCOMPARE(student->text("preferred_name"), QStringLiteral("Lisarae"));
    QCOMPARE(student->integer("graduating_year"), 2027);
    QCOMPARE(student->integer("birth_date"), dayNumber(2008, 9, 13));
    const Record *school = db.find(EntityKind::School, "school_code", QStringLiteral("255901044"));
    QVERIFY(school);
    QCOMPARE(student->integer("school_id"), school->id);
}

void TestRealFiles::theListsOfAStateComeInAndStay()
{
    const QString folder = publicData(QStringLiteral("new-mexico"));
    if (folder.isEmpty())
        QSKIP("the public data are not beside the source tree");
    PlanDatabase db;
    QCOMPARE(twice(db, folder + QStringLiteral("/nm_industry_credentials.csv"), "certificate-list"),
             (QStringList{QStringLiteral("87 create"), QStringLiteral("87 unchanged")}));
    QCOMPARE(twice(db, folder + QStringLiteral("/nm_courses.csv"), "courses"), (QStringList{QStringLiteral("968 create"), QStringLiteral("968 unchanged")}));
    QVERIFY(db.find(EntityKind::Certificate, "certificate_code", QStringLiteral("001")));
    QVERIFY(db.find(EntityKind::Course, "course_number", QStringLiteral("0000")));
}

void TestRealFiles::unknownSchoolsAreNamed()
{
    const QString folder = publicData(QStringLiteral("grand-bend"));
    if (folder.isEmpty())
        QSKIP("the public data are not beside the source tree");
    PlanDatabase db;
    db.add(EntityKind::School, {{"school_code", QStringLiteral("255901001")}, {"name", QStringLiteral("Grand Bend High School")}});
    const auto table = readTableFile(folder + QStringLiteral("/sis_export_2021-22.csv"));
    const auto plan = planTable(*table, "students", options(), db.data);
    QVERIFY(plan.has_value());
    QCOMPARE(plan->count(RowStatus::Create) + plan->count(RowStatus::Error), 960);
    QVERIFY(plan->count(RowStatus::Error) > 0);
    for (const IntakeFinding &finding : plan->rowFindings)
        QCOMPARE(finding.code, QStringLiteral("K13"));
}

QTEST_APPLESS_MAIN(TestRealFiles)
#include "tst_realfiles.moc"
