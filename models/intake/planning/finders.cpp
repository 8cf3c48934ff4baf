// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/planning/finders.h"

#include "models/domain/names.h"

namespace certdesk {

namespace {

QString localKey(qint64 school, const QString &localId)
{
    return QString::number(school) + QLatin1Char('\n') + localId;
}

void addUnique(QHash<QString, int> &map, const QString &key, int index)
{
    if (key.isEmpty())
        return;
    const auto found = map.constFind(key);
    map.insert(key, found == map.constEnd() || *found == index ? index : -2);
}

} // namespace

SchoolFinder::SchoolFinder(const ImportKind &kind, const ImportOptions &options, const PresentData &present)
    : m_code(kind.find(QLatin1String("school_code"))), m_name(kind.find(QStringLiteral("school_name")))
{
    const QVector<Record> &schools = present.of(EntityKind::School);
    // The code counts first; a number or state identifier only where no school has it as code.
    for (const char *field : {"state_id", "number", "school_code"}) {
        for (const Record &school : schools) {
            if (school.has(field))
                m_byCode.insert(school.text(field), school.id);
        }
    }
    for (const Record &school : schools) {
        m_byName.insert(school.text("name").toCaseFolded(), school.id);
        m_names.insert(school.id, school.text("name"));
    }
    m_default = m_byCode.value(options.school);
    if (m_default == 0 && options.school.isEmpty() && schools.size() == 1)
        m_default = schools.first().id;
}

qint64 SchoolFinder::find(RowInput &row) const
{
    const bool named = row.has(m_code) || row.has(m_name);
    if (!named)
        return m_default;
    qint64 id = row.has(m_code) ? m_byCode.value(row.text(m_code)) : 0;
    // A column of one may hold the other.
    for (const int field : {m_name, m_code}) {
        if (id == 0 && row.has(field))
            id = m_byName.value(row.text(field).toCaseFolded());
    }
    if (id == 0 && row.has(m_name))
        id = m_byCode.value(row.text(m_name));
    if (id == 0) {
        const int field = row.has(m_code) ? m_code : m_name;
        row.report(intakeFinding("K13", {row.text(field)}), field, row.text(field));
    }
    return id;
}

StudentFinder::StudentFinder(const ImportKind &kind, const PresentData &present)
    : m_students(present.of(EntityKind::Student)), m_hidden(present.hidden), m_ssidField(kind.find(QLatin1String("student_state_id"))),
      m_localField(kind.find(QLatin1String("local_id"))), m_loginField(kind.find(QStringLiteral("login")))
{
    const EntityDef &def = entityDef(EntityKind::Student);
    const int ssid = def.index("student_state_id");
    const int login = def.index("login");
    const int local = def.index("local_id");
    const int school = def.index("school_id");
    m_byStateId.reserve(m_students.size());
    for (int i = 0; i < m_students.size(); ++i) {
        const QVector<Value> &values = m_students[i].values;
        if (!values[ssid].isEmpty())
            m_byStateId.insert(values[ssid].text(), i);
        if (!values[login].isEmpty())
            m_byLogin.insert(foldedLogin(values[login].text()), i);
        if (!values[local].isEmpty()) {
            m_byLocal.insert(localKey(values[school].integer(), values[local].text()), i);
            m_byLocal.insert(localKey(0, values[local].text()), i);
        }
    }
}

int StudentFinder::localMatch(const QString &localId, qint64 schoolId) const
{
    const QString here = localKey(schoolId, localId);
    if (schoolId != 0 && m_byLocal.count(here) == 1)
        return m_byLocal.value(here);
    // At another school the number finds somebody only when nobody else has it.
    const QString anywhere = localKey(0, localId);
    return m_byLocal.count(anywhere) == 1 ? m_byLocal.value(anywhere) : -1;
}

StudentFinder::Match StudentFinder::find(RowInput &row, qint64 schoolId) const
{
    Match match;
    const int ssid = row.has(m_ssidField) ? m_byStateId.value(row.text(m_ssidField), -1) : -1;
    const int login = row.has(m_loginField) ? m_byLogin.value(foldedLogin(row.text(m_loginField)), -1) : -1;
    const int local = row.has(m_localField) ? localMatch(row.text(m_localField), schoolId) : -1;
    for (const int field : {m_ssidField, m_loginField, m_localField}) {
        if (row.has(field) && match.key.isEmpty())
            match.key = row.text(field);
    }
    int found = -1;
    for (const int candidate : {ssid, login, local}) {
        if (candidate < 0)
            continue;
        if (found < 0)
            found = candidate;
        else if (candidate != found && candidate == local)
            row.report(intakeFinding("K04", {displayName(m_students[found]) + QStringLiteral(", ") + displayName(m_students[candidate])}), m_localField,
                       row.text(m_localField));
        match.keys += candidate == found;
    }
    match.student = at(found);
    match.byLoginOnly = found >= 0 && ssid < 0 && local != found;
    if (found >= 0)
        return match;
    for (const HiddenStudent &hidden : m_hidden) {
        const bool same = (row.has(m_ssidField) && hidden.studentStateId == row.text(m_ssidField))
                          || (row.has(m_loginField) && foldedLogin(hidden.login) == foldedLogin(row.text(m_loginField)));
        if (same)
            match.hidden = &hidden;
    }
    return match;
}

const Record *StudentFinder::namesake(const QString &first, const QString &last, const Value &birthDate) const
{
    if (first.isEmpty() || last.isEmpty() || birthDate.isEmpty())
        return nullptr;
    if (!m_namesRead) {
        m_namesRead = true;
        for (int i = 0; i < m_students.size(); ++i) {
            const QString key = normalizedName(m_students[i].text("first_name") + QLatin1Char(' ') + m_students[i].text("last_name"));
            addUnique(m_byName, key + m_students[i].text("birth_date"), i);
        }
    }
    const int index = m_byName.value(normalizedName(first + QLatin1Char(' ') + last) + birthDate.text(), -1);
    return at(index);
}

QString StudentFinder::displayName(const Record &person)
{
    return person.text("first_name") + QLatin1Char(' ') + person.text("last_name");
}

QString StaffQuery::display() const
{
    for (const QString &text : {fullName, (firstName + QLatin1Char(' ') + lastName).trimmed(), email, login, staffId}) {
        if (!text.isEmpty())
            return text;
    }
    return {};
}

StaffFinder::StaffFinder(const PresentData &present) : m_staff(present.of(EntityKind::Staff))
{
    for (int i = 0; i < m_staff.size(); ++i) {
        const Record &person = m_staff[i];
        addUnique(m_byId, person.text("staff_id"), i);
        addUnique(m_byEmail, person.text("email").toCaseFolded(), i);
        addUnique(m_byLogin, foldedLogin(person.text("login")), i);
        addUnique(m_byName, normalizedName(person.text("first_name") + QLatin1Char(' ') + person.text("last_name")), i);
        addUnique(m_byName, QLatin1Char('\n') + normalizedName(person.text("last_name")), i);
    }
}

const Record *StaffFinder::find(const StaffQuery &query) const
{
    int index = query.staffId.isEmpty() ? -1 : m_byId.value(query.staffId, -1);
    if (index < 0 && !query.email.isEmpty())
        index = m_byEmail.value(query.email.toCaseFolded(), -1);
    if (index < 0 && !query.login.isEmpty())
        index = m_byLogin.value(foldedLogin(query.login), -1);
    if (index < 0 && !query.firstName.isEmpty() && !query.lastName.isEmpty())
        index = m_byName.value(normalizedName(query.firstName + QLatin1Char(' ') + query.lastName), -1);
    if (index < 0 && query.firstName.isEmpty() && !query.lastName.isEmpty())
        index = m_byName.value(QLatin1Char('\n') + normalizedName(query.lastName), -1);
    if (index < 0 && !query.fullName.isEmpty()) {
        const QString name = normalizedName(query.fullName);
        index = m_byName.value(name, -1);
        // A name of one word is a last name; a typed name may be an e-mail or an ID.
        if (index == -1 && !name.contains(QLatin1Char(' ')))
            index = m_byName.value(QLatin1Char('\n') + name, m_byLogin.value(foldedLogin(query.fullName), m_byId.value(query.fullName, -1)));
        if (index == -1)
            index = m_byEmail.value(query.fullName.toCaseFolded(), -1);
    }
    return index < 0 ? nullptr : &m_staff[index];
}

} // namespace certdesk
