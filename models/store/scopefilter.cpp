// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/scopefilter.h"

#include <QStringList>

namespace certdesk {

namespace {

QString quoted(QString text)
{
    return QLatin1Char('\'') + text.replace(QLatin1Char('\''), QLatin1String("''")) + QLatin1Char('\'');
}

QString idList(const QSet<qint64> &ids)
{
    QStringList list;
    for (const qint64 id : ids)
        list.append(QString::number(id));
    list.sort();
    return list.isEmpty() ? QStringLiteral("0") : list.join(QLatin1Char(','));
}

/// Fills {a} with the alias, {schools}, {staff}, {student} and {person} with literals of the scope.
QString filled(QString condition, const Scope &scope, const QString &alias)
{
    condition.replace(QLatin1String("{a}"), alias);
    condition.replace(QLatin1String("{schools}"), idList(scope.schoolIds()));
    condition.replace(QLatin1String("{staff}"), QString::number(scope.staffId()));
    condition.replace(QLatin1String("{student}"), QString::number(scope.studentId()));
    condition.replace(QLatin1String("{person}"), quoted(scope.person()));
    return condition;
}

const char *const ownAttempts = "SELECT v_at.id FROM attempt v_at WHERE v_at.teacher_id = {staff} OR v_at.entered_by = {person} "
                                "OR v_at.student_id = {student}";
const char *const ownStudents = "SELECT v_m.student_id FROM member v_m JOIN group_staff v_gs ON v_gs.group_id = v_m.group_id "
                                "WHERE v_gs.staff_id = {staff} "
                                "UNION SELECT v_at.student_id FROM attempt v_at WHERE v_at.teacher_id = {staff} OR v_at.entered_by = {person} "
                                "UNION SELECT {student}";
const char *const ownGroups = "SELECT v_gs.group_id FROM group_staff v_gs WHERE v_gs.staff_id = {staff} "
                              "UNION SELECT v_m.group_id FROM member v_m WHERE v_m.student_id = {student}";

QString in(const char *column, const char *select)
{
    return QStringLiteral("{a}.%1 IN (%2)").arg(QLatin1String(column), QLatin1String(select));
}

QString ownRowsCondition(EntityKind kind)
{
    switch (kind) {
    case EntityKind::Student:
        return in("id", ownStudents);
    case EntityKind::Enrollment:
    case EntityKind::GradeChange:
    case EntityKind::PreviousId:
    case EntityKind::Assessment:
        return in("student_id", ownStudents);
    case EntityKind::ExternalId:
        return QStringLiteral("({a}.staff_id = {staff} OR {a}.student_id IN (%1))").arg(QLatin1String(ownStudents));
    case EntityKind::Staff:
        return QStringLiteral("{a}.id = {staff}");
    case EntityKind::StaffSchool:
        return QStringLiteral("{a}.staff_id = {staff}");
    case EntityKind::Group:
        return in("id", ownGroups);
    case EntityKind::GroupStaff:
        return in("group_id", ownGroups);
    case EntityKind::Member:
        return QStringLiteral("({a}.student_id = {student} OR {a}.group_id IN (SELECT v_gs.group_id FROM group_staff v_gs "
                              "WHERE v_gs.staff_id = {staff}))");
    case EntityKind::Attempt:
        return QStringLiteral("({a}.teacher_id = {staff} OR {a}.entered_by = {person} OR {a}.student_id = {student})");
    case EntityKind::Evidence:
        return QStringLiteral("({a}.uploaded_by = {person} OR {a}.id IN (SELECT v_el.evidence_id FROM evidence_link v_el WHERE v_el.attempt_id IN (%1)))")
            .arg(QLatin1String(ownAttempts));
    case EntityKind::EvidenceLink:
        return in("attempt_id", ownAttempts);
    case EntityKind::Account:
        return QStringLiteral("{a}.name = {person}");
    case EntityKind::AccountRole:
        return QStringLiteral("{a}.account_id IN (SELECT v_ac.id FROM account v_ac WHERE v_ac.name = {person})");
    case EntityKind::ResultEntry:
        return QStringLiteral("{a}.requested_by = {person}");
    case EntityKind::ResultView:
    case EntityKind::Message:
        return QStringLiteral("{a}.person = {person}");
    case EntityKind::Organization:
    case EntityKind::School:
    case EntityKind::TestingPeriod:
    case EntityKind::Course:
    case EntityKind::Program:
    case EntityKind::Provider:
    case EntityKind::Certificate:
    case EntityKind::Component:
    case EntityKind::ProgramCertificate:
    case EntityKind::Rule:
    case EntityKind::RuleGroup:
    case EntityKind::RoleRight:
        return QStringLiteral("(1 = 1)");
    default:
        return QStringLiteral("(1 = 0)");
    }
}

/// Participations of the own schools, and those of the whole district, in which every school takes part.
const char *const schoolParticipations = "SELECT v_pa.id FROM participation v_pa WHERE v_pa.school_code IS NULL OR v_pa.school_code IN "
                                         "(SELECT v_sc.school_code FROM school v_sc WHERE v_sc.id IN ({schools}))";
/// Accounts all of whose roles (but those of own rows) are at the own schools, and those of the schools' students.
const char *const schoolAccounts = "SELECT v_ar.account_id FROM account_role v_ar JOIN account v_aj ON v_aj.id = v_ar.account_id "
                                   "WHERE (v_ar.school_id IN ({schools}) OR v_aj.student_id IN (SELECT v_st.id FROM student v_st WHERE v_st.school_id IN ({schools}))) "
                                   "AND v_ar.account_id NOT IN "
                                   "(SELECT v_ao.account_id FROM account_role v_ao WHERE v_ao.role NOT IN ('teacher', 'student') "
                                   "AND (v_ao.school_id IS NULL OR v_ao.school_id NOT IN ({schools})))";

QString schoolsCondition(EntityKind kind)
{
    switch (kind) {
    case EntityKind::School:
        return QStringLiteral("{a}.id IN ({schools})");
    case EntityKind::Student:
    case EntityKind::Enrollment:
    case EntityKind::Group:
    case EntityKind::StaffSchool:
        return QStringLiteral("{a}.school_id IN ({schools})");
    case EntityKind::Staff:
        // Staff of no school yet belong to everybody: they have just come in.
        return QStringLiteral("({a}.id IN (SELECT v_ss.staff_id FROM staff_school v_ss WHERE v_ss.school_id IN ({schools})) "
                              "OR {a}.id IN (SELECT v_gs.staff_id FROM group_staff v_gs JOIN student_group v_g ON v_g.id = v_gs.group_id WHERE v_g.school_id IN ({schools})) "
                              "OR {a}.id NOT IN (SELECT v_ss.staff_id FROM staff_school v_ss))");
    case EntityKind::Attempt:
        return QStringLiteral("({a}.school_id IN ({schools}) OR {a}.entered_by = {person})");
    case EntityKind::GradeChange:
    case EntityKind::PreviousId:
    case EntityKind::Assessment:
        return QStringLiteral("{a}.student_id IN (SELECT v_st.id FROM student v_st WHERE v_st.school_id IN ({schools}))");
    case EntityKind::ExternalId:
        return QStringLiteral("({a}.student_id IN (SELECT v_st.id FROM student v_st WHERE v_st.school_id IN ({schools})) OR {a}.school_id IN ({schools}) "
                              "OR {a}.group_id IN (SELECT v_g.id FROM student_group v_g WHERE v_g.school_id IN ({schools})) "
                              "OR {a}.staff_id IN (SELECT v_ss.staff_id FROM staff_school v_ss WHERE v_ss.school_id IN ({schools})))");
    case EntityKind::TestingPeriod:
        return QStringLiteral("({a}.school_id IS NULL OR {a}.school_id IN ({schools}))");
    case EntityKind::RosterStep:
        return QStringLiteral("{a}.school_id IN ({schools})");
    case EntityKind::GroupStaff:
    case EntityKind::Member:
        return QStringLiteral("{a}.group_id IN (SELECT v_g.id FROM student_group v_g WHERE v_g.school_id IN ({schools}))");
    case EntityKind::EvidenceLink:
        return QStringLiteral("{a}.attempt_id IN (SELECT v_at.id FROM attempt v_at WHERE v_at.school_id IN ({schools}) OR v_at.entered_by = {person})");
    case EntityKind::Evidence:
        return QStringLiteral("({a}.uploaded_by = {person} OR {a}.id IN (SELECT v_el.evidence_id FROM evidence_link v_el "
                              "JOIN attempt v_at ON v_at.id = v_el.attempt_id WHERE v_at.school_id IN ({schools})))");
    case EntityKind::Account:
        return QStringLiteral("({a}.name = {person} OR {a}.id IN (%1))").arg(QLatin1String(schoolAccounts));
    case EntityKind::AccountRole:
        return QStringLiteral("({a}.account_id IN (%1) OR {a}.account_id IN (SELECT v_ac.id FROM account v_ac WHERE v_ac.name = {person}))")
            .arg(QLatin1String(schoolAccounts));
    case EntityKind::CategoryMember:
        return QStringLiteral("({a}.school_code IS NULL OR {a}.person = {person} OR {a}.school_code IN "
                              "(SELECT v_sc.school_code FROM school v_sc WHERE v_sc.id IN ({schools})))");
    case EntityKind::Participation:
        return in("id", schoolParticipations);
    case EntityKind::Snapshot:
    case EntityKind::SignOff:
    case EntityKind::Request:
    case EntityKind::WizardProgress:
        return in("participation_id", schoolParticipations);
    case EntityKind::ResultEntry:
        // A result of the whole district names pupils of all its schools.
        return QStringLiteral("({a}.requested_by = {person} OR {a}.participation_id IN (SELECT v_pa.id FROM participation v_pa WHERE v_pa.school_code IN "
                              "(SELECT v_sc.school_code FROM school v_sc WHERE v_sc.id IN ({schools}))))");
    case EntityKind::ResultView:
        return QStringLiteral("{a}.person = {person}");
    default:
        return QStringLiteral("(1 = 1)");
    }
}

/// Students and all that names them.
bool isAboutStudents(EntityKind kind)
{
    switch (kind) {
    case EntityKind::Student:
    case EntityKind::Enrollment:
    case EntityKind::GradeChange:
    case EntityKind::PreviousId:
    case EntityKind::ExternalId:
    case EntityKind::Assessment:
    case EntityKind::Member:
    case EntityKind::Attempt:
    case EntityKind::Evidence:
    case EntityKind::EvidenceLink:
    case EntityKind::ResultEntry:
        return true;
    default:
        return false;
    }
}

QString studentEntityNames()
{
    QStringList names;
    for (const EntityKind kind : entityKinds()) {
        if (isAboutStudents(kind))
            names.append(quoted(QLatin1String(entityDef(kind).name)));
    }
    return names.join(QLatin1Char(','));
}

QString findingCondition(const Scope &scope)
{
    QStringList parts;
    for (const EntityKind kind : entityKinds()) {
        const EntityDef &def = entityDef(kind);
        if (!def.content || def.owner == Owner::Local)
            continue;
        parts.append(QStringLiteral("({a}.entity = '%1' AND {a}.record_id IN (SELECT v_r.id FROM %2 v_r WHERE %3))")
                         .arg(QLatin1String(def.name), QLatin1String(def.table), scopeCondition(scope, kind, QStringLiteral("v_r"))));
    }
    return QLatin1Char('(') + parts.join(QLatin1String(" OR ")) + QLatin1Char(')');
}

} // namespace

QString scopeCondition(const Scope &scope, EntityKind kind, const QString &alias)
{
    if (kind == EntityKind::Message && !scope.isWholeDatabase())
        return filled(QStringLiteral("{a}.person = {person}"), scope, alias);
    if (scope.seesEverything())
        return QStringLiteral("(1 = 1)");
    if (scope.hidesStudents() && isAboutStudents(kind))
        return QStringLiteral("(1 = 0)");
    if (scope.isLimitedToOwnRows())
        return filled(ownRowsCondition(kind), scope, alias);
    if (!scope.isLimitedToSchools())
        return QStringLiteral("(1 = 1)");
    const bool hasOwnRows = scope.staffId() != 0 || scope.studentId() != 0;
    const QString condition = hasOwnRows ? QStringLiteral("(%1 OR %2)").arg(schoolsCondition(kind), ownRowsCondition(kind)) : schoolsCondition(kind);
    return filled(condition, scope, alias);
}

QString scopeConditionForTable(const Scope &scope, const QString &table, const QString &alias)
{
    if (scope.seesEverything())
        return QStringLiteral("(1 = 1)");
    QString condition = QStringLiteral("(1 = 0)");
    if (table == QLatin1String("batch") || table == QLatin1String("journal"))
        condition = scope.isLimitedToOwnRows() || scope.isLimitedToSchools() ? QStringLiteral("{a}.person = {person}") : QStringLiteral("(1 = 1)");
    if (table == QLatin1String("journal") && scope.hidesStudents())
        condition = QStringLiteral("(%1 AND ({a}.entity IS NULL OR {a}.entity NOT IN (%2)))").arg(condition, studentEntityNames());
    else if (table == QLatin1String("issue") && !scope.hidesStudents())
        condition = QStringLiteral("({a}.school_id IN ({schools}) OR {a}.batch_id IN (SELECT v_b.id FROM batch v_b WHERE v_b.person = {person}))");
    else if (table == QLatin1String("finding"))
        condition = findingCondition(scope);
    return filled(condition, scope, alias);
}

} // namespace certdesk
