// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/certification/categorycommands.h"

#include "models/store/mirror.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CategoryCommands", text);
}

QVector<Record> where(Transaction &transaction, EntityKind kind, const QString &condition, const QVector<Value> &values)
{
    return recordsWhere(transaction.connection(), Scope::wholeDatabase(), kind, condition, values);
}

/// Open participations of a category whose round is still collecting signatures, with their facts.
QVector<ParticipationFacts> collecting(Transaction &transaction, qint64 category, const QString &organization, const QString &school)
{
    QVector<ParticipationFacts> found;
    for (const Record &participation :
         where(transaction, EntityKind::Participation,
               QStringLiteral("t.organization_code = ? AND COALESCE(t.ended, 0) = 0 AND t.event_id IN "
                              "(SELECT e.id FROM event e WHERE e.category_id = ? AND e.status <> 'EVT_CLOSED')"),
               {Value(organization), Value(category)})) {
        const QString code = participation.text("school_code");
        if (school.isEmpty() || code.isEmpty() || code == school)
            found.append(loadParticipation(transaction.connection(), participation.id));
    }
    return found;
}

bool isCollecting(const ParticipationFacts &facts)
{
    return facts.status() == ParticipantStatus::InProgress || facts.status() == ParticipantStatus::Recertification;
}

Notice quorumNotice(const ParticipationFacts &facts, const QString &body)
{
    return {QStringLiteral("QUORUM"), tr("The Certifiers of \"%1\" changed").arg(facts.document.name), body, {}, {}, 0, {}};
}

} // namespace

void SaveCategory::perform(Transaction &transaction)
{
    const QString name = m_input.name.trimmed();
    if (name.isEmpty())
        fail(Error::Kind::Invalid, QStringLiteral("C01"), tr("A category needs a name."), tr("Fill in Name."));
    for (const Record &other : where(transaction, EntityKind::Category, QStringLiteral("t.name = ?"), {Value(name)})) {
        if (other.id != m_input.id)
            fail(Error::Kind::Conflict, QStringLiteral("K05"), tr("There is a category \"%1\" already.").arg(name), tr("Choose another name."));
    }
    if (m_input.id == 0) {
        if (m_input.level != QLatin1String("district") && m_input.level != QLatin1String("school"))
            fail(Error::Kind::Invalid, QStringLiteral("C08"), tr("The level of a category is District or School."), tr("Choose one."));
        Record category(EntityKind::Category);
        category.set("name", Value(name)).set("level", Value(m_input.level));
        category.set("active", Value::flag(m_input.isActive)).set("published", Value::flag(false));
        m_id = transaction.insert(category);
        return;
    }
    Record category = transaction.get(EntityKind::Category, m_input.id);
    category.set("name", Value(name)).set("active", Value::flag(m_input.isActive));
    transaction.update(category);
    m_id = category.id;
}

void PublishCategory::perform(Transaction &transaction)
{
    Record category = transaction.get(EntityKind::Category, m_id);
    if (!category.isTrue("active") && !category.isTrue("published"))
        refuse("C-167", tr("The category \"%1\" is inactive.").arg(category.text("name")), tr("Activate it first."));
    category.set("published", Value::flag(true));
    transaction.update(category);
}

Record AddCategoryMember::checkedCategory(Transaction &transaction) const
{
    const QStringList roles = m_isState ? QStringList{QStringLiteral("approver"), QStringLiteral("reviewer")}
                                        : QStringList{QStringLiteral("certifier"), QStringLiteral("reviewer")};
    if (!roles.contains(m_role))
        fail(Error::Kind::Invalid, QStringLiteral("C08"), tr("The role of a member is %1.").arg(roles.join(tr(" or "))), tr("Choose one."));
    const Record category = transaction.get(EntityKind::Category, m_category);
    if (!m_isState && !category.isTrue("published"))
        refuse("C-511", tr("The state has not published this category."), tr("Ask the state."));
    if (!category.isTrue("active"))
        refuse("C-102", tr("The category \"%1\" is inactive and takes no new members.").arg(category.text("name")), tr("Choose another category."));
    if (where(transaction, EntityKind::Account, QStringLiteral("t.name = ? AND COALESCE(t.disabled, 0) = 0"), {Value(m_person)}).isEmpty())
        fail(Error::Kind::NotFound, QStringLiteral("NOT-FOUND"), tr("There is no enabled account of this person."), tr("Add the account first."));
    return category;
}

