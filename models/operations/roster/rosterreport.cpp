// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/roster/rosterreport.h"

#include "models/domain/roster/grouprule.h"
#include "models/operations/roster/reportpeople.h"

#include <QCoreApplication>
#include <QMap>
#include <QSet>
#include <limits>
#include <tuple>

namespace certdesk {

namespace {

using Kind = RosterReportRequest::Kind;
using Column = TableReport::Column;
using Line = ReportPeople::Line;

QString tr(const char *text)
{
    return QCoreApplication::translate("RosterReport", text);
}

Value dayText(const Value &day)
{
    return day.isEmpty() ? Value() : Value(isoDay(day));
}

QString subject(const RosterReportRequest &request, const ReportPeople &people)
{
    if (people.group)
        return people.group->text("group_name");
    QStringList parts;
    if (!request.grade.isEmpty())
        parts.append(tr("grade %1").arg(request.grade));
    if (request.graduatingYear != 0)
        parts.append(tr("class of %1").arg(request.graduatingYear));
    for (const Record &school : people.schools) {
        if (school.text("school_code") == request.school && !request.school.isEmpty())
            parts.append(school.text("name"));
    }
    return parts.isEmpty() ? tr("all schools") : parts.join(QLatin1String(", "));
}

TableReport beginReport(const RosterReportRequest &request, const ReportPeople &people)
{
    TableReport report;
    report.name = request.kind == Kind::Roster ? QStringLiteral("roster") : QStringLiteral("results");
    report.title = (request.kind == Kind::Roster ? tr("Class roster: %1") : tr("Assessment results: %1")).arg(subject(request, people));
    report.facts.append({tr("School year"), schoolYearName(people.schoolYear)});
    report.about.insert(QStringLiteral("year"), schoolYearName(people.schoolYear));
    if (people.day != 0) {
        report.facts.append({tr("As of"), isoDay(people.day)});
        report.about.insert(QStringLiteral("asOf"), isoDay(people.day));
    }
    if (!people.teacher.isEmpty())
        report.facts.append({tr("Teacher"), people.teacher});
    if (people.group && people.group->has("rule")) {
        if (const auto rule = GroupRule::fromJson(people.group->text("rule")))
            report.facts.append({tr("Rule"), rule->words()});
    }
    report.facts.append({tr("Archived students"), people.withArchived ? tr("with them") : tr("without them")});
    report.about.insert(QStringLiteral("archived"), people.withArchived);
    return report;
}

QString schoolCode(const ReportPeople &people, qint64 school)
{
    const auto found = people.schools.constFind(school);
    return found == people.schools.cend() ? QString() : found->text("school_code");
}

/// One section for a group, else one a school and grade.
void addRoster(TableReport &report, const ReportPeople &people)
{
    const bool isGroup = people.group.has_value();
    report.columns = {{QStringLiteral("last_name"), tr("Last name")},        {QStringLiteral("first_name"), tr("First name")},
                      {QStringLiteral("preferred_name"), tr("Preferred name")}, {QStringLiteral("student_state_id"), tr("State ID")},
                      {QStringLiteral("local_id"), tr("Local ID")},          {QStringLiteral("login"), tr("Login")},
                      {QStringLiteral("school_code"), tr("School"), false, !isGroup}, {QStringLiteral("grade"), tr("Grade"), false, !isGroup},
                      {QStringLiteral("graduating_year"), tr("Class of"), true}, {QStringLiteral("status"), tr("Status")}};
    if (isGroup)
        report.columns += {Column{QStringLiteral("from_date"), tr("From")}, Column{QStringLiteral("to_date"), tr("To")}};
    QMap<QPair<QString, QString>, TableReport::Section> sections;
    for (const Line &line : people.lines) {
        const QString code = schoolCode(people, line.school);
        TableReport::Section &section = sections[isGroup ? QPair<QString, QString>() : QPair<QString, QString>(code, line.grade)];
        if (section.heading.isEmpty() && !isGroup)
            section.heading = tr("%1, grade %2").arg(people.schools.value(line.school, Record(EntityKind::School)).text("name"), line.grade);
        const Record &student = line.student;
        QVector<Value> row;
        for (const char *field : {"last_name", "first_name", "preferred_name", "student_state_id", "local_id", "login"})
            row.append(student[field]);
        row += {Value(code), Value(line.grade), student["graduating_year"], student["status"]};
        if (isGroup)
            row += {dayText(line.from), dayText(line.to)};
        section.rows.append(row);
    }
    for (TableReport::Section section : sections) {
        section.summary = tr("students: %1").arg(section.rows.size());
        report.sections.append(section);
    }
}

struct AttemptKey
{
    QString section;
    QString period;
    QString grade;
    qint64 student = 0;
    bool operator==(const AttemptKey &) const = default;
    bool operator<(const AttemptKey &other) const { return std::tie(section, period, grade, student) < std::tie(other.section, other.period, other.grade, other.student); }
};

size_t qHash(const AttemptKey &key, size_t seed)
{
    return qHashMulti(seed, key.section, key.period, key.grade, key.student);
}

/// Testing windows in the order of their first day, those without one last.
QHash<QString, DayNumber> periodStarts(const QVector<Record> &periods)
{
    QHash<QString, DayNumber> starts;
    for (const Record &period : periods) {
        if (period.has("starts_on"))
            starts.insert(period.text("period_name"), period.integer("starts_on"));
    }
    return starts;
}

void summarize(TableReport::Section &section, int scoreColumn)
{
    double sum = 0;
    int scored = 0;
    for (const QVector<Value> &row : std::as_const(section.rows)) {
        if (row[scoreColumn].isEmpty())
            continue;
        sum += row[scoreColumn].real();
        ++scored;
    }
    section.summary = scored == 0 ? tr("students: %1, none with a score").arg(section.rows.size())
                                  : tr("students: %1, with a score: %2, average: %3").arg(section.rows.size()).arg(scored).arg(sum / scored, 0, 'f', 1);
}

class Results
{
public:
    Results(TableReport &report, const RosterReportRequest &request, const ReportPeople &people) : m_report(report), m_request(request), m_people(people) {}

