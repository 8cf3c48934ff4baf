// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/planning/finders.h"

#include "models/domain/names.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

namespace certdesk {

namespace {

/// Each looks at every student; a file full of strangers has no near matches.
constexpr int mostNearSearches = 200;

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

/// One letter more, less or other, or two neighbours exchanged.
bool isOneSlip(const QString &left, const QString &right)
{
    if (left.size() < 4 || std::abs(left.size() - right.size()) > 1)
        return false;
    qsizetype from = 0;
    while (from < left.size() && from < right.size() && left[from] == right[from])
        ++from;
    qsizetype same = 0;
    while (same < left.size() - from && same < right.size() - from && left[left.size() - 1 - same] == right[right.size() - 1 - same])
        ++same;
    const QString a = left.mid(from, left.size() - from - same);
    const QString b = right.mid(from, right.size() - from - same);
    return (a.size() <= 1 && b.size() <= 1) || (a.size() == 2 && b.size() == 2 && a[0] == b[1] && a[1] == b[0]);
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

QVector<qint64> SchoolFinder::findAll(RowInput &row) const
{
    const int field = row.has(m_code) ? m_code : m_name;
    static const QRegularExpression separators(QStringLiteral("\\s*[;|,]\\s*"));
    const QStringList parts = row.text(field).split(separators, Qt::SkipEmptyParts);
    if (parts.size() < 2)
        return {find(row)};
    QVector<qint64> schools;
    for (const QString &part : parts) {
        const qint64 id = m_byCode.value(part, m_byName.value(part.toCaseFolded()));
        if (id == 0)
            row.report(intakeFinding("K13", {part}), field, part);
        schools.append(id);
    }
    return schools;
}

StudentFinder::StudentFinder(const ImportKind &kind, const PresentData &present)
    : m_students(present.of(EntityKind::Student)), m_hidden(present.hidden), m_ssidField(kind.find(QLatin1String("student_state_id"))),
      m_localField(kind.find(QLatin1String("local_id"))), m_loginField(kind.find(QStringLiteral("login"))),
      m_firstField(kind.find(QLatin1String("first_name"))), m_lastField(kind.find(QLatin1String("last_name"))),
      m_nameField(kind.find(QLatin1String("student_name"))), m_birthField(kind.find(QLatin1String("birth_date"))),
      m_previousField(kind.find(QLatin1String("previous_id")))
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
    readFormer(present);
}

void StudentFinder::readFormer(const PresentData &present)
{
    if (present.of(EntityKind::PreviousId).isEmpty() && present.of(EntityKind::ExternalId).isEmpty())
        return;
    QHash<qint64, int> index;
    for (int i = 0; i < m_students.size(); ++i)
        index.insert(m_students[i].id, i);
    for (const Record &former : present.of(EntityKind::PreviousId)) {
        const int student = index.value(former.integer("student_id"), -1);
        if (student >= 0)
            addUnique(m_byFormer, former.text("id_kind") + QLatin1Char('\n') + foldedLogin(former.text("previous_value")), student);
    }
    for (const Record &external : present.of(EntityKind::ExternalId)) {
        const int student = index.value(external.integer("student_id"), -1);
        if (student >= 0)
            addUnique(m_byExternal, external.text("external_value"), student);
    }
}

/// The column with the former identifier, as it stands in the roster; then a key that somebody once had.
int StudentFinder::formerMatch(const RowInput &row) const
{
    if (m_byFormer.isEmpty() && m_byExternal.isEmpty())
        return -1;
    const QPair<int, QLatin1String> keys[] = {{m_ssidField, QLatin1String("student_state_id")}, {m_loginField, QLatin1String("login")},
                                              {m_localField, QLatin1String("local_id")}};
    for (const auto &[field, kind] : keys) {
        const int found = row.has(field) ? m_byFormer.value(kind + QLatin1Char('\n') + foldedLogin(row.text(field)), -1) : -1;
        if (found >= 0)
            return found;
    }
    return row.has(m_localField) ? std::max(-1, m_byExternal.value(row.text(m_localField), -1)) : -1;
}

int StudentFinder::localMatch(const QString &localId, qint64 schoolId) const
{
    if (m_byLocal.isEmpty())
        return -1;
    const QString here = localKey(schoolId, localId);
    if (schoolId != 0 && m_byLocal.count(here) == 1)
        return m_byLocal.value(here);
    // At another school the number finds somebody only when nobody else has it.
    const QString anywhere = localKey(0, localId);
    return m_byLocal.count(anywhere) == 1 ? m_byLocal.value(anywhere) : -1;
}

bool StudentFinder::isNamedLike(const RowInput &row, const Record &student) const
{
    if (row.has(m_birthField) && student.has("birth_date") && row.value(m_birthField) != student["birth_date"])
        return false;
    const QString full = student.text("first_name") + QLatin1Char(' ') + student.text("last_name");
    if (row.has(m_nameField) && !row.has(m_lastField))
        return normalizedName(row.text(m_nameField)) == normalizedName(full);
    const QString name = row.text(m_firstField) + QLatin1Char(' ') + row.text(m_lastField);
    return row.has(m_lastField) && normalizedName(name) == normalizedName(full);
}

const std::vector<std::pair<quint64, int>> &StudentFinder::numbers(int storedField) const
{
    std::vector<std::pair<quint64, int>> &list = m_numbers[storedField];
    if (!list.empty())
        return list;
    for (int i = 0; i < m_students.size(); ++i) {
        bool ok = false;
        const quint64 number = m_students[i].values[storedField].text().toULongLong(&ok);
        if (ok)
            list.emplace_back(number, i);
    }
    std::sort(list.begin(), list.end());
    return list;
}

void StudentFinder::findLost(RowInput &row) const
{
    const LostIdentifier lost = *row.lost();
    const int stored = entityDef(EntityKind::Student).index(lost.field == m_ssidField ? "student_state_id" : "local_id");
    QVector<const Record *> possible;
    int fitting = 0;
    const auto &sorted = numbers(stored);
    for (auto at = std::lower_bound(sorted.cbegin(), sorted.cend(), std::pair(lost.digits.from, 0)); at != sorted.cend() && at->first <= lost.digits.to; ++at) {
        const Record &student = m_students[at->second];
        if (!lost.digits.fits(student.values[stored].text()))
            continue;
        ++fitting;
        if (isNamedLike(row, student))
            possible.append(&student);
    }
    if (possible.size() > 1) {
        row.report(intakeFinding("K04", {displayName(*possible[0]) + QStringLiteral(", ") + displayName(*possible[1])}), lost.field, lost.text);
        row.effect(RowStatus::Conflict);
    } else if (possible.isEmpty()) {
        row.report(intakeFinding("C08", IntakeSeverity::Error, {lost.text, QCoreApplication::translate("intake", "unknown"), lost.evidence}), lost.field,
                   lost.text);
    } else {
        const QString found = possible.first()->values[stored].text();
        const bool born = row.has(m_birthField) && possible.first()->has("birth_date");
        const QString how = born ? QCoreApplication::translate("intake", "%1; of %2 that fit, this one has the name and birth date")
                                 : QCoreApplication::translate("intake", "%1; of %2 that fit, this one has the name");
        IntakeFinding finding = intakeFinding("C08", {lost.text, found, how.arg(lost.evidence).arg(fitting)});
        finding.confidence = born ? 97 : 80;
        row.report(finding, lost.field, lost.text);
        row.set(lost.field, Value(found));
    }
}

QStringList StudentFinder::near(const RowInput &row) const
{
    const EntityDef &def = entityDef(EntityKind::Student);
    const QPair<int, int> keys[] = {{m_ssidField, def.index("student_state_id")}, {m_loginField, def.index("login")}, {m_localField, def.index("local_id")}};
    QStringList names;
    if (++m_nearSearches > mostNearSearches)
        return names;
    for (const Record &student : m_students) {
        bool close = row.has(m_lastField) && isNamedLike(row, student);
        for (const auto &[field, stored] : keys)
            close = close || (row.has(field) && isOneSlip(foldedLogin(row.text(field)), foldedLogin(student.values[stored].text())));
        if (close)
            names.append(QStringLiteral("%1 (%2)").arg(displayName(student), student.has("login") ? student.text("login") : student.text("student_state_id")));
        if (names.size() == 3)
            break;
    }
    return names;
}

StudentFinder::Match StudentFinder::find(RowInput &row, qint64 schoolId) const
{
    Match match;
    if (row.lost())
        findLost(row);
    const int ssid = row.has(m_ssidField) && !m_byStateId.isEmpty() ? m_byStateId.value(row.text(m_ssidField), -1) : -1;
    const int login = row.has(m_loginField) && !m_byLogin.isEmpty() ? m_byLogin.value(foldedLogin(row.text(m_loginField)), -1) : -1;
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
    if (row.has(m_previousField)) {
        const QString previous = row.text(m_previousField);
        const int declared = m_byStateId.value(previous, localMatch(previous, schoolId));
        if (found < 0)
            found = declared;
        else if (declared >= 0 && declared != found)
            row.report(intakeFinding("K04", {displayName(m_students[found]) + QStringLiteral(", ") + displayName(m_students[declared])}), m_previousField, previous);
    }
    if (found < 0 && (found = formerMatch(row)) >= 0)
        match.byFormer = true;
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
    if (first.isEmpty() || last.isEmpty() || birthDate.isEmpty() || m_students.isEmpty())
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
    QHash<qint64, int> index;
    for (int i = 0; i < m_staff.size(); ++i)
        index.insert(m_staff[i].id, i);
    for (const Record &assigned : present.of(EntityKind::StaffSchool)) {
        const int person = index.value(assigned.integer("staff_id"), -1);
        if (person >= 0)
            addUnique(m_bySchool, assigned.text("school_id") + QLatin1Char('\n') + normalizedName(m_staff[person].text("last_name")), person);
    }
}

const Record *StaffFinder::find(const StaffQuery &query, qint64 school) const
{
    // the e-mail address first, then the staff ID.
    int index = query.email.isEmpty() ? -1 : m_byEmail.value(query.email.toCaseFolded(), -1);
    if (index < 0 && !query.staffId.isEmpty())
        index = m_byId.value(query.staffId, -1);
    if (index < 0 && !query.login.isEmpty())
        index = m_byLogin.value(foldedLogin(query.login), -1);
    if (index < 0 && !query.firstName.isEmpty() && !query.lastName.isEmpty())
        index = m_byName.value(normalizedName(query.firstName + QLatin1Char(' ') + query.lastName), -1);
    if (index < 0 && school != 0 && !query.lastName.isEmpty() && (query.firstName.isEmpty() || index == -2))
        index = m_bySchool.value(QString::number(school) + QLatin1Char('\n') + normalizedName(query.lastName), -1);
    if (index < 0 && school != 0 && query.lastName.isEmpty() && !query.fullName.isEmpty())
        index = m_bySchool.value(QString::number(school) + QLatin1Char('\n') + normalizedName(query.fullName), -1);
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