void AddCategoryMember::checkSchool(Transaction &transaction, const Record &category) const
{
    if (m_schoolCode.isEmpty())
        return;
    if (m_isState || category.text("level") == QLatin1String("district"))
        refuse("C-197", tr("Only members of a school-level category belong to a school."), tr("Choose All Schools."));
    if (where(transaction, EntityKind::School, QStringLiteral("t.school_code = ?"), {Value(m_schoolCode)}).isEmpty())
        fail(Error::Kind::NotFound, QStringLiteral("NOT-FOUND"), tr("There is no such school."), tr("Choose a school of the district."));
}

void AddCategoryMember::perform(Transaction &transaction)
{
    const Record category = checkedCategory(transaction);
    checkSchool(transaction, category);
    const QString organization = ownCode(transaction.connection());
    for (Record known : transaction.findAll(EntityKind::CategoryMember, {{"category_id", Value(m_category)}, {"organization_code", Value(organization)},
                                                                         {"person", Value(m_person)}})) {
        if (known.text("school_code") != m_schoolCode)
            continue;
        if (known.isTrue("active") && known.text("role") == m_role)
            refuse("C-197", tr("This person has that role in the category already."), tr("Nothing is to be done."));
    }
    const Record account = where(transaction, EntityKind::Account, QStringLiteral("t.name = ?"), {Value(m_person)}).first();
    auto earlier = transaction.findAll(EntityKind::CategoryMember, {{"category_id", Value(m_category)}, {"organization_code", Value(organization)},
                                                                    {"person", Value(m_person)}, {"role", Value(m_role)}, {"school_code", Value(m_schoolCode)}});
    Record member = earlier.isEmpty() ? Record(EntityKind::CategoryMember) : earlier.first();
    member.set("category_id", Value(m_category)).set("person", Value(m_person)).set("organization_code", Value(organization));
    member.set("person_name", account["display_name"]).set("email", account["email"]).set("role", Value(m_role));
    member.set("school_code", Value(m_schoolCode)).set("from_date", Value(transaction.today())).set("to_date", {}).set("active", Value::flag(true));
    if (earlier.isEmpty())
        transaction.insert(member);
    else
        transaction.update(member);
    if (m_isState)
        return;
    tellOpenEvents(transaction, organization);
    if (m_role == QLatin1String("certifier") && m_schoolCode.isEmpty() && category.text("level") == QLatin1String("school")) {
        const auto schools = where(transaction, EntityKind::School, QStringLiteral("1 = 1"), {}).size();
        m_remarks.append(tr("This person must submit for each of %1 schools in every event of this category; this is not recommended.").arg(schools));
    }
}

/// The new member gets the alert of each open event; where the quorum grows, the others are told (C-093, C-200).
void AddCategoryMember::tellOpenEvents(Transaction &transaction, const QString &organization)
{
    for (const ParticipationFacts &facts : collecting(transaction, m_category, organization, m_schoolCode)) {
        Notice alert{QStringLiteral("EVENT_PUBLISHED"), tr("Certification event \"%1\"").arg(facts.document.name),
                     tr("You take part as %1. The due date is %2.").arg(m_role, isoDay(facts.dueDate())), facts.document.name,
                     facts.schoolCode(), facts.participation.id, QStringLiteral("member:%1:%2").arg(facts.participation.id).arg(facts.participation.integer("round"))};
        notifyPerson(transaction, m_person, alert);
        if (m_role != QLatin1String("certifier") || !isCollecting(facts))
            continue;
        m_remarks.append(tr("\"%1\" now needs signatures of %2 Certifiers.").arg(facts.document.name).arg(facts.quorumOn(transaction.today()).size()));
        notifyMembers(transaction, facts, quorumNotice(facts, tr("A Certifier was added and has to sign too.")), m_person);
    }
}

