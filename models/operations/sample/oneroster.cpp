// SPDX-License-Identifier: GPL-3.0-or-later
// OneRoster 1.1 and 1.2 sets: columns and order of the public CSV tables (imsglobal.org/oneroster-v11-final-csv-tables,
// imsglobal.org/spec/oneroster/v1p2/bind/csv).
#include "models/operations/sample/oneroster.h"

#include <QMap>
#include <QSet>

namespace certdesk::sample {

namespace {

QStringList columns(const char *names)
{
    return QString::fromLatin1(names).split(QLatin1Char('|'));
}

QString schoolId(const School &school) { return QStringLiteral("org-%1").arg(school.code); }
QString studentId(const Student &student) { return QStringLiteral("stu-%1").arg(student.id); }
QString staffId(const Staff &person) { return QStringLiteral("sta-%1").arg(person.staffId); }
QString sexOf(const Student &student) { return student.name.gender == QLatin1Char('F') ? QStringLiteral("female") : QStringLiteral("male"); }

class OneRoster
{
public:
    OneRoster(const District &district, qint64 year, bool isNewer) : m_district(district), m_year(year), m_isNewer(isNewer) {}

    Package write()
    {
        m_package.name = m_isNewer ? QStringLiteral("oneroster-1.2") : QStringLiteral("oneroster-1.1");
        manifest();
        orgs();
        sessions();
        courses();
        classes();
        users();
        if (m_isNewer)
            roles();
        enrollments();
        demographics();
        return m_package;
    }

private:
    PackageFile &add(const char *name, const char *header)
    {
        m_package.files.append({QString::fromLatin1(name), columns(header), {}, {}});
        return m_package.files.last();
    }

    void manifest()
    {
        PackageFile &file = add("manifest.csv", "propertyName|value");
        file.rows = {{QStringLiteral("manifest.version"), QStringLiteral("1.0")},
                     {QStringLiteral("oneroster.version"), m_isNewer ? QStringLiteral("1.2") : QStringLiteral("1.1")}};
        QStringList bulk{QStringLiteral("academicSessions"), QStringLiteral("classes"), QStringLiteral("courses"), QStringLiteral("demographics"),
                         QStringLiteral("enrollments"), QStringLiteral("orgs"), QStringLiteral("users")};
        QStringList absent{QStringLiteral("categories"), QStringLiteral("classResources"), QStringLiteral("courseResources"), QStringLiteral("lineItems"),
                           QStringLiteral("resources"), QStringLiteral("results")};
        (m_isNewer ? bulk : absent).append(QStringLiteral("roles"));
        for (const QString &name : std::as_const(bulk))
            file.rows.append({QStringLiteral("file.%1").arg(name), QStringLiteral("bulk")});
        for (const QString &name : std::as_const(absent)) {
            if (m_isNewer || name != QLatin1String("roles"))
                file.rows.append({QStringLiteral("file.%1").arg(name), QStringLiteral("absent")});
        }
        file.rows.append({QStringLiteral("source.systemName"), QStringLiteral("Sample SIS")});
        file.rows.append({QStringLiteral("source.systemCode"), m_district.code});
    }

    void orgs()
    {
        PackageFile &file = add("orgs.csv", "sourcedId|status|dateLastModified|name|type|identifier|parentSourcedId");
        file.rows.append({districtId(), {}, {}, m_district.name, QStringLiteral("district"), m_district.code, {}});
        for (const School &school : m_district.schools)
            file.rows.append({schoolId(school), {}, {}, school.name, QStringLiteral("school"), school.code, districtId()});
    }

    void sessions()
    {
        PackageFile &file = add("academicSessions.csv", "sourcedId|status|dateLastModified|title|type|startDate|endDate|parentSourcedId|schoolYear");
        const QString start = QStringLiteral("%1-08-16").arg(m_year - 1);
        const QString end = QStringLiteral("%1-06-05").arg(m_year);
        file.rows.append({yearId(), {}, {}, schoolYearName(m_year), QStringLiteral("schoolYear"), start, end, {}, QString::number(m_year)});
        file.rows.append({termId(), {}, {}, QStringLiteral("Full Year"), QStringLiteral("term"), start, end, yearId(), QString::number(m_year)});
    }

