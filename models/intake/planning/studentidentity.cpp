// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/planning/studentidentity.h"

#include "models/domain/names.h"
#include "models/domain/roster/gradeladder.h"
#include "models/intake/logintemplate.h"

#include <QCoreApplication>

namespace certdesk {

namespace {

constexpr EntityKind S = EntityKind::Student;
/// Stands for a name that somebody does not have.
const QLatin1String noName("-");

bool alike(const QString &left, const QString &right)
{
    if (left == right)
        return true;
    const QString a = normalizedName(left);
    const QString b = normalizedName(right);
    return a == b || a.startsWith(b) || b.startsWith(a) || nameSimilarity(a, b) >= 850;
}

/// Jr. and III name another person than the same name without them.
bool suffixesDiffer(const QString &left, const QString &right)
{
    const auto plain = [](const QString &text) { return QString(text).remove(QLatin1Char('.')).toLower(); };
    return !left.isEmpty() && !right.isEmpty() && plain(left) != plain(right);
}

} // namespace

StudentIdentity::StudentIdentity(const PlanScene &scene, const StudentFinder &students)
    : m_scene(scene), m_students(students), m_first(scene.kind.index("first_name")), m_middle(scene.kind.index("middle_name")),
      m_last(scene.kind.index("last_name")), m_birth(scene.kind.index("birth_date")), m_login(scene.kind.index("login")),
      m_email(scene.kind.index("email")), m_stateId(scene.kind.index("student_state_id")), m_local(scene.kind.index("local_id")),
      m_graduating(scene.kind.index("graduating_year"))
{
    const bool needsLogins = scene.mapping.columnOfField[m_login] >= 0 || !scene.options.loginTemplate.isEmpty();
    for (const Record &person : scene.present.of(EntityKind::Staff)) {
        if (person.has("login"))
            m_staffLogins.insert(foldedLogin(person.text("login")), StudentFinder::displayName(person));
    }
    for (const Record &student : scene.present.of(S)) {
        if (needsLogins && student.has("login"))
            m_loginOwners.insert(foldedLogin(student.text("login")), &student);
        if (scene.options.forbidSharedEmails && student.has("email"))
            m_emailOwners.insert(student.text("email").toCaseFolded(), student.id);
    }
    for (const Record &former : scene.present.of(EntityKind::PreviousId))
        m_former.insert(former.text("student_id") + former.text("id_kind") + QLatin1Char('\n') + former.text("previous_value"));
}

void StudentIdentity::checkHolders(RowInput &row, const Record *student) const
{
    if (row.has(m_login)) {
        const QString login = foldedLogin(row.text(m_login));
        const Record *owner = m_loginOwners.value(login);
        QString holder = m_staffLogins.value(login);
        if (owner && owner != student)
            holder = StudentFinder::displayName(*owner);
        if (!holder.isEmpty())
            row.report(intakeFinding("K05", {holder}), m_login, row.text(m_login));
    }
    const qint64 owner = row.has(m_email) ? m_emailOwners.value(row.text(m_email).toCaseFolded()) : 0;
    if (owner == 0 || (student && student->id == owner))
        return;
    IntakeFinding finding = intakeFinding("K05", {});
    finding.message = QCoreApplication::translate("intake", "The e-mail address belongs to another student");
    row.report(finding, m_email, row.text(m_email));
}

void StudentIdentity::checkPerson(RowInput &row, const StudentFinder::Match &match) const
{
    const Record &student = *match.student;
    const bool firstAlike = alike(row.text(m_first), student.text("first_name")) || alike(row.text(m_first), student.text("preferred_name"));
    const bool lastAlike = alike(row.text(m_last), student.text("last_name"));
    const bool namesakes = firstAlike && lastAlike && !suffixesDiffer(row.text(m_scene.kind.index("suffix")), student.text("suffix"));
    // A new surname with the same first name and birth date is a change of name; another first name may be the twin, unless
    // a second identifier says the same.
    const bool sameBirth = row.has(m_birth) && row.value(m_birth) == student["birth_date"];
    if (!namesakes && !(firstAlike && sameBirth) && !(match.keys > 1 && (firstAlike || lastAlike))) {
        row.report(intakeFinding("K06", {StudentFinder::displayName(student), display(row)}), m_last, row.text(m_last));
        return;
    }
    for (const int key : {m_stateId, m_login}) {
        const bool isLogin = key == m_login;
        const QString stored = student.text(isLogin ? "login" : "student_state_id");
        const bool same = isLogin ? foldedLogin(row.text(key)) == foldedLogin(stored) : row.text(key) == stored;
        if (row.has(key) && !stored.isEmpty() && !same && !(match.byFormer && !isLogin))
            row.report(intakeFinding("K14", {row.text(key), stored, StudentFinder::displayName(student)}), key, row.text(key));
    }
}

QString StudentIdentity::display(const RowInput &row) const
{
    return row.text(m_first) + QLatin1Char(' ') + row.text(m_last);
}

void StudentIdentity::readFileKeys()
{
    m_fileKeysRead = true;
    for (const int field : {m_stateId, m_login, m_local}) {
        const int column = m_scene.mapping.columnOfField[field];
        for (int row = 0; column >= 0 && row < m_scene.table.rowCount(); ++row)
            m_fileKeys[field].insert(foldedLogin(cleanText(m_scene.table.cell(row, column)).text));
    }
}

/// Another row of the file names the student by a key, so this one is somebody else of that name.
bool StudentIdentity::isMeantElsewhere(const Record &student)
{
    if (!m_fileKeysRead)
        readFileKeys();
    const QPair<int, const char *> keys[] = {{m_stateId, "student_state_id"}, {m_login, "login"}, {m_local, "local_id"}};
    for (const auto &[field, stored] : keys) {
        if (student.has(stored) && m_fileKeys.value(field).contains(foldedLogin(student.text(stored))))
            return true;
    }
    return false;
}

const Record *StudentIdentity::proposeNamesake(RowInput &row)
{
    const Record *student = m_students.namesake(row.text(m_first), row.text(m_last), row.value(m_birth));
    if (!student || isMeantElsewhere(*student) || suffixesDiffer(row.text(m_scene.kind.index("suffix")), student->text("suffix")))
        return nullptr;
    const int key = row.has(m_stateId) ? m_stateId : row.has(m_login) ? m_login : m_local;
    const char *stored = key == m_stateId ? "student_state_id" : key == m_login ? "login" : "local_id";
    const QString old = student->has(stored) ? student->text(stored) : QCoreApplication::translate("intake", "nothing");
    row.report(intakeFinding("K14", {row.text(key), old, StudentFinder::displayName(*student)}), key, row.text(key));
    ++m_proposals;
    return student;
}

void StudentIdentity::writeFormer(const Record &student, const QVector<FieldValue> &fields)
{
    constexpr EntityKind P = EntityKind::PreviousId;
    for (const FieldValue &field : fields) {
        const QLatin1String name = student.def().fields[field.field].key();
        const QString old = student.values[field.field].text();
        const bool isKey = name == QLatin1String("student_state_id") || name == QLatin1String("login") || name == QLatin1String("local_id");
        if (!isKey || old.isEmpty() || m_former.contains(QString::number(student.id) + name + QLatin1Char('\n') + old))
            continue;
        QVector<FieldValue> former{fieldValue(P, "student_id", Value(student.id)), fieldValue(P, "id_kind", Value(QString(name))),
                                   fieldValue(P, "previous_value", Value(old))};
        if (m_scene.options.today > 0)
            former.append(fieldValue(P, "until_date", Value(m_scene.options.today)));
        m_scene.writer.create(P, former);
    }
}

QString StudentIdentity::newLogin(const RowInput &row)
{
    if (m_scene.options.loginTemplate.isEmpty())
        return {};
    const qint64 year = row.has(m_graduating) ? row.value(m_graduating).integer()
                                              : expectedGraduatingYear(row.text(m_scene.kind.index("grade")), m_scene.options.schoolYear);
    const LoginParts parts{row.text(m_first), row.text(m_middle), row.text(m_last), row.text(m_local), year};
    const QString plain = loginFromTemplate(m_scene.options.loginTemplate, parts);
    QString login = plain;
    const auto taken = [&] {
        const QString folded = foldedLogin(login);
        return m_newLogins.contains(folded) || m_loginOwners.contains(folded) || m_staffLogins.contains(folded);
    };
    const qsizetype domain = plain.indexOf(QLatin1Char('@'));
    for (int number = 2; taken(); ++number)
        login = domain < 0 ? plain + QString::number(number) : plain.left(domain) + QString::number(number) + plain.mid(domain);
    m_newLogins.insert(foldedLogin(login));
    return login;
}

void StudentIdentity::completeNames(RowInput &row) const
{
    for (const int name : {m_first, m_last}) {
        if (row.has(name))
            continue;
        const bool single = row.has(m_first) || row.has(m_last);
        const bool accepted = single && m_scene.options.accepts(QStringLiteral("C01"));
        const QString field = QLatin1String(m_scene.kind.fields[name].name);
        row.report(intakeFinding("C01", accepted ? IntakeSeverity::Warning : IntakeSeverity::Error, {field}), name);
        if (accepted)
            row.set(name, Value(QString(noName)));
    }
}

} // namespace certdesk