    void add(const QVector<Record> &assessments, const QVector<Record> &periods, DayNumber until)
    {
        m_report.columns = {{QStringLiteral("section_name"), tr("Section"), false, true}, {QStringLiteral("period_name"), tr("Testing window"), false, true},
                            {QStringLiteral("last_name"), tr("Last name")},  {QStringLiteral("first_name"), tr("First name")},
                            {QStringLiteral("student_state_id"), tr("State ID")}, {QStringLiteral("login"), tr("Login")},
                            {QStringLiteral("school_code"), tr("School")},   {QStringLiteral("grade"), tr("Grade")},
                            {QStringLiteral("school_year"), tr("Year")},     {QStringLiteral("attempt_number"), tr("Attempt"), true},
                            {QStringLiteral("attempts"), tr("Of"), true},    {QStringLiteral("state"), tr("State")},
                            {QStringLiteral("score"), tr("Score"), true},    {QStringLiteral("result"), tr("Result")},
                            {QStringLiteral("taken_on"), tr("Taken on")},    {QStringLiteral("choice"), tr("Rule"), false, true}};
        gather(assessments);
        const auto starts = periodStarts(periods);
        QMap<std::tuple<QString, DayNumber, QString>, TableReport::Section> sections;
        // Names in the order of the people, within each section.
        for (const Line &line : m_people.lines) {
            for (const AttemptKey &key : m_keys.value(line.student.id)) {
                const QVector<const Record *> &attempts = m_attempts[key];
                const Record *chosen = chosenAttempt(attempts, m_request.choice, until);
                if (!chosen)
                    continue;
                auto &section = sections[{key.section, starts.value(key.period, std::numeric_limits<DayNumber>::max()), key.period}];
                section.heading = key.period.isEmpty() ? key.section : tr("%1, %2").arg(key.section, key.period);
                section.rows.append(row(line, *chosen, attempts.size()));
            }
        }
        for (TableReport::Section section : sections) {
            summarize(section, 12);
            m_report.sections.append(section);
        }
    }

private:
    void gather(const QVector<Record> &assessments)
    {
        QSet<qint64> wanted;
        for (const Line &line : m_people.lines)
            wanted.insert(line.student.id);
        QSet<AttemptKey> ofTheYear;
        for (const Record &attempt : assessments) {
            const AttemptKey key{attempt.text("section_name"), attempt.text("period_name"), attempt.text("grade"), attempt.integer("student_id")};
            if (!wanted.contains(key.student))
                continue;
            m_attempts[key].append(&attempt);
            // A repeated grade shows its earlier attempts too: what counts is chosen among all of them.
            if (attempt.integer("school_year") == m_people.schoolYear && !ofTheYear.contains(key)) {
                ofTheYear.insert(key);
                m_keys[key.student].append(key);
            }
        }
    }

