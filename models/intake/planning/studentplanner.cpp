// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/planning/studentplanner.h"

#include "models/domain/names.h"
#include "models/intake/headernames.h"
#include "models/intake/values.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace certdesk {

namespace {

constexpr EntityKind S = EntityKind::Student;
/// From so many strangers on, of whom most are known by name and birth date, the district has new numbers.
constexpr int fewestRekeyed = 5;

QString tr(const char *text)
{
    return QCoreApplication::translate("intake", text);
}

/// Looked up once, not by name for every row.
struct StudentFields
{
    int school = entityDef(S).index("school_id");
    int status = entityDef(S).index("status");
    int graduating = entityDef(S).index("graduating_year");
    int login = entityDef(S).index("login");
    int metadata = entityDef(S).index("metadata");
};

} // namespace

StudentPlanner::StudentPlanner(const PlanScene &scene)
    : EntityPlanner(scene), m_copier(scene.kind, S), m_schools(scene.kind, scene.options, scene.present), m_students(scene.kind, scene.present),
      m_identity(scene, m_students), m_grades(scene), m_guard(scene), m_grade(field("grade")), m_graduating(field("graduating_year")), m_login(field("login")),
      m_stateId(field("student_state_id")), m_local(field("local_id")), m_status(field("status"))
{
    for (const Record &school : present().of(EntityKind::School))
        m_schoolRecords.insert(school.id, &school);
    if (isMapped("status")) {
        const int column = scene.mapping.columnOfField[m_status];
        m_powerSchoolStatus = normalizedHeader(scene.table.columns[column]).contains(QLatin1String("enroll"));
    }
    readFreeFields();
}

/// `metadata.*` and `ext_*` columns are kept as free fields.
void StudentPlanner::readFreeFields()
{
    for (int column = 0; column < table().columns.size(); ++column) {
        const QString &name = table().columns[column];
        for (const QLatin1String prefix : {QLatin1String("metadata."), QLatin1String("ext_")}) {
            if (name.startsWith(prefix, Qt::CaseInsensitive) && name.size() > prefix.size() && !mapping().columnOfField.contains(column))
                m_freeColumns.append({column, name.mid(prefix.size())});
        }
    }
}

Value StudentPlanner::freeFields(const RowInput &row, const Record *student) const
{
    QJsonObject fields = student ? QJsonDocument::fromJson(student->text("metadata").toUtf8()).object() : QJsonObject();
    for (const auto &[column, name] : m_freeColumns) {
        const QString text = cleanText(table().cell(row.index(), column)).text;
        if (!text.isEmpty())
            fields.insert(name, text);
    }
    return fields.isEmpty() ? Value() : Value(QString::fromUtf8(QJsonDocument(fields).toJson(QJsonDocument::Compact)));
}

void StudentPlanner::planRow(RowInput &row)
{
    m_identity.completeNames(row);
    const qint64 school = m_schools.find(row);
    if (school == 0 && row.status() != RowStatus::Error)
        row.report(intakeFinding("C01", {QStringLiteral("school_code")}), field("school_code"));
    const StudentFinder::Match match = m_students.find(row, school);
    m_identity.checkHolders(row, match.student);
    if (row.status() != RowStatus::Error && claimKeys(row, school)) {
        noteRosterSource(school);
        if (match.student)
            planPresent(row, school, match);
        else
            planNew(row, school, match);
    }
    m_guard.note(row, match.student, school);
}

/// K11, once a school.
void StudentPlanner::noteRosterSource(qint64 school)
{
    const Record *record = m_schoolRecords.value(school);
    if (!record || m_toldSources.contains(school))
        return;
    m_toldSources.insert(school);
    const QString source = record->text("roster_source");
    if (source.isEmpty() || source.compare(QLatin1String("files"), Qt::CaseInsensitive) == 0 || source.compare(QLatin1String("file"), Qt::CaseInsensitive) == 0)
        return;
    IntakeFinding finding = intakeFinding("K11", {source});
    finding.value = record->text("school_code");
    m_conclusions.append(finding);
}

bool StudentPlanner::claimKeys(RowInput &row, qint64 school)
{
    if (row.has(m_stateId) && !claim(row, QStringLiteral("s") + row.text(m_stateId)))
        return false;
    if (!row.has(m_stateId) && !row.has(m_login) && !claim(row, QStringLiteral("i%1 %2").arg(school).arg(row.text(m_local))))
        return false;
    return claimLogin(row, m_login);
}

