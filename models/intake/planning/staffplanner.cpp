// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/planning/staffplanner.h"

#include "models/domain/names.h"

namespace certdesk {

StaffPlanner::StaffPlanner(const PlanScene &scene)
    : EntityPlanner(scene), m_copier(scene.kind, EntityKind::Staff), m_schools(scene.kind, scene.options, scene.present),
      m_id(field("staff_id")), m_email(field("email")), m_login(field("login")), m_first(field("first_name")), m_last(field("last_name"))
{
    for (const Record &person : present().of(EntityKind::Staff)) {
        if (person.has("staff_id"))
            m_byId.insert(person.text("staff_id"), &person);
        if (person.has("email"))
            m_byEmail.insert(person.text("email").toCaseFolded(), &person);
        if (person.has("login"))
            m_byLogin.insert(foldedLogin(person.text("login")), &person);
    }
    if (isMapped("login")) {
        for (const Record &student : present().of(EntityKind::Student)) {
            if (student.has("login"))
                m_studentLogins.insert(foldedLogin(student.text("login")), StudentFinder::displayName(student));
        }
    }
    for (const Record &assignment : present().of(EntityKind::StaffSchool))
        m_assigned.insert({assignment.integer("staff_id"), assignment.integer("school_id")});
}

const Record *StaffPlanner::match(RowInput &row) const
{
    const Record *found = nullptr;
    const Record *candidates[] = {row.has(m_id) ? m_byId.value(row.text(m_id)) : nullptr,
                                  row.has(m_email) ? m_byEmail.value(row.text(m_email).toCaseFolded()) : nullptr,
                                  row.has(m_login) ? m_byLogin.value(foldedLogin(row.text(m_login))) : nullptr};
    for (const Record *candidate : candidates) {
        if (!found)
            found = candidate;
        else if (candidate && candidate != found && candidate != candidates[2])
            row.report(intakeFinding("K04", {StudentFinder::displayName(*found) + QStringLiteral(", ") + StudentFinder::displayName(*candidate)}));
    }
    return found;
}

void StaffPlanner::checkLogin(RowInput &row, const Record *person) const
{
    if (!row.has(m_login))
        return;
    const QString login = foldedLogin(row.text(m_login));
    const Record *owner = m_byLogin.value(login);
    QString holder = m_studentLogins.value(login);
    if (owner && owner != person)
        holder = StudentFinder::displayName(*owner);
    if (!holder.isEmpty())
        row.report(intakeFinding("K05", {holder}), m_login, row.text(m_login));
}

void StaffPlanner::planRow(RowInput &row)
{
    for (const int name : {m_first, m_last}) {
        if (!row.has(name))
            row.report(intakeFinding("C01", {name == m_first ? QStringLiteral("first_name") : QStringLiteral("last_name")}), name);
    }
    const qint64 school = m_schools.find(row);
    const Record *person = match(row);
    checkLogin(row, person);
    if (row.status() == RowStatus::Error)
        return;
    const QString key = row.has(m_id) ? row.text(m_id) : row.has(m_email) ? row.text(m_email).toCaseFolded() : foldedLogin(row.text(m_login));
    if (!claim(row, key) || !claimLogin(row, m_login))
        return;
    if (!person) {
        if (!mayCreate(row, key))
            return;
        row.effect(RowStatus::Create);
        if (row.isHeld())
            return;
        QVector<FieldValue> fields = m_copier.all(row);
        fields.append(fieldValue(EntityKind::Staff, "status", Value(QStringLiteral("active"))));
        const qint64 created = writer().create(EntityKind::Staff, fields);
        if (school != 0)
            writer().create(EntityKind::StaffSchool, {fieldValue(EntityKind::StaffSchool, "staff_id", Value(created)),
                                                      fieldValue(EntityKind::StaffSchool, "school_id", Value(school))});
        return;
    }
    if (!mayUpdate(row))
        return;
    QVector<FieldValue> fields = differences(m_copier, row, *person);
    if (person->text("status") == QLatin1String("archived")) {
        row.report(intakeFinding("K03", {isoDay((*person)["archived_on"])}));
        fields += {fieldValue(EntityKind::Staff, "status", Value(QStringLiteral("active"))), fieldValue(EntityKind::Staff, "archived_on", Value()),
                   fieldValue(EntityKind::Staff, "archive_reason", Value())};
    }
    const bool assign = school != 0 && !m_assigned.contains({person->id, school});
    if (!fields.isEmpty() || assign)
        row.effect(RowStatus::Update);
    if (row.isHeld())
        return;
    writer().update(*person, fields);
    if (assign)
        writer().create(EntityKind::StaffSchool, {fieldValue(EntityKind::StaffSchool, "staff_id", Value(person->id)),
                                                  fieldValue(EntityKind::StaffSchool, "school_id", Value(school))});
}

} // namespace certdesk
