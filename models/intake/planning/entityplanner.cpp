// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/planning/entityplanner.h"

#include "models/domain/names.h"
#include "models/intake/planning/assessmentplanner.h"
#include "models/intake/planning/attemptplanner.h"
#include "models/intake/planning/certificateplanner.h"
#include "models/intake/planning/listplanner.h"
#include "models/intake/planning/sectionplanner.h"
#include "models/intake/planning/staffplanner.h"
#include "models/intake/planning/studentplanner.h"

#include <QCoreApplication>

namespace certdesk {

IntakeFindings EntityPlanner::needSchoolYear() const
{
    if (m_scene.options.schoolYear > 0 || isMapped("school_year"))
        return {};
    IntakeFinding finding = intakeFinding("H03", {QStringLiteral("school_year")});
    finding.field = QStringLiteral("school_year");
    finding.next = QCoreApplication::translate("intake", "Choose the school year, or add a column with it");
    return {finding};
}

IntakeFindings EntityPlanner::needSchool(const SchoolFinder &schools) const
{
    if (!m_scene.options.school.isEmpty() && !schools.hasDefault())
        return {intakeFinding("K13", {m_scene.options.school})};
    if (schools.hasDefault() || isMapped("school_code") || isMapped("school_name"))
        return {};
    IntakeFinding finding = intakeFinding("H03", {QStringLiteral("school_code")});
    finding.field = QStringLiteral("school_code");
    finding.next = QCoreApplication::translate("intake", "Choose the school, or add a column with it");
    return {finding};
}

QVector<FieldValue> EntityPlanner::differences(const FieldCopier &copier, RowInput &row, const Record &record) const
{
    QStringList kept;
    const QVector<FieldValue> fields = copier.differences(row, record, {m_scene.options, m_scene.mapping, m_scene.present}, &kept);
    for (const QString &name : std::as_const(kept))
        row.report(intakeFinding("K16", {name}), m_scene.kind.find(name), row.text(m_scene.kind.find(name)));
    return fields;
}

bool EntityPlanner::claimLogin(RowInput &row, int loginField)
{
    if (!row.has(loginField))
        return true;
    const int first = m_claimedLogins.claim(foldedLogin(row.text(loginField)), row.index());
    if (first == ClaimedKeys::nobody)
        return true;
    row.report(intakeFinding("K05", {QCoreApplication::translate("intake", "row %1").arg(m_scene.table.line(first))}), loginField, row.text(loginField));
    return false;
}

bool EntityPlanner::claim(RowInput &row, const QString &key)
{
    const int first = m_claimed.claim(key, row.index());
    if (first == ClaimedKeys::nobody)
        return true;
    QStringList differing;
    for (int i = 0; i < m_scene.kind.fields.size(); ++i) {
        const int column = m_scene.mapping.columnOfField[i];
        if (column >= 0 && m_scene.table.cell(row.index(), column) != m_scene.table.cell(first, column))
            differing.append(QLatin1String(m_scene.kind.fields[i].name));
    }
    row.report(intakeFinding("R05", {QString::number(m_scene.table.line(first)), differing.join(QStringLiteral(", "))}));
    if (m_scene.options.accepts(QStringLiteral("R05")))
        row.effect(RowStatus::Skipped); // the first row counts
    return false;
}

bool EntityPlanner::mayCreate(RowInput &row, const QString &key, const QStringList &near) const
{
    if (m_scene.options.policy != RowPolicy::UpdateOnly)
        return true;
    IntakeFinding finding = intakeFinding("K01", {key});
    if (m_scene.kind.primary != EntityKind::Student)
        finding.message = QCoreApplication::translate("intake", "There is no record %1 to update").arg(key);
    if (!near.isEmpty())
        finding.next = QCoreApplication::translate("intake", "Near it: %1. Choose the person, register now, or skip").arg(near.join(QStringLiteral(", ")));
    row.report(finding);
    return false;
}

bool EntityPlanner::mayUpdate(RowInput &row) const
{
    if (m_scene.options.policy != RowPolicy::AddOnly)
        return true;
    row.effect(RowStatus::Skipped);
    return false;
}

std::unique_ptr<EntityPlanner> makeEntityPlanner(const PlanScene &scene)
{
    if (qstrcmp(scene.kind.name, "demographics") == 0)
        return std::make_unique<DemographicsPlanner>(scene);
    switch (scene.kind.primary) {
    case EntityKind::Assessment:
        return std::make_unique<AssessmentPlanner>(scene);
    case EntityKind::Student:
        return std::make_unique<StudentPlanner>(scene);
    case EntityKind::Staff:
        return std::make_unique<StaffPlanner>(scene);
    case EntityKind::Group:
    case EntityKind::Member:
        return std::make_unique<SectionPlanner>(scene);
    case EntityKind::ProgramCertificate:
        return std::make_unique<ProgramCertificatePlanner>(scene);
    case EntityKind::Certificate:
        return std::make_unique<CertificatePlanner>(scene);
    case EntityKind::Attempt:
        return std::make_unique<AttemptPlanner>(scene);
    case EntityKind::Course:
        return std::make_unique<CoursePlanner>(scene);
    default:
        return std::make_unique<SchoolPlanner>(scene);
    }
}

} // namespace certdesk
