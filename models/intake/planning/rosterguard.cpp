// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/planning/rosterguard.h"

#include "models/domain/names.h"
#include "models/domain/roster/gradeladder.h"
#include "models/intake/headernames.h"

#include <QCoreApplication>

namespace certdesk {

namespace {

/// without history, more than this in a unit is asked about; small units by the number alone.
constexpr int mostChanges = 5;
constexpr int mostPercent = 10;
constexpr int smallUnit = 10;
/// A few rows say nothing about a file.
constexpr int fewestRows = 20;
constexpr int fewestOfSchool = 40;

QString tr(const char *text)
{
    return QCoreApplication::translate("intake", text);
}

bool exceeds(int changes, int members)
{
    return changes > mostChanges && (members < smallUnit || changes * 100 > members * mostPercent);
}

QChar initialOf(const QString &name)
{
    const QString plain = normalizedName(name);
    return plain.isEmpty() ? QChar() : plain[0].toUpper();
}

} // namespace

RosterGuard::RosterGuard(const PlanScene &scene)
    : m_scene(scene), m_grade(scene.kind.index("grade")), m_graduating(scene.kind.index("graduating_year")), m_last(scene.kind.index("last_name")),
      m_login(scene.kind.index("login")), m_email(scene.kind.index("email"))
{
    for (const Record &school : scene.present.of(EntityKind::School))
        m_schoolRecords.insert(school.id, &school);
    for (const Record &person : scene.present.of(EntityKind::Staff)) {
        for (const char *key : {"login", "email"}) {
            if (person.has(key))
                m_staffKeys.insert(foldedLogin(person.text(key)));
        }
    }
    const EntityDef &def = entityDef(EntityKind::Student);
    const int school = def.index("school_id");
    const int status = def.index("status");
    for (const Record &student : scene.present.of(EntityKind::Student))
        m_schools[student.values[school].integer()].active += student.values[status].text() != QLatin1String("archived");
}

void RosterGuard::note(const RowInput &row, const Record *student, qint64 school)
{
    ++m_rows;
    School &tally = m_schools[school];
    ++tally.rows;
    const RowStatus status = row.status();
    tally.archives += status == RowStatus::Archive && !holdsBack(status, m_scene.options);
    const bool rekeyed = std::any_of(row.findings().cbegin(), row.findings().cend(), [](const IntakeFinding &finding) { return finding.code == QLatin1String("K14"); });
    tally.newKeys += rekeyed && !row.isHeld() && !m_scene.options.accepts(QStringLiteral("B05"));
    for (const int field : {m_login, m_email}) {
        if (!m_staffKeys.isEmpty() && row.has(field) && m_staffKeys.contains(foldedLogin(row.text(field)))) {
            ++m_staff;
            break;
        }
    }
    const QString grade = row.text(m_grade);
    if (row.has(m_graduating)) {
        ++m_withYear;
        m_yearTooEarly += row.value(m_graduating).integer() + 1 == expectedGraduatingYear(grade, m_scene.options.schoolYear);
    }
    if (!m_scene.options.school.isEmpty() && m_schoolRecords.contains(school))
        m_otherSchool += m_schoolRecords.value(school)->text("school_code") != m_scene.options.school;
    if (!student)
        return;
    m_found.insert(student->id);
    m_staying += status == RowStatus::Retain;
    const auto present = gradeStep(student->text("grade"));
    const auto stated = gradeStep(grade);
    m_back += present && stated && *stated == *present - 1;
    const qint64 home = student->integer("school_id");
    const Record *there = m_schoolRecords.value(home);
    if (home != school && there && isServed(grade, there->text("low_grade"), there->text("high_grade")))
        ++m_elsewhere[home];
}

void RosterGuard::addLimits(IntakeFindings *findings) const
{
    const QString usual = tr("up to %1 %").arg(mostPercent);
    for (const auto &[id, school] : m_schools) {
        const QString name = m_schoolRecords.contains(id) ? m_schoolRecords.value(id)->text("name") : tr("The school");
        const auto add = [&](int count, const QString &what) {
            if (exceeds(count, school.active))
                findings->append(intakeFinding("B01", {name, QString::number(count), QString::number(school.active), what, usual}));
        };
        add(school.archives, tr("archived"));
        add(school.newKeys, tr("given a new key"));
    }
}

void RosterGuard::addWrongSchool(IntakeFindings *findings) const
{
    if (m_rows >= fewestRows / 2 && m_otherSchool == m_rows)
        findings->append(intakeFinding("B04", {tr("the file of another school: none of the %1 rows names the chosen school").arg(m_rows)}));
    const int schoolColumn = std::max(m_scene.mapping.columnOfField[m_scene.kind.index("school_code")],
                                      m_scene.mapping.columnOfField[m_scene.kind.index("school_name")]);
    if (m_rows < fewestOfSchool || schoolColumn >= 0)
        return;
    for (auto it = m_elsewhere.cbegin(); it != m_elsewhere.cend(); ++it) {
        if (it.value() * 2 >= m_rows)
            findings->append(intakeFinding("B04", {tr("the file of %1: %2 of %3 students are registered there, in a grade that it serves")
                                                       .arg(m_schoolRecords.value(it.key())->text("name"))
                                                       .arg(it.value())
                                                       .arg(m_rows)}));
    }
}

/// A column with the school year of the rows, all of an earlier one.
bool RosterGuard::isOlderYear() const
{
    const Table &table = m_scene.table;
    for (int column = 0; column < table.columns.size(); ++column) {
        const QString words = normalizedHeader(table.columns[column]);
        if (words != QLatin1String("school year") && words != QLatin1String("end year") && words != QLatin1String("academic year"))
            continue;
        int older = 0;
        for (int row = 0; row < table.rowCount(); ++row) {
            const auto year = schoolYearFromName(cleanText(table.cell(row, column)).text.replace(QLatin1Char('/'), QLatin1Char('-')));
            older += year && *year < m_scene.options.schoolYear;
        }
        return older > 0 && older * 2 >= table.rowCount();
    }
    return false;
}

void RosterGuard::addLastYear(IntakeFindings *findings) const
{
    const int found = static_cast<int>(m_found.size());
    QStringList evidence;
    if (found >= fewestRows && m_staying * 2 >= found)
        evidence.append(tr("%1 of %2 students would repeat the grade").arg(m_staying).arg(found));
    if (found >= fewestRows && m_back * 2 >= found)
        evidence.append(tr("%1 of %2 students would go back a grade").arg(m_back).arg(found));
    if (m_withYear >= fewestRows && m_yearTooEarly * 2 >= m_withYear)
        evidence.append(tr("%1 of %2 graduating years fit the grade a year ago").arg(m_yearTooEarly).arg(m_withYear));
    if (isOlderYear())
        evidence.append(tr("the column of the school year says so"));
    if (!evidence.isEmpty())
        findings->append(intakeFinding("B04", {tr("last year's file: %1").arg(evidence.join(QStringLiteral("; ")))}));
}

void RosterGuard::addStaff(IntakeFindings *findings) const
{
    if (m_rows >= mostChanges && m_staff * 2 >= m_rows)
        findings->append(intakeFinding("B04", {tr("a staff file: %1 of %2 logins or e-mail addresses are those of staff").arg(m_staff).arg(m_rows)}));
}

QVector<const Record *> RosterGuard::scope() const
{
    QVector<const Record *> students;
    for (const Record &student : m_scene.present.of(EntityKind::Student)) {
        const auto school = m_schools.find(student.integer("school_id"));
        if (school != m_schools.end() && school->second.rows > 0 && student.text("status") != QLatin1String("archived"))
            students.append(&student);
    }
    return students;
}

/// Names end early though the roster goes on, or a whole grade is missing, in a file that has nearly everybody else.
void RosterGuard::addCutOff(IntakeFindings *findings) const
{
    const QVector<const Record *> students = scope();
    if (m_found.size() < fewestRows || students.size() < fewestRows)
        return;
    QChar last;
    QMap<QString, QPair<int, int>> grades; // of the roster, and of these in the file
    for (const Record *student : students) {
        auto &[all, here] = grades[student->text("grade")];
        ++all;
        here += m_found.contains(student->id);
        if (m_found.contains(student->id))
            last = std::max(last, initialOf(student->text("last_name")));
    }
    int before = 0;
    int beyond = 0;
    for (const Record *student : students)
        ++(initialOf(student->text("last_name")) > last ? beyond : before);
    QStringList evidence;
    const auto found = static_cast<int>(m_found.size());
    if (beyond * 5 >= students.size() && found * 10 >= before * 7)
        evidence.append(tr("last names end at \"%1\"").arg(last));
    for (auto it = grades.cbegin(); it != grades.cend(); ++it) {
        const auto rest = static_cast<int>(students.size()) - it->first;
        if (it->first >= smallUnit && it->second == 0 && rest > 0 && found * 10 >= rest * 7)
            evidence.append(tr("grade %1 missing").arg(it.key()));
    }
    if (!evidence.isEmpty())
        findings->append(intakeFinding("B06", {evidence.join(QStringLiteral(", "))}));
}

IntakeFindings RosterGuard::conclusions() const
{
    IntakeFindings findings;
    addLimits(&findings);
    addWrongSchool(&findings);
    addLastYear(&findings);
    addStaff(&findings);
    addCutOff(&findings);
    return findings;
}

} // namespace certdesk
