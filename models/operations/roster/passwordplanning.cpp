// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/roster/passwordplanning.h"

#include "models/domain/names.h"
#include "models/operations/roster/groupplanning.h"
#include "models/store/accounts/peopleaccounts.h"

#include <QCoreApplication>

namespace certdesk {

namespace {

using Outcome = PasswordPlanRow::Outcome;

QString tr(const char *text)
{
    return QCoreApplication::translate("PasswordOperation", text);
}

/// single sign-on brings its own passwords.
bool isSso(const Record &school)
{
    const QString source = school.text("roster_source").toLower();
    return source == QLatin1String("clever") || source == QLatin1String("classlink");
}

class Planning
{
public:
    Planning(Session &session, const PasswordRequest &request) : m_session(session), m_request(request) {}
    Result<PlannedPasswordOperation> run();

private:
    Done load();
    Done chooseGroup();
    bool isWanted(const Record &person) const;
    void addStudents();
    void addStaff();
    void addOthers();
    PasswordPlanRow rowOf(const Record &person) const;
    void decide(PasswordPlanRow row, const PersonAccount *account, bool isArchived, bool isSso);
    void leaveOut(PasswordPlanRow row, const char *cause);

    Session &m_session;
    const PasswordRequest &m_request;
    PlannedPasswordOperation m_planned;
    QVector<Record> m_schools;
    QVector<Record> m_students;
    QVector<Record> m_staff;
    QMultiHash<qint64, qint64> m_staffSchools;
    QVector<PersonAccount> m_accounts;
    QHash<qint64, const PersonAccount *> m_byStudent;
    QHash<qint64, const PersonAccount *> m_byStaff;
    QHash<QString, const PersonAccount *> m_byName;
    QHash<qint64, QString> m_codes;
    QSet<qint64> m_sso;
    std::optional<QSet<qint64>> m_members;
    QSet<QString> m_only;
    qint64 m_school = 0;
};

Done Planning::load()
{
    auto schools = m_session.records(EntityKind::School);
    auto students = m_session.records(EntityKind::Student);
    auto staff = m_session.records(EntityKind::Staff);
    auto places = m_session.records(EntityKind::StaffSchool);
    auto accounts = readPeopleAccounts(m_session);
    if (!schools || !students || !staff || !places)
        return tl::unexpected(!schools ? schools.error() : !students ? students.error() : !staff ? staff.error() : places.error());
    if (!accounts)
        return tl::unexpected(accounts.error());
    m_schools = std::move(*schools);
    m_students = std::move(*students);
    m_staff = std::move(*staff);
    m_accounts = std::move(*accounts);
    for (const Record &place : std::as_const(*places))
        m_staffSchools.insert(place.integer("staff_id"), place.integer("school_id"));
    for (const Record &school : std::as_const(m_schools)) {
        m_codes.insert(school.id, school.text("school_code"));
        if (isSso(school))
            m_sso.insert(school.id);
        if (school.text("school_code") == m_request.school)
            m_school = school.id;
    }
    if (m_school == 0 && !m_request.school.isEmpty())
        return failure(Error::Kind::Invalid, QStringLiteral("K13"), tr("School %1 is unknown, or not one of yours.").arg(m_request.school), tr("Look it up with: list schools"));
    for (const PersonAccount &account : std::as_const(m_accounts)) {
        m_byName.insert(foldedLogin(account.name), &account);
        if (account.studentId != 0)
            m_byStudent.insert(account.studentId, &account);
        if (account.staffId != 0)
            m_byStaff.insert(account.staffId, &account);
    }
    for (const QString &key : m_request.only)
        m_only.insert(foldedLogin(key));
    return chooseGroup();
}

Done Planning::chooseGroup()
{
    if (m_request.group.isEmpty())
        return {};
    const auto groups = m_session.records(EntityKind::Group);
    const auto members = m_session.records(EntityKind::Member);
    if (!groups || !members)
        return tl::unexpected(!groups ? groups.error() : members.error());
    const auto group = findGroup(*groups, m_request.group, m_school, false);
    if (!group)
        return tl::unexpected(group.error());
    m_members = QSet<qint64>();
    for (const Record &member : *members) {
        if (member.integer("group_id") == *group && !member.has("to_date"))
            m_members->insert(member.integer("student_id"));
    }
    return {};
}

bool Planning::isWanted(const Record &person) const
{
    const bool isStudent = person.kind == EntityKind::Student;
    if (m_school != 0 && (isStudent ? person.integer("school_id") != m_school : !m_staffSchools.contains(person.id, m_school)))
        return false;
    if (m_members && (!isStudent || !m_members->contains(person.id)))
        return false;
    if (m_only.isEmpty())
        return true;
    for (const char *field : {"login", "email", isStudent ? "student_state_id" : "staff_id", isStudent ? "local_id" : "staff_state_id"}) {
        if (person.has(field) && m_only.contains(foldedLogin(person.text(field))))
            return true;
    }
    return false;
}

PasswordPlanRow Planning::rowOf(const Record &person) const
{
    PasswordPlanRow row;
    row.person = person.kind;
    row.personId = person.id;
    row.login = person.has("login") ? person.text("login") : person.kind == EntityKind::Staff ? person.text("email") : QString();
    row.firstName = person.text("first_name");
    row.lastName = person.text("last_name");
    row.email = person.text("email");
    row.role = person.kind == EntityKind::Student ? QStringLiteral("student") : QStringLiteral("teacher");
    return row;
}

void Planning::leaveOut(PasswordPlanRow row, const char *cause)
{
    row.outcome = Outcome::LeftOut;
    row.cause = QLatin1String(cause);
    m_planned.rows.append(row);
}

void Planning::decide(PasswordPlanRow row, const PersonAccount *account, bool isArchived, bool isSso)
{
    if (account) {
        row.account = account->id;
        row.version = account->version;
        row.login = account->name;
        if (!account->roles.isEmpty())
            row.role = account->roles.first();
    }
    if (isArchived)
        return leaveOut(row, "archived");
    if (isSso)
        return leaveOut(row, "sso");
    if (account && account->id == m_session.person().accountId && !m_request.withOwn)
        return leaveOut(row, "own");
    if (account && account->disabled)
        return leaveOut(row, "disabled");
    if (account && !account->isWithin(m_session.scope()))
        return leaveOut(row, "beyond");
    if (!account && row.login.trimmed().isEmpty())
        return leaveOut(row, "no-login");
    if (!account && m_byName.contains(foldedLogin(row.login))) {
        row.outcome = Outcome::Error;
        row.code = QStringLiteral("K05");
        row.message = tr("The login %1 belongs to the account of another person").arg(row.login);
        m_planned.rows.append(row);
        return;
    }
    row.outcome = account ? Outcome::Issue : Outcome::Create;
    m_planned.rows.append(row);
}

void Planning::addStudents()
{
    for (const Record &student : std::as_const(m_students)) {
        if (!isWanted(student))
            continue;
        PasswordPlanRow row = rowOf(student);
        row.grade = student.text("grade");
        row.school = m_codes.value(student.integer("school_id"));
        decide(row, m_byStudent.value(student.id), student.text("status") == QLatin1String("archived"), m_sso.contains(student.integer("school_id")));
    }
}

void Planning::addStaff()
{
    for (const Record &staff : std::as_const(m_staff)) {
        if (!isWanted(staff))
            continue;
        PasswordPlanRow row = rowOf(staff);
        const auto schools = m_staffSchools.values(staff.id);
        QStringList codes;
        for (const qint64 school : schools)
            codes.append(m_codes.value(school));
        codes.removeAll(QString());
        codes.sort();
        row.school = codes.join(QLatin1Char(' '));
        // Who works at one school without single sign-on needs a password.
        const bool isSso = !schools.isEmpty() && std::all_of(schools.cbegin(), schools.cend(), [this](qint64 school) { return m_sso.contains(school); });
        decide(row, m_byStaff.value(staff.id), staff.text("status") == QLatin1String("archived"), isSso);
    }
}

/// Adults with an account who are not on the staff list: administrators, mostly.
void Planning::addOthers()
{
    for (const PersonAccount &account : std::as_const(m_accounts)) {
        if (account.staffId != 0 || account.studentId != 0 || account.roles == QStringList{QStringLiteral("student")})
            continue;
        if (m_members || (m_school != 0 && !account.schools.contains(m_school)) || (!m_only.isEmpty() && !m_only.contains(foldedLogin(account.name))))
            continue;
        if (account.isWithin(m_session.scope()) && (m_session.scope().seesEverything() || !account.schools.isEmpty())) {
            PasswordPlanRow row;
            row.person = EntityKind::Staff;
            decide(row, &account, false, false);
        }
    }
}

Result<PlannedPasswordOperation> Planning::run()
{
    m_planned.request = m_request;
    if (const auto loaded = load(); !loaded)
        return tl::unexpected(loaded.error());
    if (m_request.students)
        addStudents();
    if (m_request.staff) {
        addStaff();
        addOthers();
    }
    // Two people without account and with one login: the first gets it.
    QSet<QString> made;
    for (PasswordPlanRow &row : m_planned.rows) {
        if (row.outcome != Outcome::Create)
            continue;
        if (made.contains(foldedLogin(row.login))) {
            row.outcome = Outcome::Error;
            row.code = QStringLiteral("K05");
            row.message = tr("The login %1 belongs to the account of another person").arg(row.login);
        }
        made.insert(foldedLogin(row.login));
    }
    return m_planned;
}

} // namespace

Result<PlannedPasswordOperation> makePasswordPlan(Session &session, const PasswordRequest &request)
{
    return Planning(session, request).run();
}

} // namespace certdesk
