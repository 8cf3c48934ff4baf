// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/package/packageplanner.h"

#include "models/domain/names.h"

#include <QCoreApplication>

namespace certdesk {

namespace {

using Pointers = QVector<const PackageRecord *>;

/// The fields that any of the records fills, and those that the import cannot do without.
QStringList usedFields(const Pointers &records, const QStringList &all, const QStringList &always)
{
    QStringList used = always;
    for (const QString &field : all) {
        for (const PackageRecord *record : records) {
            if (used.contains(field))
                break;
            if (!record->values.value(field).isEmpty())
                used.append(field);
        }
    }
    return used;
}

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '));
}

} // namespace

Done PackagePlanner::planSchools(Progress *progress)
{
    QHash<QString, QString> codes; // whatever a school goes by → its code
    for (const char *field : {"state_id", "number", "school_code"}) {
        for (const Record &school : m_present.of(EntityKind::School)) {
            if (school.has(field))
                codes.insert(school.text(field), school.text("school_code"));
        }
    }
    Pointers records;
    for (PackageRecord &school : m_set.schools) {
        QString &code = school.values[QStringLiteral("school_code")];
        if (const Record *record = m_changes.record(EntityKind::School, known("school", school.id)))
            code = record->text("school_code");
        else
            code = codes.value(code, codes.value(school.id, code));
        if (school.gone)
            archive(school, "schools", EntityKind::School, known("school", school.id));
        else
            records.append(&school);
    }
    const auto targets = planList("schools", "schools", records, usedFields(records, words("state_id low_grade high_grade contact_name contact_email contact_phone"), words("school_code name")), progress);
    if (!targets)
        return tl::unexpected(targets.error());
    QHash<QString, qint64> byCode;
    for (const Record &school : m_present.of(EntityKind::School))
        byCode.insert(school.text("school_code"), school.id);
    for (const PackageRecord *school : records) {
        const QString code = school->values.value(QStringLiteral("school_code"));
        m_schools.insert(school->id, byCode.value(code));
        m_schoolCodes.insert(school->id, code);
        writeExternal(*school, "school", "school_id", byCode.value(code));
    }
    return {};
}

Done PackagePlanner::planCourses(Progress *progress)
{
    Pointers records;
    for (const PackageRecord &course : std::as_const(m_set.courses))
        records.append(&course);
    const auto targets = planList("courses", "courses", records, usedFields(records, words("subject grades"), words("course_number course_name")), progress);
    return targets ? Done() : Done(tl::unexpected(targets.error()));
}

/// The code of the home school, which is the first school among the organizations of a person.
void PackagePlanner::placePeople(QVector<PackageRecord> &people)
{
    for (PackageRecord &person : people) {
        QString &code = person.values[QStringLiteral("school_code")];
        for (const QString &school : std::as_const(person.schools)) {
            if (code.isEmpty())
                code = m_schoolCodes.value(school);
            const Record *stored = code.isEmpty() ? m_changes.record(EntityKind::School, known("school", school)) : nullptr;
            if (stored)
                code = stored->text("school_code");
        }
    }
}

Done PackagePlanner::planStaff(Progress *progress)
{
    placePeople(m_set.staff);
    Pointers active;
    Pointers gone;
    for (PackageRecord &person : m_set.staff) {
        const Record *stored = m_changes.record(EntityKind::Staff, known("staff", person.id));
        QString &id = person.values[QStringLiteral("staff_id")];
        if (stored && id.isEmpty())
            id = stored->text("staff_id");
        (person.gone ? gone : active).append(&person);
    }
    const auto targets = planList("staff", "staff", active,
                                  usedFields(active, words("staff_id staff_state_id email middle_name preferred_name title"), words("login first_name last_name school_code")), progress);
    if (!targets)
        return tl::unexpected(targets.error());
    QHash<QString, qint64> byKey;
    for (const Record &person : m_present.of(EntityKind::Staff)) {
        for (const char *field : {"login", "email", "staff_id"}) {
            if (person.has(field))
                byKey.insert(QLatin1String(field) + QLatin1Char('\n') + foldedLogin(person.text(field)), person.id);
        }
    }
    const auto find = [&](const PackageRecord &person) {
        for (const char *field : {"staff_id", "email", "login"}) {
            const QString value = person.values.value(QLatin1String(field));
            if (const qint64 id = value.isEmpty() ? 0 : byKey.value(QLatin1String(field) + QLatin1Char('\n') + foldedLogin(value)); id != 0)
                return id;
        }
        return known("staff", person.id);
    };
    for (qsizetype i = 0; i < active.size(); ++i) {
        const qint64 id = (*targets)[i] != 0 ? (*targets)[i] : find(*active[i]);
        m_staff.insert(active[i]->id, id);
        assignSchools(*active[i], id);
        writeExternal(*active[i], "staff", "staff_id", id);
    }
    for (const PackageRecord *person : gone) {
        m_staff.insert(person->id, find(*person));
        archive(*person, "staff", EntityKind::Staff, find(*person));
    }
    return {};
}

