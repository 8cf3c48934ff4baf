// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/planning/attemptplanner.h"

#include <QCoreApplication>
#include <algorithm>

namespace certdesk {

namespace {

constexpr EntityKind A = EntityKind::Attempt;

QString tr(const char *text)
{
    return QCoreApplication::translate("intake", text);
}

QString yearKey(qint64 year, const QString &text)
{
    return QString::number(year) + QLatin1Char('\n') + text.simplified().toCaseFolded();
}

/// Fields whose change makes a verification void (T-037).
bool isKeyField(int field)
{
    static const QSet<int> keys = [] {
        QSet<int> set;
        for (const char *name : {"student_id", "certificate_name", "certificate_code", "component_code", "exam_first", "exam_last", "exam_precision",
                                 "outcome", "score", "course_number", "program_code", "school_id", "school_year", "teacher_id", "proctor_id",
                                 "credential_number"})
            set.insert(entityDef(A).index(name));
        return set;
    }();
    return keys.contains(field);
}

QStringList textsOf(const QList<const Record *> &records, const char *field)
{
    QStringList texts;
    for (const Record *record : records)
        texts.append(record->text(field));
    texts.sort();
    return texts;
}

} // namespace

AttemptPlanner::AttemptPlanner(const PlanScene &scene)
    : EntityPlanner(scene), m_copier(scene.kind, A), m_schools(scene.kind, scene.options, scene.present),
      m_students(scene.kind, scene.present), m_staff(scene.present), m_nextNumber(scene.present.nextRowNumber), m_outcome(field("outcome")),
      m_score(field("score")), m_certificateCode(field("certificate_code")), m_certificateName(field("certificate_name")),
      m_courseNumber(field("course_number")), m_courseName(field("course_name")), m_studentName(field("student_name")),
      m_time(field("session_time"))
{
    for (const Record &certificate : present().of(EntityKind::Certificate)) {
        m_certificatesByCode.insert(yearKey(certificate.integer("school_year"), certificate.text("certificate_code")), &certificate);
        m_certificatesByName.insert(yearKey(certificate.integer("school_year"), certificate.text("certificate_name")), &certificate);
    }
    for (const Record &component : present().of(EntityKind::Component))
        m_components.insert(component.integer("certificate_id"), &component);
    for (const Record &course : present().of(EntityKind::Course)) {
        m_coursesByNumber.insert(yearKey(course.integer("school_year"), course.text("course_number")), &course);
        m_coursesByName.insert(yearKey(course.integer("school_year"), course.text("course_name")), &course);
    }
    qint64 largest = 0;
    for (const Record &attempt : present().of(A)) {
        largest = std::max(largest, attempt.integer("row_number"));
        const PartialDate date{attempt.integer("exam_first"), attempt.integer("exam_last"),
                               attempt.text("exam_precision") == QLatin1String("month")  ? PartialDate::Precision::Month
                               : attempt.text("exam_precision") == QLatin1String("year") ? PartialDate::Precision::Year
                                                                                         : PartialDate::Precision::Day};
        const QString certificate = attempt.has("certificate_code") ? attempt.text("certificate_code") : attempt.text("certificate_name");
        m_attempts.insert(keyOf(attempt.integer("student_id"), certificate, attempt.text("component_code"), date, attempt.text("session_time")), &attempt);
    }
    m_nextNumber = std::max(m_nextNumber, largest + 1);
}

QString AttemptPlanner::keyOf(qint64 student, const QString &certificate, const QString &component, const PartialDate &date,
                              const QString &time) const
{
    return QStringLiteral("%1\n%2\n%3\n").arg(student).arg(date.first).arg(date.last)
           + QStringList{certificate, component, time}.join(QLatin1Char('\n')).toCaseFolded();
}

bool AttemptPlanner::findStudent(RowInput &row, Facts *facts) const
{
    const StudentFinder::Match match = m_students.find(row, facts->school);
    facts->student = match.student;
    if (match.student)
        return true;
    if (match.hidden) {
        row.report(intakeFinding("K02", {match.hidden->schoolName}));
        row.effect(RowStatus::Conflict);
        return false;
    }
    QString first = row.text(field("first_name"));
    QString last = row.text(field("last_name"));
    if (first.isEmpty() && last.isEmpty()) {
        const QString name = row.text(m_studentName);
        const auto comma = name.indexOf(QLatin1Char(','));
        const auto cut = comma >= 0 ? comma : name.lastIndexOf(QLatin1Char(' '));
        last = comma >= 0 ? name.left(cut) : name.mid(cut + 1);
        first = comma >= 0 ? name.mid(cut + 1) : name.left(std::max<qsizetype>(0, cut));
    }
    IntakeFinding finding = intakeFinding("K01", {match.key.isEmpty() ? tr("an identifier in this row") : match.key});
    const Record *proposal = m_students.namesake(first, last, row.value(field("birth_date")));
    if (proposal) {
        // A name with birth date proposes; only a person decides.
        finding.severity = IntakeSeverity::Decision;
        finding.next = tr("%1 with identifier %2 has the same name and birth date; choose this student or correct the identifier")
                           .arg(StudentFinder::displayName(*proposal), proposal->text("student_state_id"));
    }
    row.report(finding, field("student_state_id"), match.key);
    facts->student = proposal;
    return proposal && !row.isHeld();
}

bool AttemptPlanner::findCertificate(RowInput &row, Facts *facts) const
{
    const qint64 year = schoolYearOf(row.examDate()->first);
    facts->certificateCode = row.text(m_certificateCode);
    facts->certificateName = row.text(m_certificateName);
    if (!facts->certificateCode.isEmpty()) {
        facts->certificate = m_certificatesByCode.value(yearKey(year, facts->certificateCode));
        if (!facts->certificate)
            row.report(intakeFinding("R07", IntakeSeverity::Warning, {QStringLiteral("certificate_code"), facts->certificateCode}), m_certificateCode,
                       facts->certificateCode);
        else if (facts->certificateName.isEmpty())
            facts->certificateName = facts->certificate->text("certificate_name");
        return true;
    }
    const QList<const Record *> named = m_certificatesByName.values(yearKey(year, facts->certificateName));
    if (named.size() > 1) {
        row.report(intakeFinding("K04", {textsOf(named, "certificate_code").join(QStringLiteral(", "))}), m_certificateName, facts->certificateName);
        return false;
    }
    if (named.isEmpty()) {
        row.report(intakeFinding("R07", {QStringLiteral("certificate_name"), facts->certificateName}), m_certificateName, facts->certificateName);
        return false;
    }
    facts->certificate = named.first();
    facts->certificateCode = facts->certificate->text("certificate_code");
    return true;
}

void AttemptPlanner::findComponent(RowInput &row, Facts *facts) const
{
    facts->componentCode = row.text(field("component_code"));
    facts->family = row.text(field("exam_family"));
    if (!facts->certificate)
        return;
    const QString typed = facts->componentCode.isEmpty() ? row.text(field("component_name")) : facts->componentCode;
    for (const Record *component : m_components.values(facts->certificate->id)) {
        const bool same = typed.compare(component->text("component_code"), Qt::CaseInsensitive) == 0
                          || typed.compare(component->text("component_name"), Qt::CaseInsensitive) == 0;
        if (typed.isEmpty() || !same)
            continue;
        facts->componentCode = component->text("component_code");
        if (facts->family.isEmpty())
            facts->family = component->text("exam_family");
    }
    if (facts->family.isEmpty())
        facts->family = facts->certificate->text("exam_family");
    if (facts->componentCode.isEmpty() && !typed.isEmpty())
        row.report(intakeFinding("R07", IntakeSeverity::Warning, {QStringLiteral("component_name"), typed}), field("component_name"), typed);
}

void AttemptPlanner::findCourse(RowInput &row, Facts *facts) const
{
    const int taken = field("year_taken");
    const qint64 year = row.has(taken) ? row.value(taken).integer() : facts->year;
    facts->courseNumber = row.text(m_courseNumber);
    facts->courseName = row.text(m_courseName);
    const Record *course = nullptr;
    if (!facts->courseNumber.isEmpty()) {
        course = m_coursesByNumber.value(yearKey(year, facts->courseNumber));
    } else if (!facts->courseName.isEmpty()) {
        const QList<const Record *> named = m_coursesByName.values(yearKey(year, facts->courseName));
        if (named.size() > 1)
            row.report(intakeFinding("K04", {textsOf(named, "course_number").join(QStringLiteral(", "))}), m_courseName, facts->courseName);
        else if (named.isEmpty())
            row.report(intakeFinding("R07", IntakeSeverity::Warning, {QStringLiteral("course_name"), facts->courseName}), m_courseName, facts->courseName);
        else
            course = named.first();
    }
    facts->programCode = row.text(field("program_code"));
    if (!course)
        return;
    facts->courseNumber = course->text("course_number");
    if (facts->courseName.isEmpty())
        facts->courseName = course->text("course_name");
    if (facts->programCode.isEmpty())
        facts->programCode = course->text("program_code");
}

const Record *AttemptPlanner::presentAttempt(const RowInput &row, const QString &key) const
{
    const QList<const Record *> same = m_attempts.values(key);
    const auto agrees = [&](const Record *attempt) {
        return (!row.has(m_outcome) || attempt->text("outcome") == row.text(m_outcome))
               && (!row.has(m_score) || FieldCopier::same(FieldType::Real, row.value(m_score), (*attempt)["score"]));
    };
    const auto exact = std::find_if(same.cbegin(), same.cend(), agrees);
    if (exact != same.cend())
        return *exact;
    // Several sittings may fall into one month; on one day it is the same sitting with corrected data.
    return same.size() == 1 && row.examDate()->precision == PartialDate::Precision::Day ? same.first() : nullptr;
}

void AttemptPlanner::addPerson(RowInput &row, QVector<FieldValue> *said, const StaffQuery &query, const char *idField, const char *nameField) const
{
    if (query.isEmpty())
        return;
    const Record *person = m_staff.find(query);
    if (person)
        said->append(fieldValue(A, idField, Value(person->id)));
    else
        row.report(intakeFinding("K12", {query.display()}), field(nameField), query.display());
    const QString typed = query.fullName.isEmpty() && !person ? query.display() : query.fullName;
    if (!typed.isEmpty())
        said->append(fieldValue(A, nameField, Value(typed)));
}

QVector<FieldValue> AttemptPlanner::said(RowInput &row, const Facts &facts) const
{
    const PartialDate &date = *row.examDate();
    const bool isDay = date.precision == PartialDate::Precision::Day;
    QVector<FieldValue> said = m_copier.all(row);
    const auto add = [&](const char *name, const Value &value) {
        if (!value.isEmpty())
            said.append(fieldValue(A, name, value));
    };
    add("student_id", Value(facts.student->id));
    QString typed = row.text(m_studentName);
    if (typed.isEmpty())
        typed = (row.text(field("first_name")) + QLatin1Char(' ') + row.text(field("last_name"))).trimmed();
    add("typed_name", Value(typed));
    add("school_year", Value(facts.year));
    add("certificate_code", Value(facts.certificateCode));
    add("certificate_name", Value(facts.certificateName));
    add("component_code", Value(facts.componentCode));
    add("course_number", Value(facts.courseNumber));
    add("course_name", Value(facts.courseName));
    if (row.has(field("school_code")) || row.has(field("school_name")))
        add("school_id", Value(facts.school));
    add("exam_first", Value(date.first));
    add("exam_last", Value(date.last));
    add("exam_precision", Value(precisionName(date.precision)));
    if (!row.has(m_score) && row.scoreInOutcome())
        add("score", Value(*row.scoreInOutcome()));
    if (row.has(m_outcome))
        said.append(fieldValue(A, "earned_on", isDay && row.text(m_outcome) == QLatin1String("P") ? Value(date.first) : Value()));
    addPerson(row, &said,
              {row.text(field("teacher_id")), row.text(field("teacher_email")), row.text(field("teacher_login")), {}, {}, row.text(field("teacher_name"))},
              "teacher_id", "teacher_name");
    addPerson(row, &said,
              {row.text(field("proctor_id")), row.text(field("proctor_email")), row.text(field("proctor_login")), {}, {}, row.text(field("proctor_name"))},
              "proctor_id", "proctor_name");
    return said;
}

QVector<FieldValue> AttemptPlanner::defaults(const RowInput &row, const Facts &facts)
{
    QVector<FieldValue> fields;
    const auto add = [&](int rowField, const char *name, const Value &value) {
        if (!row.has(rowField) && !value.isEmpty())
            fields.append(fieldValue(A, name, value));
    };
    add(-1, "row_number", Value(m_nextNumber++));
    add(field("grade"), "grade", (*facts.student)["grade"]);
    add(field("program_code"), "program_code", Value(facts.programCode));
    add(field("exam_family"), "exam_family", Value(facts.family));
    if (facts.certificate)
        add(field("provider_name"), "provider_name", (*facts.certificate)["provider_name"]);
    if (!row.has(field("school_code")) && !row.has(field("school_name")))
        add(-1, "school_id", (*facts.student)["school_id"]);
    add(-1, "entered_by", Value(options().user));
    const QPair<const char *, const char *> states[] = {{"source", "file"}, {"entry_state", "entered"}, {"verification", "unverified"}, {"transfer", "not-sent"}, {"reporting", "not-due"}};
    for (const auto &[name, value] : states)
        add(-1, name, Value(QString::fromLatin1(value)));
    return fields;
}

void AttemptPlanner::update(RowInput &row, const Record &attempt, const QVector<FieldValue> &said)
{
    if (!mayUpdate(row))
        return;
    QVector<FieldValue> fields;
    bool keyChanged = false;
    for (const FieldValue &wanted : said) {
        if (FieldCopier::same(entityDef(A).fields[wanted.field].type, wanted.value, attempt.values[wanted.field]))
            continue;
        fields.append(wanted);
        keyChanged = keyChanged || isKeyField(wanted.field);
    }
    if (fields.isEmpty())
        return;
    row.effect(RowStatus::Update);
    if (keyChanged && attempt.text("verification") == QLatin1String("verified"))
        fields += {fieldValue(A, "verification", Value(QStringLiteral("re-verify"))), fieldValue(A, "verified_by", Value()),
                   fieldValue(A, "verified_at", Value())};
    if (!row.isHeld())
        writer().update(attempt, fields);
}

void AttemptPlanner::planRow(RowInput &row)
{
    Facts facts;
    facts.school = m_schools.find(row);
    facts.year = schoolYear(row) != 0 ? schoolYear(row) : schoolYearOf(row.examDate()->first);
    if (!findStudent(row, &facts) || !findCertificate(row, &facts))
        return;
    findComponent(row, &facts);
    findCourse(row, &facts);
    const QString certificate = facts.certificateCode.isEmpty() ? facts.certificateName : facts.certificateCode;
    const QString key = keyOf(facts.student->id, certificate, facts.componentCode, *row.examDate(), row.text(m_time));
    const QVector<FieldValue> said = this->said(row, facts);
    if (row.isHeld())
        return;
    const bool isDay = row.examDate()->precision == PartialDate::Precision::Day;
    if (!claim(row, isDay ? key : key + QLatin1Char('\n') + row.text(m_outcome) + row.text(m_score)))
        return;
    if (const Record *attempt = presentAttempt(row, key)) {
        update(row, *attempt, said);
        return;
    }
    if (!mayCreate(row, certificate))
        return;
    row.effect(RowStatus::Create);
    writer().create(A, said + defaults(row, facts));
}

} // namespace certdesk