    void courses()
    {
        PackageFile &file = add("courses.csv", "sourcedId|status|dateLastModified|schoolYearSourcedId|title|courseCode|grades|orgSourcedId|subjects|subjectCodes");
        QMap<QString, QString> titles;
        for (const Group &group : m_district.groups)
            titles.insert(group.courseNumber, group.courseName);
        for (auto it = titles.cbegin(); it != titles.cend(); ++it) {
            const bool isHomeroom = it.key().isEmpty();
            file.rows.append({courseId(it.key()), {}, {}, yearId(), isHomeroom ? QStringLiteral("Homeroom") : it.value(), it.key(), {}, districtId(), {}, {}});
        }
    }

    void classes()
    {
        PackageFile &file = add("classes.csv", "sourcedId|status|dateLastModified|title|grades|courseSourcedId|classCode|classType|location|schoolSourcedId|"
                                               "termSourcedIds|subjects|subjectCodes|periods");
        for (const Group &group : m_district.groups) {
            const bool isHomeroom = group.kind == QLatin1String("homeroom");
            file.rows.append({classId(group), {}, {}, group.name, {}, courseId(group.courseNumber), group.section,
                              isHomeroom ? QStringLiteral("homeroom") : QStringLiteral("scheduled"), {}, schoolId(m_district.schools[group.school]), termId(), {}, {},
                              group.period});
        }
    }

    /// Columns that stand in the middle of 1.1 only, and at the end of 1.2 only.
    QStringList userRow(const QString &id, const QStringList &orgs, const QString &role, const QString &login, const QString &userIds, const PersonName &name,
                        const QString &identifier, const QString &email, const QString &phone, const QString &grade) const
    {
        QStringList row{id, {}, {}, QStringLiteral("true")};
        if (!m_isNewer)
            row << orgs.join(QLatin1Char(',')) << role;
        const QString last = name.suffix.isEmpty() ? name.last : name.last + QLatin1Char(' ') + name.suffix;
        row << login << userIds << name.first << last << name.middle << identifier << email << QString() << phone << QString() << grade << QString();
        if (m_isNewer)
            row << QString() << QString() << QString() << QString() << orgs.value(0) << QString(); // no preferred names: 1.1 cannot tell them, and the two sets hold the same
        return row;
    }

    void users()
    {
        PackageFile &file = add("users.csv", m_isNewer ? "sourcedId|status|dateLastModified|enabledUser|username|userIds|givenName|familyName|middleName|identifier|"
                                                         "email|sms|phone|agentSourcedIds|grades|password|userMasterIdentifier|preferredGivenName|"
                                                         "preferredMiddleName|preferredFamilyName|primaryOrgSourcedId|pronouns"
                                                       : "sourcedId|status|dateLastModified|enabledUser|orgSourcedIds|role|username|userIds|givenName|familyName|"
                                                         "middleName|identifier|email|sms|phone|agentSourcedIds|grades|password");
        for (const Student &student : m_district.students) {
            if (!student.isInFiles())
                continue;
            QStringList ids;
            if (!student.stateId.isEmpty())
                ids.append(QStringLiteral("{SSID:%1}").arg(student.stateId));
            ids.append(QStringLiteral("{LOCAL:%1}").arg(student.localId));
            file.rows.append(userRow(studentId(student), {schoolId(m_district.schools[student.school])}, QStringLiteral("student"), student.login,
                                     ids.join(QLatin1Char(',')), student.name, student.stateId, student.email, student.phone, gradeName(student.grade)));
            file.persons.append(hiddenId(m_district, student));
        }
        for (const Staff &person : m_district.staff) {
            file.rows.append(userRow(staffId(person), orgsOf(person), roleOf(person), person.login, QStringLiteral("{STAFF:%1}").arg(person.staffId), person.name,
                                     person.staffId, person.email, {}, {}));
            file.persons.append(hiddenId(m_district, person));
        }
    }

