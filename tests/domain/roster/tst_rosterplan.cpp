// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/roster/rosterplan.h"

#include <QTest>
#include <numeric>

using namespace certdesk;

class TestRosterPlan : public QObject
{
    Q_OBJECT

    static QString latin(const char *text) { return QString::fromLatin1(text); }

    static Record school(qint64 id, const char *low, const char *high)
    {
        Record record(EntityKind::School);
        record.id = id;
        record.version = 1;
        return record.set("name", Value(latin("School"))).set("low_grade", Value(latin(low))).set("high_grade", Value(latin(high)));
    }
    static Record student(qint64 id, qint64 school, const char *grade)
    {
        Record record(EntityKind::Student);
        record.id = id;
        record.version = 3;
        return record.set("school_id", Value(school)).set("grade", Value(latin(grade))).set("status", Value(latin("active")));
    }
    static Record member(qint64 id, qint64 student)
    {
        Record record(EntityKind::Member);
        record.id = id;
        record.version = 1;
        return record.set("group_id", Value(qint64{1})).set("student_id", Value(student));
    }
    static PresentRoster roster()
    {
        PresentRoster roster;
        roster.schools = {school(1, "09", "12"), school(2, "09", "12"), school(3, "KG", "08")};
        roster.students = {student(1, 1, "09"), student(2, 1, "12"), student(3, 3, "08"), student(4, 1, "10")};
        roster.students[3].set("status", Value(latin("archived"))).set("archived_on", Value(dayNumber(2026, 6, 1)));
        roster.members = {member(7, 1)};
        return roster;
    }
    static RosterOptions options(const QSet<QString> &accepted = {}, const QSet<QString> &overrides = {})
    {
        return {2028, dayNumber(2027, 8, 1), accepted, overrides};
    }
    static Value changed(const RosterPlan &plan, EntityKind kind, const char *field)
    {
        for (const RowChange &change : plan.changes) {
            for (const FieldValue &value : change.fields) {
                if (change.kind == kind && value.field == entityDef(kind).index(field))
                    return value.value;
            }
        }
        return {};
    }

private Q_SLOTS:
    void aPromotionWritesGradeAndDecision()
    {
        const PresentRoster present = roster();
        RosterPlanner planner(latin("upgrade"), present, options());
        planner.move(1, GradeMove::Promote);
        const RosterPlan plan = planner.plan();
        QCOMPARE(plan.count(RowStatus::Promote), 1);
        QCOMPARE(changed(plan, EntityKind::Student, "grade").text(), latin("10"));
        QCOMPARE(changed(plan, EntityKind::Enrollment, "baseline_grade").text(), latin("09"));
        QCOMPARE(changed(plan, EntityKind::Enrollment, "decision").text(), latin("promote"));
        QCOMPARE(plan.changes.first().baseVersion, qint64{3});
    }

    void aRetainedStudentKeepsTheGradeAndIsRecorded()
    {
        const PresentRoster present = roster();
        RosterPlanner planner(latin("upgrade"), present, options());
        planner.move(1, GradeMove::Retain);
        const RosterPlan plan = planner.plan();
        QCOMPARE(plan.count(RowStatus::Retain), 1);
        QVERIFY(changed(plan, EntityKind::Student, "grade").isEmpty());
        QCOMPARE(changed(plan, EntityKind::Enrollment, "decision").text(), latin("retain"));
    }

    void aSeniorIsArchivedAsGraduateOnlyWhenAccepted()
    {
        const PresentRoster present = roster();
        RosterPlanner asking(latin("upgrade"), present, options());
        asking.move(2, GradeMove::Promote);
        QCOMPARE(asking.plan().rows.first().code, latin("K10"));
        QCOMPARE(asking.plan().heldBack(), 1);
        RosterPlanner accepted(latin("upgrade"), present, options({latin("K10")}));
        accepted.move(2, GradeMove::Promote);
        QCOMPARE(accepted.plan().count(RowStatus::Archive), 1);
        QCOMPARE(changed(accepted.plan(), EntityKind::Student, "archive_reason").text(), latin("graduated"));
    }

    void aStudentListedTwiceIsADuplicate()
    {
        const PresentRoster present = roster();
        RosterPlanner planner(latin("upgrade"), present, options());
        planner.move(1, GradeMove::Promote, {2, {}});
        planner.move(1, GradeMove::Promote, {3, {}});
        const RosterPlan plan = planner.plan();
        QCOMPARE(plan.count(RowStatus::Duplicate), 1);
        QCOMPARE(std::accumulate(plan.counts.begin(), plan.counts.end(), 0), 2);
    }

    void anArchivedStudentIsARestoreNotAPromotion()
    {
        const PresentRoster present = roster();
        RosterPlanner planner(latin("upgrade"), present, options());
        planner.move(4, GradeMove::Promote);
        QCOMPARE(planner.plan().rows.first().code, latin("K03"));
        QVERIFY(planner.plan().changes.isEmpty());
        RosterPlanner restoring(latin("restore"), present, options());
        restoring.restore(4, 0, {});
        QCOMPARE(restoring.plan().count(RowStatus::Restore), 1);
        QCOMPARE(changed(restoring.plan(), EntityKind::Enrollment, "decision").text(), latin("placed"));
    }

    void archivingEndsMemberships()
    {
        const PresentRoster present = roster();
        RosterPlanner planner(latin("archive"), present, options());
        planner.archive(1, latin("transferred"));
        QCOMPARE(changed(planner.plan(), EntityKind::Member, "to_date").integer(), dayNumber(2027, 8, 1));
    }

    void aMigrationIntoAForbiddenGradeNeedsAnOverride()
    {
        const PresentRoster present = roster();
        RosterPlanner refused(latin("migrate"), present, options());
        refused.migrate({3, 1, latin("08"), {}});
        QCOMPARE(refused.plan().rows.first().code, latin("K07"));
        RosterPlanner overridden(latin("migrate"), present, options({}, {latin("K07")}));
        overridden.migrate({3, 1, latin("08"), {}});
        QCOMPARE(overridden.plan().count(RowStatus::Migrate), 1);
        RosterPlanner oneStep(latin("migrate"), present, options());
        oneStep.migrate({3, 1, latin("09"), {}});
        QCOMPARE(oneStep.plan().count(RowStatus::Migrate), 1);
    }

    void aMigrationMovesTheOneRecord()
    {
        const PresentRoster present = roster();
        RosterPlanner planner(latin("migrate"), present, options());
        planner.migrate({1, 2, {}, {{entityDef(EntityKind::Student).index("preferred_name"), Value(latin("Ro"))}}});
        const RosterPlan plan = planner.plan();
        QCOMPARE(plan.count(RowStatus::Migrate), 1);
        QCOMPARE(changed(plan, EntityKind::Student, "school_id").integer(), qint64{2});
        QCOMPARE(changed(plan, EntityKind::Student, "preferred_name").text(), latin("Ro"));
        QVERIFY(!changed(plan, EntityKind::Member, "to_date").isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRosterPlan)
#include "tst_rosterplan.moc"