StudentPlanner::Presence StudentPlanner::presence(RowInput &row) const
{
    static const QStringList active{QStringLiteral("active"), QStringLiteral("a"),    QStringLiteral("enrolled"), QStringLiteral("current"),
                                    QStringLiteral("yes"),    QStringLiteral("true"), QStringLiteral("y")};
    static const QStringList gone{QStringLiteral("inactive"),  QStringLiteral("i"),         QStringLiteral("withdrawn"), QStringLiteral("archived"),
                                  QStringLiteral("transferred"), QStringLiteral("graduated"), QStringLiteral("no"),        QStringLiteral("false"),
                                  QStringLiteral("n"),         QStringLiteral("tobedeleted"), QStringLiteral("left")};
    if (row.text(m_grade) == graduatedGrade)
        return Presence::Gone;
    if (!row.has(m_status))
        return Presence::Unsaid;
    const QString status = row.text(m_status).toLower();
    if (gone.contains(status))
        return Presence::Gone;
    if (active.contains(status))
        return Presence::Active;
    const QStringList numbers = m_powerSchoolStatus ? QStringList{QStringLiteral("0"), QStringLiteral("-1")} : QStringList{QStringLiteral("1")};
    const QStringList away = m_powerSchoolStatus ? QStringList{QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")} : QStringList{QStringLiteral("0")};
    if (numbers.contains(status))
        return Presence::Active;
    if (!away.contains(status))
        row.report(intakeFinding("C06", {row.text(m_status), tr("active, inactive")}), m_status, row.text(m_status));
    return Presence::Gone;
}

void StudentPlanner::planNew(RowInput &row, qint64 school, const StudentFinder::Match &match)
{
    if (match.hidden) {
        // The record is out of this user's reach: acceptance alone cannot move it.
        if (match.hidden->archivedOn)
            row.report(intakeFinding("K03", {isoDay(*match.hidden->archivedOn)}));
        else
            row.report(intakeFinding("K02", {match.hidden->schoolName}));
        row.effect(RowStatus::Conflict);
        return;
    }
    if (presence(row) == Presence::Gone) {
        row.effect(RowStatus::Skipped);
        return;
    }
    ++m_unmatched;
    if (const Record *namesake = m_identity.proposeNamesake(row)) {
        planKnown(row, school, *namesake, false);
        return;
    }
    if (!mayCreate(row, match.key, m_students.near(row)))
        return;
    m_grades.checkPlausible(row, row.text(m_grade));
    row.effect(RowStatus::Create);
    if (row.isHeld())
        return;
    static const StudentFields to;
    QVector<FieldValue> fields = m_copier.all(row);
    const auto add = [&fields](int field, Value value) {
        if (!value.isEmpty())
            fields.append({field, std::move(value)});
    };
    add(to.school, Value(school));
    add(to.status, Value(QStringLiteral("active")));
    const qint64 graduating = options().schoolYear > 0 ? expectedGraduatingYear(row.text(m_grade), options().schoolYear) : 0;
    if (!row.has(m_graduating) && graduating > 0)
        add(to.graduating, Value(graduating));
    if (!row.has(m_login))
        add(to.login, Value(m_identity.newLogin(row)));
    if (!m_freeColumns.isEmpty())
        add(to.metadata, freeFields(row, nullptr));
    m_grades.writeNew(row, writer().create(S, std::move(fields)), school);
}

QVector<FieldValue> StudentPlanner::statusChanges(const RowInput &row, const Record &student) const
{
    const bool archived = student.text("status") == QLatin1String("archived");
    if (row.status() == RowStatus::Archive && !archived) {
        const bool graduated = row.text(m_grade) == graduatedGrade || student.text("grade") == QLatin1String("12");
        return {fieldValue(S, "status", Value(QStringLiteral("archived"))), fieldValue(S, "archived_on", Value(options().today)),
                fieldValue(S, "archive_reason", Value(graduated ? QStringLiteral("graduated") : QStringLiteral("left")))};
    }
    if (archived)
        return {fieldValue(S, "status", Value(QStringLiteral("active"))), fieldValue(S, "archived_on", Value()), fieldValue(S, "archive_reason", Value())};
    return {};
}

void StudentPlanner::planPresent(RowInput &row, qint64 school, const StudentFinder::Match &match)
{
    if (!mayUpdate(row))
        return;
    m_identity.checkPerson(row, match);
    if (presence(row) == Presence::Gone)
        planGone(row, *match.student);
    else
        planKnown(row, school, *match.student, match.byFormer);
}

void StudentPlanner::planGone(RowInput &row, const Record &student)
{
    if (student.text("status") == QLatin1String("archived") || row.isHeld())
        return;
    row.effect(RowStatus::Archive);
    if (!options().accepts(RowStatus::Archive) && !row.isHeld())
        row.effect(RowStatus::Conflict); // K10 is accepted for seniors, not for leavers
    if (!row.isHeld())
        writer().update(student, statusChanges(row, student));
}

void StudentPlanner::planKnown(RowInput &row, qint64 school, const Record &student, bool byFormer)
{
    const bool moves = student.integer("school_id") != school;
    if (student.text("status") == QLatin1String("archived"))
        row.report(intakeFinding("K03", {isoDay(student["archived_on"])}));
    if (moves)
        row.report(intakeFinding("K02", {m_schools.name(student.integer("school_id"))}), field("school_code"), row.text(field("school_code")));
    m_grades.judge(row, student, *m_schoolRecords.value(school));
    m_grades.checkPlausible(row, row.text(m_grade));
    if (row.status() == RowStatus::Archive) { // K10: a graduate
        if (!row.isHeld())
            writer().update(student, statusChanges(row, student));
        return;
    }
    QVector<FieldValue> fields = differences(m_copier, row, student);
    const int stateId = entityDef(S).index("student_state_id");
    if (byFormer) // found by a former identifier: the present one stays
        fields.removeIf([stateId](const FieldValue &field) { return field.field == stateId; });
    const Value free = m_freeColumns.isEmpty() ? Value() : freeFields(row, &student);
    if (!free.isEmpty() && free.text() != student.text("metadata"))
        fields.append(fieldValue(S, "metadata", free));
    if (moves)
        fields.append(fieldValue(S, "school_id", Value(school)));
    fields += statusChanges(row, student);
    if (!fields.isEmpty() || m_grades.enrolls(student, school))
        row.effect(RowStatus::Update);
    if (row.isHeld())
        return;
    m_identity.writeFormer(student, fields);
    writer().update(student, fields);
    m_grades.writePresent(row, student, school);
}

IntakeFindings StudentPlanner::conclusions()
{
    if (m_identity.proposals() >= fewestRekeyed && m_identity.proposals() * 10 >= m_unmatched * 6)
        m_conclusions.append(intakeFinding("B05", {QString::number(m_identity.proposals())}));
    return m_conclusions + m_guard.conclusions();
}

} // namespace certdesk