    void roles()
    {
        PackageFile &file = add("roles.csv", "sourcedId|status|dateLastModified|userSourcedId|roleType|role|beginDate|endDate|orgSourcedId|userProfileSourcedId");
        const auto row = [&](const QString &user, const QString &role, const QString &org, bool isPrimary) {
            file.rows.append({QStringLiteral("role-%1-%2").arg(user, org), {}, {}, user, isPrimary ? QStringLiteral("primary") : QStringLiteral("secondary"), role, {}, {}, org, {}});
        };
        for (const Student &student : m_district.students) {
            if (student.isInFiles())
                row(studentId(student), QStringLiteral("student"), schoolId(m_district.schools[student.school]), true);
        }
        for (const Staff &person : m_district.staff) {
            const QStringList orgs = orgsOf(person);
            for (qsizetype i = 0; i < orgs.size(); ++i)
                row(staffId(person), roleOf(person), orgs[i], i == 0);
        }
    }

    void enrollments()
    {
        PackageFile &file = add("enrollments.csv", "sourcedId|status|dateLastModified|classSourcedId|schoolSourcedId|userSourcedId|role|primary|beginDate|endDate");
        const auto row = [&](const Group &group, const QString &user, const char *role, bool isPrimary) {
            file.rows.append({QStringLiteral("enr-%1-%2-%3").arg(m_year).arg(group.id).arg(user), {}, {}, classId(group), schoolId(m_district.schools[group.school]), user,
                              QString::fromLatin1(role), isPrimary ? QStringLiteral("true") : QStringLiteral("false"), {}, {}});
        };
        for (const Group &group : m_district.groups) {
            for (qsizetype i = 0; i < group.staff.size(); ++i)
                row(group, staffId(m_district.staff[group.staff[i]]), "teacher", i == 0);
        }
        for (const Student &student : m_district.students) {
            for (const int place : {student.homeroom, student.section}) {
                if (place >= 0 && student.isInFiles())
                    row(m_district.groups[place], studentId(student), "student", false);
            }
        }
    }

    void demographics()
    {
        PackageFile &file = add("demographics.csv", "sourcedId|status|dateLastModified|birthDate|sex|americanIndianOrAlaskaNative|asian|blackOrAfricanAmerican|"
                                                    "nativeHawaiianOrOtherPacificIslander|white|demographicRaceTwoOrMoreRaces|hispanicOrLatinoEthnicity|"
                                                    "countryOfBirthCode|stateOfBirthAbbreviation|cityOfBirth|publicSchoolResidenceStatus");
        for (const Student &student : m_district.students) {
            if (!student.isInFiles())
                continue;
            file.rows.append(QStringList{studentId(student), {}, {}, isoDay(student.birth), sexOf(student)} + QStringList(11, QString()));
            file.persons.append(hiddenId(m_district, student));
        }
    }

    QStringList orgsOf(const Staff &person) const
    {
        QStringList orgs;
        for (const int school : person.schools)
            orgs.append(schoolId(m_district.schools[school]));
        return orgs.isEmpty() ? QStringList{districtId()} : orgs;
    }
    QString roleOf(const Staff &person) const
    {
        const bool isTeacher = person.program >= 0 || person.title.contains(QLatin1String("eacher"));
        return isTeacher ? QStringLiteral("teacher") : m_isNewer ? QStringLiteral("siteAdministrator") : QStringLiteral("administrator");
    }
    /// Classes are new every year.
    QString classId(const Group &group) const { return QStringLiteral("class-%1-%2").arg(m_year).arg(group.id); }
    QString districtId() const { return QStringLiteral("org-%1").arg(m_district.code); }
    QString yearId() const { return QStringLiteral("year-%1").arg(m_year); }
    QString termId() const { return QStringLiteral("term-%1").arg(m_year); }
    QString courseId(const QString &number) const { return number.isEmpty() ? QStringLiteral("course-homeroom") : QStringLiteral("course-%1").arg(number); }

