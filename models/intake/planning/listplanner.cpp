// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/planning/listplanner.h"

#include <QCoreApplication>

namespace certdesk {

SchoolPlanner::SchoolPlanner(const PlanScene &scene)
    : EntityPlanner(scene), m_copier(scene.kind, EntityKind::School), m_code(field("school_code")), m_number(field("number"))
{
    for (const Record &school : present().of(EntityKind::School))
        m_byCode.insert(school.text("school_code"), &school);
}

void SchoolPlanner::planRow(RowInput &row)
{
    if (!row.has(field("name"))) {
        row.report(intakeFinding("C01", {QStringLiteral("name")}), field("name"));
        return;
    }
    const QString code = row.has(m_code) ? row.text(m_code) : row.text(m_number);
    if (!claim(row, code))
        return;
    const Record *school = m_byCode.value(code);
    if (school) {
        if (!mayUpdate(row))
            return;
        const QVector<FieldValue> fields = differences(m_copier, row, *school);
        if (!fields.isEmpty())
            row.effect(RowStatus::Update);
        if (!row.isHeld())
            writer().update(*school, fields);
        return;
    }
    if (!mayCreate(row, code))
        return;
    row.effect(RowStatus::Create);
    if (row.isHeld())
        return;
    QVector<FieldValue> fields = m_copier.all(row);
    if (!row.has(m_code))
        fields.append(fieldValue(EntityKind::School, "school_code", Value(code)));
    if (!row.has(field("status")))
        fields.append(fieldValue(EntityKind::School, "status", Value(QStringLiteral("active"))));
    writer().create(EntityKind::School, fields);
}

CoursePlanner::CoursePlanner(const PlanScene &scene)
    : EntityPlanner(scene), m_copier(scene.kind, EntityKind::Course), m_number(field("course_number"))
{
    for (const Record &course : present().of(EntityKind::Course))
        m_byNumber.insert({course.integer("school_year"), course.text("course_number")}, &course);
}

void CoursePlanner::planRow(RowInput &row)
{
    const qint64 year = schoolYear(row);
    const QString number = row.text(m_number);
    if (year == 0) {
        row.report(intakeFinding("C01", {QStringLiteral("school_year")}), field("school_year"));
        return;
    }
    if (!claim(row, QString::number(year) + QLatin1Char('\n') + number))
        return;
    const Record *course = m_byNumber.value({year, number});
    if (course) {
        if (!mayUpdate(row))
            return;
        const QVector<FieldValue> fields = differences(m_copier, row, *course);
        if (!fields.isEmpty())
            row.effect(RowStatus::Update);
        if (!row.isHeld())
            writer().update(*course, fields);
        return;
    }
    if (!mayCreate(row, number))
        return;
    row.effect(RowStatus::Create);
    if (row.isHeld())
        return;
    QVector<FieldValue> fields = m_copier.all(row);
    fields.append(fieldValue(EntityKind::Course, "school_year", Value(year)));
    writer().create(EntityKind::Course, fields);
}

} // namespace certdesk