/// Who works at several schools is assigned to each.
void PackagePlanner::assignSchools(const PackageRecord &record, qint64 staff)
{
    constexpr EntityKind L = EntityKind::StaffSchool;
    if (staff == 0 || !mayWrite(record) || record.schools.size() < 2)
        return;
    QSet<qint64> assigned;
    for (const Record &link : std::as_const(m_present.of(L))) {
        if (link.integer("staff_id") == staff)
            assigned.insert(link.integer("school_id"));
    }
    const EntityDef &def = entityDef(L);
    for (const QString &one : record.schools) {
        const qint64 school = m_schools.value(one, known("school", one));
        if (school == 0 || assigned.contains(school))
            continue;
        assigned.insert(school);
        m_changes.create(L, {{def.index("staff_id"), Value(staff)}, {def.index("school_id"), Value(school)}}, line(record));
        effect(record, RowStatus::Update);
    }
}

Done PackagePlanner::planStudents(Progress *progress)
{
    placePeople(m_set.students);
    Pointers records;
    for (PackageRecord &student : m_set.students) {
        const Record *stored = m_changes.record(EntityKind::Student, known("student", student.id));
        QString &ssid = student.values[QStringLiteral("student_state_id")];
        if (stored && ssid.isEmpty())
            ssid = stored->text("student_state_id");
        student.values.insert(QStringLiteral("status"), student.gone ? QStringLiteral("inactive") : QStringLiteral("active"));
        QString &email = student.values[QStringLiteral("email")];
        if (!email.isEmpty() && !email.contains(QLatin1Char('@'))) {
            m_set.report(student.source, intakeFinding("C02", IntakeSeverity::Warning, {email, QCoreApplication::translate("intake", "e-mail address")}), QStringLiteral("email"), email);
            student.values.insert(QStringLiteral("email_as_it_is"), email);
            email.clear();
        }
        if (student.gone)
            m_gone.insert(student.id);
        records.append(&student);
    }
    const auto targets = planList("students", "students", records,
                                  usedFields(records, words("student_state_id local_id middle_name email preferred_name phone birth_date gender graduating_year race iep el lunch"),
                                             words("login first_name last_name grade school_code status")),
                                  progress);
    if (!targets)
        return tl::unexpected(targets.error());
    QHash<QString, qint64> byKey;
    for (const Record &student : m_present.of(EntityKind::Student)) {
        byKey.insert(QStringLiteral("s") + student.text("student_state_id"), student.id);
        byKey.insert(QStringLiteral("l") + foldedLogin(student.text("login")), student.id);
        byKey.insert(QStringLiteral("n%1\n%2").arg(student.integer("school_id")).arg(student.text("local_id")), student.id);
    }
    for (qsizetype i = 0; i < records.size(); ++i) {
        const auto value = [&](const char *field) { return records[i]->values.value(QLatin1String(field)); };
        qint64 id = (*targets)[i];
        if (id == 0 && !value("student_state_id").isEmpty())
            id = byKey.value(QStringLiteral("s") + value("student_state_id"));
        if (id == 0 && !value("login").isEmpty())
            id = byKey.value(QStringLiteral("l") + foldedLogin(value("login")));
        const qint64 school = records[i]->schools.isEmpty() ? 0 : m_schools.value(records[i]->schools.first());
        if (id == 0 && !value("local_id").isEmpty())
            id = byKey.value(QStringLiteral("n%1\n%2").arg(school).arg(value("local_id")));
        if (id == 0)
            id = known("student", records[i]->id);
        m_students.insert(records[i]->id, id);
        if (id != 0)
            completeStudent(*records[i], id);
    }
    return {};
}

/// What the import of students does not know: free fields, an e-mail that is none, the id of the source system.
void PackagePlanner::completeStudent(const PackageRecord &record, qint64 student)
{
    constexpr EntityKind S = EntityKind::Student;
    if (!mayWrite(record))
        return;
    QVector<FieldValue> fields;
    if (const QString metadata = record.values.value(QStringLiteral("metadata")); !metadata.isEmpty())
        fields.append({entityDef(S).index("metadata"), Value(metadata)});
    if (const QString email = record.values.value(QStringLiteral("email_as_it_is")); !email.isEmpty())
        fields.append({entityDef(S).index("email"), Value(email)});
    if (!fields.isEmpty() && m_changes.update(S, student, fields, line(record)))
        effect(record, RowStatus::Update);
    writeExternal(record, "student", "student_id", student);
}

} // namespace certdesk