    const District &m_district;
    qint64 m_year;
    bool m_isNewer;
    Package m_package;
};

/// Rows of `after` that are new or other than before as "active", rows that are gone as "tobedeleted".
PackageFile changedRows(const PackageFile &before, const PackageFile &after, const QString &time)
{
    PackageFile delta{after.name, after.header, {}, {}};
    QMap<QString, QStringList> old;
    for (const QStringList &row : before.rows)
        old.insert(row.first(), row);
    const auto add = [&](QStringList row, const char *status) {
        row[1] = QString::fromLatin1(status);
        row[2] = time;
        delta.rows.append(row);
    };
    for (const QStringList &row : after.rows) {
        if (old.take(row.first()) != row)
            add(row, "active");
    }
    for (const QStringList &row : std::as_const(old))
        add(row, "tobedeleted");
    return delta;
}

} // namespace

Package oneRoster(const District &district, qint64 year, bool isNewer)
{
    return OneRoster(district, year, isNewer).write();
}

Package oneRosterDelta(const District &before, const District &after, qint64 year, bool isNewer)
{
    Package old = oneRoster(before, year - 1, isNewer);
    Package now = oneRoster(after, year, isNewer);
    const QString time = QStringLiteral("%1-08-16T06:00:00.000Z").arg(year - 1);
    const QString manifest = QStringLiteral("manifest.csv");
    for (PackageFile &file : now.files) {
        if (file.name != manifest)
            file = changedRows(*old.file(file.name), file, time);
    }
    now.files.removeIf([](const PackageFile &file) { return file.rows.isEmpty(); });
    for (QStringList &row : now.file(manifest)->rows) {
        if (row[1] == QLatin1String("bulk"))
            row[1] = now.file(row[0].mid(row[0].indexOf(QLatin1Char('.')) + 1) + QStringLiteral(".csv")) ? QStringLiteral("delta") : QStringLiteral("absent");
    }
    return now;
}

void damagePackage(Package &package, const QString &damageName)
{
    const auto rows = [&](const char *file) -> QVector<QStringList> & { return package.file(QString::fromLatin1(file))->rows; };
    const auto dropFile = [&](const char *name) {
        package.files.removeIf([&](const PackageFile &file) { return file.name == QLatin1String(name); });
    };
    if (damageName == QLatin1String("no-manifest")) {
        dropFile("manifest.csv");
    } else if (damageName == QLatin1String("missing-file")) {
        dropFile("users.csv");
    } else if (damageName == QLatin1String("manifest-version")) {
        rows("manifest.csv").first()[1] = QStringLiteral("1");
    } else if (damageName == QLatin1String("name-case")) {
        package.file(QStringLiteral("academicSessions.csv"))->name = QStringLiteral("academicsessions.CSV");
        package.file(QStringLiteral("users.csv"))->header[2] = QStringLiteral("dataLastModified");
    } else if (damageName == QLatin1String("orphans")) {
        rows("enrollments.csv").last()[5] = QStringLiteral("stu-nobody");
    } else if (damageName == QLatin1String("org-circle")) {
        rows("orgs.csv").first()[6] = rows("orgs.csv").last().first();
    } else if (damageName == QLatin1String("delta-rows")) {
        rows("users.csv").last()[1] = QStringLiteral("tobedeleted");
        rows("users.csv").last()[2] = QStringLiteral("2027-05-01T06:00:00.000Z");
    } else if (damageName == QLatin1String("two-primaries")) {
        QStringList again = rows("enrollments.csv").first();
        again[0] += QStringLiteral("-b");
        again[5] = rows("users.csv").last().first();
        rows("enrollments.csv").append(again);
    }
}

} // namespace certdesk::sample