    QVector<Value> row(const Line &line, const Record &attempt, qsizetype attempts) const
    {
        const Record &student = line.student;
        return {attempt["section_name"], attempt["period_name"], student["last_name"], student["first_name"], student["student_state_id"], student["login"],
                Value(schoolCode(m_people, attempt.has("school_id") ? attempt.integer("school_id") : line.school)), attempt["grade"],
                Value(schoolYearName(attempt.integer("school_year"))), attempt["attempt_number"], Value(qint64{attempts}), attempt["state"],
                attempt["score"], attempt["result"], dayText(attempt["taken_on"]), Value(assessmentChoiceName(m_request.choice))};
    }

    TableReport &m_report;
    const RosterReportRequest &m_request;
    const ReportPeople &m_people;
    QMap<AttemptKey, QVector<const Record *>> m_attempts;
    QHash<qint64, QVector<AttemptKey>> m_keys;
};

/// Who took which report, without any of its values (S-031); a group remembers when it was last in one.
class NoteReport : public Command
{
public:
    NoteReport(const RosterReportRequest &request, const TableReport &report, qint64 group) : m_request(request), m_report(report), m_group(group) {}
    QString name() const override { return QStringLiteral("Report"); }
    Right right() const override { return Right::Export; }
    void perform(Transaction &transaction) override
    {
        QJsonObject detail{{QStringLiteral("report"), m_report.name}, {QStringLiteral("rows"), m_report.rowCount()}};
        if (!m_request.school.isEmpty())
            detail.insert(QStringLiteral("school"), m_request.school);
        if (!m_request.grade.isEmpty())
            detail.insert(QStringLiteral("grade"), m_request.grade);
        transaction.note(name(), detail, m_group ? RecordRef{EntityKind::Group, m_group} : RecordRef());
    }

private:
    const RosterReportRequest &m_request;
    const TableReport &m_report;
    qint64 m_group;
};

} // namespace

Result<TableReport> makeRosterReport(Session &session, const RosterReportRequest &request, Progress *)
{
    if (const auto allowed = session.require(Right::ViewRoster); !allowed)
        return tl::unexpected(allowed.error());
    const auto people = readReportPeople(session, request);
    if (!people)
        return tl::unexpected(people.error());
    TableReport report = beginReport(request, *people);
    if (people->group)
        report.about.insert(QStringLiteral("group"), people->group->id);
    if (request.kind == Kind::Roster) {
        addRoster(report, *people);
        return report;
    }
    const auto assessments = session.records(EntityKind::Assessment);
    const auto periods = session.records(EntityKind::TestingPeriod);
    if (!assessments || !periods)
        return tl::unexpected(!assessments ? assessments.error() : periods.error());
    // A past day hides what was not there yet, whatever the rule.
    const DayNumber until = people->day != 0 || request.choice == AssessmentChoice::AsOf ? session.today() : 0;
    const QString words = assessmentChoiceWords(request.choice, until);
    report.facts.append({tr("Attempts"), words});
    report.about.insert(QStringLiteral("choice"), assessmentChoiceName(request.choice));
    report.about.insert(QStringLiteral("rule"), words);
    Results(report, request, *people).add(*assessments, *periods, until);
    return report;
}

Done writeRosterReport(Session &session, const RosterReportRequest &request, const TableReport &report, ReportFormat format, const QString &path)
{
    NoteReport note(request, report, report.about.value(QLatin1String("group")).toInteger());
    if (const auto noted = session.apply(note); !noted)
        return tl::unexpected(noted.error());
    return writeTableReport(report, format, path);
}

} // namespace certdesk