void RemoveCategoryMember::perform(Transaction &transaction)
{
    const QString organization = ownCode(transaction.connection());
    QVector<QPair<const char *, Value>> wanted{{"category_id", Value(m_category)}, {"organization_code", Value(organization)},
                                               {"person", Value(m_person)}, {"school_code", Value(m_schoolCode)}, {"active", Value::flag(true)}};
    if (!m_role.isEmpty())
        wanted.append({"role", Value(m_role)});
    const auto found = transaction.findAll(EntityKind::CategoryMember, wanted);
    if (found.isEmpty())
        fail(Error::Kind::NotFound, QStringLiteral("NOT-FOUND"), tr("This person has no such membership."), tr("Look at the members."));
    for (Record member : found) {
        member.set("active", Value::flag(false)).set("to_date", Value(transaction.today()));
        transaction.update(member);
    }
    if (m_isState)
        return;
    for (const ParticipationFacts &facts : collecting(transaction, m_category, organization, m_schoolCode)) {
        if (!isCollecting(facts))
            continue;
        const QStringList people = facts.quorumOn(transaction.today());
        const QStringList missing = facts.missingOn(transaction.today());
        if (people.isEmpty())
            m_remarks.append(tr("\"%1\" has no Certifier left: nothing can be sent.").arg(facts.document.name));
        else if (missing.isEmpty())
            m_remarks.append(tr("In \"%1\" all remaining Certifiers have signed. One of them has to press Send to State.").arg(facts.document.name));
        notifyMembers(transaction, facts, quorumNotice(facts, tr("A Certifier was removed.")), m_person);
    }
}

void SaveRuleGroup::refuseWhileUsed(Transaction &transaction) const
{
    QStringList names;
    for (const Record &event : where(transaction, EntityKind::Event, QStringLiteral("t.status IN ('EVT_PUBLISHED', 'EVT_CHANGED')"), {})) {
        for (const EventDocument::Group &group : publishedVersion(transaction.connection(), event.id).document.groups) {
            if (group.code == m_input.code)
                names.append(event.text("name"));
        }
    }
    if (!names.isEmpty())
        refuse("C-172", tr("The group is used by published events: %1.").arg(names.join(QLatin1String(", "))), tr("Close these events first."));
}

void SaveRuleGroup::perform(Transaction &transaction)
{
    if (m_input.code.isEmpty() || m_input.name.isEmpty())
        fail(Error::Kind::Invalid, QStringLiteral("C01"), tr("A group needs a code and a name."), tr("Fill in both."));
    const QString owner = m_isState ? QStringLiteral("state") : ownCode(transaction.connection());
    auto known = transaction.findAll(EntityKind::RuleGroup, {{"code", Value(m_input.code)}, {"owner", Value(owner)}});
    Record group = known.isEmpty() ? Record(EntityKind::RuleGroup) : known.first();
    if (!m_input.isActive && group.isTrue("active") && m_isState)
        refuseWhileUsed(transaction);
    group.set("code", Value(m_input.code)).set("owner", Value(owner)).set("name", Value(m_input.name));
    group.set("description", Value(m_input.description)).set("active", Value::flag(m_input.isActive));
    group.set("rules", Value(QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(m_input.rules)).toJson(QJsonDocument::Compact))));
    group.set("published", Value::flag(m_input.publish || group.isTrue("published")));
    if (known.isEmpty())
        transaction.insert(group);
    else
        transaction.update(group);
    m_id = group.id;
}

} // namespace certdesk
