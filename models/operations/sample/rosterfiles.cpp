// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/sample/rosterfiles.h"

#include "models/operations/sample/damage.h"

#include <QHash>

namespace certdesk::sample {

namespace {

bool everybody(const Student &)
{
    return true;
}

const QString plainDialect = QStringLiteral("certdesk");

} // namespace

QStringList RosterFiles::dialects()
{
    return rosterDialects() + packageDialects();
}

QStringList RosterFiles::wantedDialects() const
{
    if (!m_options.dialects.isEmpty())
        return m_options.dialects;
    return m_options.size == Size::Small ? dialects() : QStringList{plainDialect};
}

Done RosterFiles::write(const District &district, const Catalogue &catalogue)
{
    const NextYear next = makeNextYear(district, catalogue, m_options.seed);
    m_truth.setOutcomes(district.code, next.outcomes);
    m_truth.setPersonOutcomes(district.code, next.persons);
    const QStringList wanted = wantedDialects();
    Done done;
    for (qsizetype i = 0; i < wanted.size() && done; ++i) {
        done = roster(wanted[i], district, thisYear);
        if (done)
            done = roster(wanted[i], next.district, nextYear);
        if (done && wanted[i].startsWith(QLatin1String("oneroster")))
            done = package(rosterDelta(wanted[i], district, next.district, nextYear), QStringLiteral("rosters/%1_%2_delta/").arg(wanted[i], schoolYearName(nextYear)));
    }
    if (done)
        done = startOfYear(district, next);
    scenarios(district, next);
    if (done && !m_options.damage.isEmpty())
        done = damaged(district, next);
    return done;
}

Done RosterFiles::roster(const QString &dialect, const District &district, qint64 year)
{
    if (packageDialects().contains(dialect))
        return package(rosterPackage(dialect, district, year), QStringLiteral("rosters/%1_%2/").arg(dialect, schoolYearName(year)));
    const RosterDialect &one = rosterDialect(dialect);
    return single(one, QStringLiteral("rosters/roster_%1_%2.%3").arg(schoolYearName(year), one.name, one.suffix), district, everybody);
}

Done RosterFiles::single(const RosterDialect &dialect, const QString &name, const District &district, const std::function<bool(const Student &)> &isWanted)
{
    QJsonArray persons;
    const auto rows = [&](const InputFiles::Row &row) {
        for (const Student &student : district.students) {
            if (!student.isInFiles() || !isWanted(student))
                continue;
            for (const int place : {student.homeroom, student.section}) {
                if (place < 0 && place != student.homeroom)
                    continue;
                row(dialect.cells(district, student, place < 0 ? nullptr : &district.groups[place]));
                persons.append(hiddenId(district, student));
                if (!dialect.perClass)
                    break;
            }
        }
    };
    const Done done = dialect.delimiter == 0 ? m_files.workbook(name, dialect.header(), rows)
                                             : m_files.text(name, {dialect.delimiter, dialect.lineEnd, dialect.hasMark}, dialect.header(), rows);
    m_truth.setPersons(fileName(name), persons);
    return done;
}

Done RosterFiles::package(const Package &package, const QString &folder)
{
    QVector<ZipMember> members;
    for (const PackageFile &file : package.files) {
        const Done done = m_files.text(folder + file.name, {}, file.header, [&](const InputFiles::Row &row) {
            for (const QStringList &cells : file.rows)
                row(cells);
        });
        if (!done)
            return done;
        QByteArray bytes = delimitedLine(file.header, ',', "\r\n");
        for (const QStringList &cells : file.rows)
            bytes += delimitedLine(cells, ',', "\r\n");
        members.append({file.name, bytes});
        if (!file.persons.isEmpty())
            m_truth.setPersons(fileName(folder + file.name), QJsonArray::fromStringList(file.persons));
    }
    return m_files.archive(folder.chopped(1) + QStringLiteral(".zip"), members);
}

/// What the clerk has in August: who goes up (exported before and after the SIS rolled over), who is new, who left, the new
/// classes.
Done RosterFiles::startOfYear(const District &district, const NextYear &next)
{
    const auto outcome = [&](const Student &student) { return next.persons.value(hiddenId(district, student)).toString(); };
    const auto isOneOf = [&](const QStringList &wanted) { return [&outcome, wanted](const Student &student) { return wanted.contains(outcome(student)); }; };
    const QString year = schoolYearName(nextYear);
    const auto name = [&](const char *what) { return QStringLiteral("start-of-year/%1_%2.csv").arg(QString::fromLatin1(what), year); };
    const QStringList goUp{QStringLiteral("promoted"), QStringLiteral("moved")};
    Done done = single(upgradeDialect(), name("upgrade_before-rollover"), district, isOneOf(goUp));
    if (done)
        done = single(upgradeDialect(), name("upgrade_after-rollover"), next.district, isOneOf(goUp + QStringList{QStringLiteral("retained")}));
    if (done)
        done = single(rosterDialect(plainDialect), name("new-students"), next.district, isOneOf({QStringLiteral("new-lowest-grade"), QStringLiteral("moved-in")}));
    if (done)
        done = single(upgradeDialect(), name("leavers"), district, isOneOf({QStringLiteral("left")}));
    if (done)
        done = single(groupDialect(), name("groups"), next.district, everybody);
    return done;
}

/// The statuses of the rows of next year's roster: a move to another school stands above the promotion that goes with it.
QJsonObject RosterFiles::countsOfNextYear(const District &district, const NextYear &next)
{
    QHash<qint64, int> schools;
    for (const Student &student : district.students)
        schools.insert(student.id, student.school);
    QHash<QString, int> counts;
    for (const Student &student : next.district.students) {
        const QString outcome = next.persons.value(hiddenId(district, student)).toString();
        if (outcome.startsWith(QLatin1String("new-")) || outcome == QLatin1String("moved-in"))
            ++counts[QStringLiteral("create")];
        else if (outcome == QLatin1String("returned"))
            ++counts[QStringLiteral("restore")];
        else if (schools.value(student.id) != student.school)
            ++counts[QStringLiteral("migrate")];
        else
            ++counts[outcome == QLatin1String("retained") ? QStringLiteral("retain") : QStringLiteral("promote")];
    }
    QJsonObject told;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        told.insert(it.key(), it.value());
    return told;
}

/// Counts that follow from how the people were made, not from running the program.
void RosterFiles::scenarios(const District &district, const NextYear &next)
{
    int listed = 0;
    int promoted = 0;
    int leaveTheirSchool = 0;
    for (const Student &student : district.students) {
        if (!student.isInFiles())
            continue;
        ++listed;
        const QString outcome = next.persons.value(hiddenId(district, student)).toString();
        if (outcome != QLatin1String("promoted") && outcome != QLatin1String("moved"))
            continue;
        (district.schools[student.school].serves(student.grade + 1) ? promoted : leaveTheirSchool) += 1;
    }
    const auto add = [&](const QString &operation, const QString &file, const QJsonObject &counts) {
        m_truth.addScenario({{QStringLiteral("database"), district.file},
                             {QStringLiteral("operation"), operation},
                             {QStringLiteral("file"), fileName(file)},
                             {QStringLiteral("counts"), counts}});
    };
    if (wantedDialects().contains(plainDialect)) {
        const auto file = [](qint64 year) { return QStringLiteral("rosters/roster_%1_%2.csv").arg(schoolYearName(year), plainDialect); };
        add(QStringLiteral("import students"), file(thisYear), {{QStringLiteral("unchanged"), listed}});
        add(QStringLiteral("import students"), file(nextYear), countsOfNextYear(district, next));
    }
    add(QStringLiteral("upgrade"), QStringLiteral("start-of-year/upgrade_before-rollover_%1.csv").arg(schoolYearName(nextYear)),
        {{QStringLiteral("promote"), promoted}, {QStringLiteral("conflict"), leaveTheirSchool}});
}

Done RosterFiles::damaged(const District &district, const NextYear &next)
{
    const RosterDialect &dialect = rosterDialect(plainDialect);
    for (const qint64 year : {thisYear, nextYear}) {
        const QString name = QStringLiteral("damaged/roster_%1.csv").arg(schoolYearName(year));
        DamagedFile file(fileName(name), dialect.columns, Pcg32(m_options.seed, quint64(120 + year * 2 + district.number)));
        const District &then = year == thisYear ? district : next.district;
        for (const Student &student : then.students) {
            if (student.isInFiles())
                file.add(dialect.cells(then, student), hiddenId(district, student));
        }
        const QByteArray bytes = file.damaged(m_options.damage);
        for (const QJsonObject &entry : file.truth)
            m_truth.addDamage(entry);
        m_truth.setPersons(fileName(name), file.persons);
        if (const Done done = m_files.keep(district, name, bytes); !done)
            return done;
    }
    return damagedPackages(district);
}

Done RosterFiles::damagedPackages(const District &district)
{
    for (const Damage &damage : m_options.damage) {
        const DamageOperator *how = damageOperator(damage.name);
        if (!how || how->reach != DamageOperator::Reach::Package)
            continue;
        for (const char *dialect : {"oneroster-1.1", "oneroster-1.2"}) {
            Package damaged = rosterPackage(QString::fromLatin1(dialect), district, thisYear);
            damagePackage(damaged, damage.name);
            const QString folder = QStringLiteral("damaged/%1_%2/").arg(QString::fromLatin1(dialect), damage.name);
            m_truth.addDamage({{QStringLiteral("file"), fileName(folder)},
                               {QStringLiteral("operator"), damage.name},
                               {QStringLiteral("row"), 0},
                               {QStringLiteral("code"), QString::fromLatin1(how->code)},
                               {QStringLiteral("repairable"), how->isRepairable}});
            if (const Done done = package(damaged, folder); !done)
                return done;
        }
    }
    return {};
}

} // namespace certdesk::sample
