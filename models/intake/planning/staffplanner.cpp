// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/planning/staffplanner.h"

#include "models/domain/names.h"

#include <algorithm>

namespace certdesk {

StaffPlanner::StaffPlanner(const PlanScene &scene)
    : EntityPlanner(scene), m_copier(scene.kind, EntityKind::Staff), m_schools(scene.kind, scene.options, scene.present),
      m_role(field("role")), m_id(field("staff_id")), m_email(field("email")), m_login(field("login")), m_first(field("first_name")), m_last(field("last_name"))
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
    for (const Record &account : present().of(EntityKind::Account)) {
        if (account.integer("staff_id") > 0)
            m_accounts.insert(account.integer("staff_id"), account.id);
    }
    for (const Record &role : present().of(EntityKind::AccountRole))
        m_roles.insert({role.integer("account_id"), role.text("role")});
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
    const QVector<qint64> schools = m_schools.findAll(row);
    const Record *person = match(row);
    checkLogin(row, person);
    if (row.status() == RowStatus::Error)
        return;
    const QString key = row.has(m_id) ? row.text(m_id) : row.has(m_email) ? row.text(m_email).toCaseFolded() : foldedLogin(row.text(m_login));
    if (!claim(row, key) || !claimLogin(row, m_login))
        return;
    checkRole(row, person);
    if (person)
        planPresent(row, *person, schools);
    else if (mayCreate(row, key))
        planNew(row, schools);
}

/// making somebody an administrator is always asked about.
void StaffPlanner::checkRole(RowInput &row, const Record *person) const
{
    const bool isAdministrator = row.text(m_role).endsWith(QLatin1String("administrator"));
    if (isAdministrator && (!person || lacksRole(row, *person)))
        row.report(intakeFinding("ROLE", {row.text(m_first) + QLatin1Char(' ') + row.text(m_last), row.text(m_role)}), m_role, row.text(m_role));
}

bool StaffPlanner::lacksRole(const RowInput &row, const Record &person) const
{
    const qint64 account = m_accounts.value(person.id);
    return row.has(m_role) && row.text(m_role) != QLatin1String("staff") && account != 0 && !m_roles.contains({account, row.text(m_role)});
}

void StaffPlanner::planNew(RowInput &row, const QVector<qint64> &schools)
{
    row.effect(RowStatus::Create);
    if (row.isHeld())
        return;
    QVector<FieldValue> fields = m_copier.all(row);
    fields.append(fieldValue(EntityKind::Staff, "status", Value(QStringLiteral("active"))));
    assign(writer().create(EntityKind::Staff, fields), schools);
}

void StaffPlanner::assign(qint64 person, const QVector<qint64> &schools)
{
    for (const qint64 school : schools) {
        if (school != 0 && !m_assigned.contains({person, school}))
            writer().create(EntityKind::StaffSchool, {fieldValue(EntityKind::StaffSchool, "staff_id", Value(person)),
                                                      fieldValue(EntityKind::StaffSchool, "school_id", Value(school))});
    }
}

/// Who has an account gets the role there; else it is given with the account.
void StaffPlanner::giveRole(const RowInput &row, const Record &person, const QVector<qint64> &schools)
{
    constexpr EntityKind R = EntityKind::AccountRole;
    QVector<FieldValue> fields{fieldValue(R, "account_id", Value(m_accounts.value(person.id))), fieldValue(R, "role", row.value(m_role))};
    if (schools.first() != 0 && row.text(m_role) != QLatin1String("district-administrator"))
        fields.append(fieldValue(R, "school_id", Value(schools.first())));
    writer().create(R, fields);
}

void StaffPlanner::planPresent(RowInput &row, const Record &person, const QVector<qint64> &schools)
{
    if (!mayUpdate(row))
        return;
    QVector<FieldValue> fields = differences(m_copier, row, person);
    if (person.text("status") == QLatin1String("archived")) {
        row.report(intakeFinding("K03", {isoDay(person["archived_on"])}));
        fields += {fieldValue(EntityKind::Staff, "status", Value(QStringLiteral("active"))), fieldValue(EntityKind::Staff, "archived_on", Value()),
                   fieldValue(EntityKind::Staff, "archive_reason", Value())};
    }
    const bool assigns = std::any_of(schools.cbegin(), schools.cend(), [&](qint64 school) { return school != 0 && !m_assigned.contains({person.id, school}); });
    if (!fields.isEmpty() || assigns || lacksRole(row, person))
        row.effect(RowStatus::Update);
    if (row.isHeld())
        return;
    writer().update(person, fields);
    assign(person.id, schools);
    if (lacksRole(row, person))
        giveRole(row, person, schools);
}

} // namespace certdesk
