// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rulecase.h"

#include "models/domain/day.h"

#include <QSet>

namespace certdesk::test {

namespace {

Value valueOf(const EntityDef &def, int field, const QString &text)
{
    switch (def.fields[field].type) {
    case FieldType::Text:
    case FieldType::Json:
        return Value(text);
    case FieldType::Real:
        return Value(text.toDouble());
    case FieldType::Day:
        return Value(dayFromIso(text).value_or(0));
    default:
        return text.contains(QLatin1Char('-')) ? Value(schoolYearFromName(text).value_or(0)) : Value(text.toLongLong());
    }
}

/// "a=1 b=two_words": blanks inside a value are written "_".
QVector<QPair<QString, QString>> fieldsOf(const QString &text)
{
    QVector<QPair<QString, QString>> fields;
    for (const QString &word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const qsizetype sign = word.indexOf(QLatin1Char('='));
        if (sign > 0)
            fields.append({word.left(sign), word.mid(sign + 1).replace(QLatin1Char('_'), QLatin1Char(' '))});
    }
    return fields;
}

} // namespace

RuleCase::RuleCase(Engine engine) : m_database(engine), m_session(m_database.session())
{
    m_school = addSchool(*m_session, QStringLiteral("100"));
    addLists();
    addStaffOf(QStringLiteral("T1"), QStringLiteral("Birch"), QStringLiteral("Sam"));
    addStaffOf(QStringLiteral("T2"), QStringLiteral("Cedar"), QStringLiteral("Kim"));
    addStaffOf(QStringLiteral("T3"), QStringLiteral("D\u00EDaz-Ortega"), QStringLiteral("Ana"), QStringLiteral("M."));
    addStaffOf(QStringLiteral("P1"), QStringLiteral("Elm"), QStringLiteral("Jo"));
    addSection(QStringLiteral("8000100"), QStringLiteral("T2"));
    addSection(QStringLiteral("8000200"), QStringLiteral("T2"));
    addSection(QStringLiteral("1000000"), QStringLiteral("T2"));
}

qint64 RuleCase::addOne(EntityKind kind, const QVector<QPair<const char *, Value>> &fields)
{
    Record record(kind);
    for (const auto &[name, value] : fields)
        record.set(name, value);
    return insertRecord(*m_session, record);
}

void RuleCase::addLists()
{
    using E = EntityKind;
    const auto text = [](const char *value) { return Value(QString::fromUtf8(value)); };
    for (const qint64 year : {2026, 2027}) {
        const Value schoolYear(year);
        addOne(E::Course, {{"school_year", schoolYear}, {"course_number", text("8000100")}, {"course_name", text("Design 1")}, {"is_cte", Value(1)}});
        addOne(E::Course, {{"school_year", schoolYear}, {"course_number", text("8000200")}, {"course_name", text("Networks")}, {"is_cte", Value(1)}});
        addOne(E::Course, {{"school_year", schoolYear}, {"course_number", text("1000000")}, {"course_name", text("English")}});
        const qint64 program = addOne(E::Program, {{"school_year", schoolYear}, {"program_code", text("P100")}, {"program_name", text("Design")}});
        addOne(E::Provider, {{"school_year", schoolYear}, {"provider_name", text("CompTIA")}, {"score_reports", text("no")},
                             {"pass_policy", text("pdf-if-no-report")}, {"fail_policy", text("session-record")}});
        addOne(E::Provider, {{"school_year", schoolYear}, {"provider_name", text("Certiport")}, {"score_reports", text("yes")},
                             {"pass_policy", text(year == 2027 ? "pdf-if-no-report" : "pdf-always")}, {"fail_policy", text("none")}});
        addOne(E::Provider, {{"school_year", schoolYear}, {"provider_name", text("NHA")}, {"pass_policy", text("report-and-pdf")}, {"fail_policy", text("none")}});
        const auto certificate = [&](const char *code, const char *name, const char *provider, int earned) {
            return addOne(E::Certificate, {{"school_year", schoolYear}, {"certificate_code", text(code)}, {"certificate_name", text(name)},
                                           {"provider_name", text(provider)}, {"pass_is_earned", Value(earned)}});
        };
        const qint64 word = certificate(year == 2026 ? "WORD0000" : "WORD0001", "Word Associate", "Certiport", 1);
        certificate("NETW0001", "Network+", "CompTIA", 1);
        certificate("CMAA0001", "Medical Assistant", "NHA", 0);
        addOne(E::ProgramCertificate, {{"program_id", Value(program)}, {"certificate_id", Value(word)}});
    }
    addOne(E::Course, {{"school_year", Value(2025)}, {"course_number", text("8000050")}, {"course_name", text("Old")}, {"is_cte", Value(1)}});
}

void RuleCase::addStaffOf(const QString &id, const QString &last, const QString &first, const QString &middle)
{
    m_staff.insert(id, addOne(EntityKind::Staff, {{"staff_id", Value(id)}, {"first_name", Value(first)}, {"middle_name", Value(middle)}, {"last_name", Value(last)}}));
}

void RuleCase::addSection(const QString &course, const QString &teacher)
{
    const qint64 group = addOne(EntityKind::Group, {{"school_id", Value(m_school)}, {"school_year", Value(2027)}, {"kind", Value(QStringLiteral("section"))},
                                                    {"group_name", Value(course)}, {"course_number", Value(course)}, {"course_name", Value(QStringLiteral("Section ") + course)}});
    addOne(EntityKind::GroupStaff, {{"group_id", Value(group)}, {"staff_id", Value(m_staff.value(teacher))}});
    m_sections.insert(course, group);
}

Record RuleCase::attempt(const QString &text)
{
    Record record(EntityKind::Attempt);
    record.set("row_number", Value(m_nextRow++)).set("student_id", Value(m_student)).set("school_id", Value(m_school));
    record.set("exam_family", Value(QStringLiteral("word"))).set("entry_state", Value(QStringLiteral("entered")));
    record.set("source", Value(QStringLiteral("teacher"))).set("outcome", Value(QStringLiteral("F")));
    const auto date = partialDate(text.section(QLatin1Char(' '), 0, 0));
    if (date) {
        record.set("exam_first", Value(date->first)).set("exam_last", Value(date->last)).set("exam_precision", Value(precisionName(date->precision)));
        record.set("school_year", Value(schoolYearOf(date->first)));
    }
    for (const auto &[name, value] : fieldsOf(text)) {
        if (name == QLatin1String("teacher") || name == QLatin1String("proctor"))
            record.set(name == QLatin1String("teacher") ? "teacher_id" : "proctor_id", Value(m_staff.value(value)));
        else if (const int field = record.def().find(QLatin1String(name.toLatin1())); field >= 0)
            record.values[field] = valueOf(record.def(), field, value);
    }
    return record;
}

void RuleCase::addEvidence(qint64 attempt, const QString &kinds)
{
    for (const QString &kind : kinds.split(QLatin1Char('+'), Qt::SkipEmptyParts)) {
        const qint64 evidence = addOne(EntityKind::Evidence, {{"sha256", Value(QStringLiteral("%1").arg(++m_evidence, 64, 16, QLatin1Char('0')))}, {"kind", Value(kind)}});
        addOne(EntityKind::EvidenceLink, {{"attempt_id", Value(attempt)}, {"evidence_id", Value(evidence)}});
    }
}

QStringList RuleCase::findings(const QStringList &student, const QStringList &attempts, const QString &rules, const QString &parameters)
{
    Record person(EntityKind::Student);
    person.set("school_id", Value(m_school)).set("first_name", Value(QStringLiteral("Robin"))).set("last_name", Value(QStringLiteral("Alder")));
    person.set("status", Value(QStringLiteral("active"))).set("student_state_id", Value(QStringLiteral("%1").arg(++m_students, 10, 10, QLatin1Char('0'))));
    QStringList sections;
    for (const QString &part : student) {
        for (const auto &[name, value] : fieldsOf(part)) {
            if (name == QLatin1String("section"))
                sections.append(value);
            else if (const int field = person.def().find(QLatin1String(name.toLatin1())); field >= 0)
                person.values[field] = value == QLatin1String("-") ? Value() : valueOf(person.def(), field, value);
        }
    }
    m_student = insertRecord(*m_session, person);
    for (const QString &section : sections)
        addOne(EntityKind::Member, {{"group_id", Value(m_sections.value(section))}, {"student_id", Value(m_student)}});
    m_firstRow = m_nextRow;
    QSet<qint64> ids{m_student};
    QHash<qint64, qint64> rows;
    for (const QString &text : attempts) {
        const qint64 id = insertRecord(*m_session, attempt(text));
        rows.insert(id, m_nextRow - m_firstRow);
        for (const auto &[name, value] : fieldsOf(text)) {
            if (name == QLatin1String("evidence"))
                addEvidence(id, value);
        }
    }
    CheckRequest request;
    request.rules = rules.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const auto &[name, value] : fieldsOf(parameters)) {
        bool isNumber = false;
        const qint64 number = value.toLongLong(&isNumber);
        request.parameters.insert(QString(name).replace(QLatin1Char(' '), QLatin1Char('_')), isNumber ? Value(number) : Value(value));
    }
    const auto run = runRules(*m_session, request);
    if (!run)
        return {run.error().code + QLatin1Char(' ') + run.error().message};
    QStringList lines;
    for (const RuleOutcome &outcome : run->result.rules) {
        if (outcome.error)
            lines.append(outcome.code + QLatin1String(" could not be checked: ") + outcome.error->message + outcome.error->detail);
    }
    for (const Finding &finding : run->result.findings) {
        const bool own = finding.kind == EntityKind::Student ? finding.recordId == m_student : rows.contains(finding.recordId);
        if (own)
            lines.append(QStringLiteral("%1 %2 %3: %4").arg(finding.rule, severityName(finding.severity)).arg(rows.value(finding.recordId)).arg(finding.message));
    }
    return lines;
}

} // namespace certdesk::test
