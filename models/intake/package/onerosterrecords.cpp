// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/package/onerosterrecords.h"

#include "models/intake/values.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("intake", text);
}

const QSet<QString> &staffRoles()
{
    static const QSet<QString> roles{QStringLiteral("administrator"),       QStringLiteral("teacher"),             QStringLiteral("counselor"),
                                     QStringLiteral("districtadministrator"), QStringLiteral("principal"),           QStringLiteral("siteadministrator"),
                                     QStringLiteral("systemadministrator"), QStringLiteral("aide"),                QStringLiteral("proctor")};
    return roles;
}

/// Free fields that the format lets a system add.
QString metadataOf(const PackageFile &file, int row)
{
    QJsonObject free;
    for (auto it = file.columns.cbegin(); it != file.columns.cend(); ++it) {
        const bool metadata = it.key().startsWith(QLatin1String("metadata."), Qt::CaseInsensitive);
        if (!metadata && !it.key().startsWith(QLatin1String("ext_"), Qt::CaseInsensitive))
            continue;
        const QString value = file.value(row, it.key());
        if (!value.isEmpty())
            free.insert(metadata ? it.key().mid(9) : it.key().mid(4), value);
    }
    return free.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(free).toJson(QJsonDocument::Compact));
}

bool isStateIdType(const QString &type, const QString &wanted)
{
    static const QSet<QString> usual{QStringLiteral("ssid"),        QStringLiteral("stateid"), QStringLiteral("statestudentid"), QStringLiteral("state"),
                                     QStringLiteral("studentstateid"), QStringLiteral("sasid"),   QStringLiteral("uic"),            QStringLiteral("statestudentnumber")};
    QString plain = type.toLower();
    plain.remove(QRegularExpression(QStringLiteral("[^a-z]")));
    return wanted.isEmpty() ? usual.contains(plain) : type.compare(wanted, Qt::CaseInsensitive) == 0;
}

} // namespace

OneRosterRecords::OneRosterRecords(PackageSet *set, const PackageOptions &options) : m_set(set), m_options(options) {}

void OneRosterRecords::read()
{
    indexRows();
    readOrgs();
    findCircles();
    readTerms();
    readCourses();
    readRoles();
    learnIdentifierShape();
    readUsers();
    addDemographics();
    readClasses();
    readEnrollments();
}

const OneRosterRecords::RowIndex &OneRosterRecords::rows(const QString &role) const
{
    static const RowIndex none;
    const auto found = m_rows.constFind(role);
    return found == m_rows.constEnd() ? none : *found;
}

/// The first row with an id counts; a second one is a question (R05).
void OneRosterRecords::indexRows()
{
    for (size_t index = 0; index < m_set->files.size(); ++index) {
        PackageFile &file = m_set->files[index];
        if (!file.has(QStringLiteral("sourcedId")))
            continue;
        RowIndex &ids = m_rows[file.role];
        for (int row = 0; row < file.rowCount(); ++row) {
            const QString id = file.value(row, QStringLiteral("sourcedId"));
            if (id.isEmpty())
                continue;
            const auto first = ids.constFind(id);
            if (first == ids.constEnd()) {
                ids.insert(id, row);
                continue;
            }
            const SourceRow at{static_cast<int>(index), row};
            m_set->report(at, intakeFinding("R05", IntakeSeverity::Error, {QString::number(file.table.line(*first)), tr("the other values")}),
                          QStringLiteral("sourcedId"), id);
        }
    }
}

bool OneRosterRecords::refers(const SourceRow &at, const QString &column, const QString &id, const QString &file, const char *knownAs)
{
    if (id.isEmpty() || rows(file).contains(id))
        return true;
    // Only a delta may refer to what came in before.
    if (m_set->delta && (!knownAs || !m_options.isKnown || m_options.isKnown(QLatin1String(knownAs), id)))
        return true;
    IntakeFinding orphan = intakeFinding("R07", {column, id});
    orphan.message = tr("%1 refers to %2, which is in no file").arg(column, id);
    orphan.next = tr("Export the full set");
    m_set->report(at, orphan, column, id);
    return false;
}

bool OneRosterRecords::isGone(const PackageFile &file, int row) const
{
    const QString status = file.value(row, QStringLiteral("status")).toLower();
    return status == QLatin1String("tobedeleted") || status == QLatin1String("inactive");
}

void OneRosterRecords::readOrgs()
{
    const int index = m_set->fileIndex(QStringLiteral("orgs"));
    if (index < 0)
        return;
    PackageFile &file = m_set->files[static_cast<size_t>(index)];
    for (int row = 0; row < file.rowCount(); ++row) {
        const SourceRow at{index, row};
        const QString id = file.value(row, QStringLiteral("sourcedId"));
        refers(at, QStringLiteral("parentSourcedId"), file.value(row, QStringLiteral("parentSourcedId")), QStringLiteral("orgs"), nullptr);
        if (m_set->isError(at) || file.value(row, QStringLiteral("type")).compare(QLatin1String("school"), Qt::CaseInsensitive) != 0)
            continue;
        const QString identifier = file.value(row, QStringLiteral("identifier"));
        PackageRecord school;
        school.id = id;
        school.source = at;
        school.values = {{QStringLiteral("school_code"), identifier.isEmpty() ? id : identifier}, {QStringLiteral("name"), file.value(row, QStringLiteral("name"))}};
        school.gone = isGone(file, row);
        m_set->schools.append(school);
    }
}

void OneRosterRecords::findCircles()
{
    const int index = m_set->fileIndex(QStringLiteral("orgs"));
    if (index < 0)
        return;
    const PackageFile &file = m_set->files[static_cast<size_t>(index)];
    const RowIndex &orgs = rows(QStringLiteral("orgs"));
    for (int row = 0; row < file.rowCount(); ++row) {
        const QString start = file.value(row, QStringLiteral("sourcedId"));
        QStringList path{start};
        QString parent = file.value(row, QStringLiteral("parentSourcedId"));
        while (!parent.isEmpty() && !path.contains(parent) && orgs.contains(parent)) {
            path.append(parent);
            parent = file.value(orgs.value(parent), QStringLiteral("parentSourcedId"));
        }
        if (parent != start || start.isEmpty())
            continue;
        m_set->reportFile(index, intakeFinding("R08", {path.join(QStringLiteral(", "))}));
        return;
    }
}

void OneRosterRecords::readTerms()
{
    const int index = m_set->fileIndex(QStringLiteral("academicSessions"));
    if (index < 0)
        return;
    PackageFile &file = m_set->files[static_cast<size_t>(index)];
    for (int row = 0; row < file.rowCount(); ++row) {
        refers({index, row}, QStringLiteral("parentSourcedId"), file.value(row, QStringLiteral("parentSourcedId")), QStringLiteral("academicSessions"), nullptr);
        m_terms.insert(file.value(row, QStringLiteral("sourcedId")), {file.value(row, QStringLiteral("title")), file.value(row, QStringLiteral("startDate"))});
    }
}

void OneRosterRecords::readCourses()
{
    const int index = m_set->fileIndex(QStringLiteral("courses"));
    if (index < 0)
        return;
    PackageFile &file = m_set->files[static_cast<size_t>(index)];
    QSet<QString> numbers;
    for (int row = 0; row < file.rowCount(); ++row) {
        const SourceRow at{index, row};
        refers(at, QStringLiteral("orgSourcedId"), file.value(row, QStringLiteral("orgSourcedId")), QStringLiteral("orgs"), nullptr);
        const QString code = file.value(row, QStringLiteral("courseCode"));
        const QString number = code.isEmpty() ? file.value(row, QStringLiteral("sourcedId")) : code;
        // Every school lists its own copy of a course of the district.
        if (m_set->isError(at) || isGone(file, row) || numbers.contains(number))
            continue;
        numbers.insert(number);
        PackageRecord course;
        course.id = file.value(row, QStringLiteral("sourcedId"));
        course.source = at;
        course.values = {{QStringLiteral("course_number"), number},
                         {QStringLiteral("course_name"), file.value(row, QStringLiteral("title"))},
                         {QStringLiteral("subject"), file.value(row, QStringLiteral("subjects"))},
                         {QStringLiteral("grades"), file.value(row, QStringLiteral("grades"))}};
        m_set->courses.append(course);
    }
}

void OneRosterRecords::readRoles()
{
    const int index = m_set->fileIndex(QStringLiteral("roles"));
    if (index < 0)
        return;
    PackageFile &file = m_set->files[static_cast<size_t>(index)];
    for (int row = 0; row < file.rowCount(); ++row) {
        const SourceRow at{index, row};
        const QString user = file.value(row, QStringLiteral("userSourcedId"));
        const QString org = file.value(row, QStringLiteral("orgSourcedId"));
        refers(at, QStringLiteral("userSourcedId"), user, QStringLiteral("users"), nullptr);
        refers(at, QStringLiteral("orgSourcedId"), org, QStringLiteral("orgs"), nullptr);
        if (m_set->isError(at) || isGone(file, row))
            continue;
        const bool primary = file.value(row, QStringLiteral("roleType")).compare(QLatin1String("primary"), Qt::CaseInsensitive) == 0;
        const Role role{file.value(row, QStringLiteral("role")).toLower(), org, primary, at};
        QVector<Role> &all = m_roles[user];
        if (primary)
            all.prepend(role);
        else
            all.append(role);
    }
}

/// The identifier is the state's when it looks like the roster's, or when nearly all have one length.
void OneRosterRecords::learnIdentifierShape()
{
    const PackageFile *file = m_set->file(QStringLiteral("users"));
    if (!file)
        return;
    QHash<qsizetype, int> lengths;
    int total = 0;
    int fitting = 0;
    QSet<QString> seen;
    for (int row = 0; row < file->rowCount(); ++row) {
        const QString role = file->value(row, QStringLiteral("role"));
        const QString identifier = file->value(row, QStringLiteral("identifier"));
        if (identifier.isEmpty() || (!role.isEmpty() && role.compare(QLatin1String("student"), Qt::CaseInsensitive) != 0))
            continue;
        ++total;
        ++lengths[identifier.size()];
        fitting += m_options.ssidLengths.contains(static_cast<int>(identifier.size()));
        seen.insert(identifier);
    }
    int most = 0;
    for (auto it = lengths.cbegin(); it != lengths.cend(); ++it)
        most = it.key() >= 7 ? std::max(most, it.value()) : most;
    const int alike = m_options.ssidLengths.isEmpty() ? most : fitting;
    m_identifierIsSsid = total > 0 && alike * 100 >= total * 85 && seen.size() == total;
}

void OneRosterRecords::readUsers()
{
    const int index = m_set->fileIndex(QStringLiteral("users"));
    if (index < 0)
        return;
    PackageFile &file = m_set->files[static_cast<size_t>(index)];
    for (int row = 0; row < file.rowCount(); ++row)
        readUser(row, file);
}

void OneRosterRecords::addUserIds(PackageRecord *record, const PackageFile &file, int row) const
{
    static const QRegularExpression pair(QStringLiteral("\\{\\s*([^:{}]+):([^{}]*)\\}"));
    QString ssid;
    QString local;
    auto matches = pair.globalMatch(file.value(row, QStringLiteral("userIds")));
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (isStateIdType(match.captured(1).trimmed(), m_options.ssidType))
            ssid = match.captured(2).trimmed();
        else if (local.isEmpty())
            local = match.captured(2).trimmed();
    }
    const QString identifier = file.value(row, QStringLiteral("identifier"));
    if (ssid.isEmpty() && m_identifierIsSsid)
        ssid = identifier;
    else if (!identifier.isEmpty())
        local = identifier;
    record->values.insert(QStringLiteral("student_state_id"), ssid);
    record->values.insert(QStringLiteral("local_id"), local);
}

void OneRosterRecords::readUser(int row, PackageFile &file)
{
    const SourceRow at{m_set->fileIndex(QStringLiteral("users")), row};
    PackageRecord person;
    person.id = file.value(row, QStringLiteral("sourcedId"));
    person.source = at;
    person.gone = isGone(file, row) || readFlag(file.value(row, QStringLiteral("enabledUser"))) == false;
    QString role = file.value(row, QStringLiteral("role")).toLower();
    person.schools = packageList(file.value(row, QStringLiteral("orgSourcedIds")));
    for (const Role &one : m_roles.value(person.id)) {
        role = role.isEmpty() ? one.role : role;
        person.schools.append(one.org);
        person.also.append(one.source);
    }
    if (const QString primary = file.value(row, QStringLiteral("primaryOrgSourcedId")); !primary.isEmpty())
        person.schools.prepend(primary);
    person.schools.removeDuplicates();
    for (const QString &org : std::as_const(person.schools))
        refers(at, QStringLiteral("orgSourcedIds"), org, QStringLiteral("orgs"), nullptr);
    for (const QString &agent : packageList(file.value(row, QStringLiteral("agentSourcedIds"))))
        refers(at, QStringLiteral("agentSourcedIds"), agent, QStringLiteral("users"), nullptr);
    const bool student = role == QLatin1String("student");
    if (role.isEmpty() && !m_set->isError(at))
        m_set->report(at, intakeFinding("C01", {QStringLiteral("role")}), QStringLiteral("role"));
    if (m_set->isError(at))
        return;
    if (!student && !staffRoles().contains(role)) {
        m_set->status(at) = RowStatus::Skipped; // guardians and relatives are not kept
        for (const SourceRow &also : std::as_const(person.also))
            m_set->status(also) = RowStatus::Skipped;
        return;
    }
    const QPair<const char *, const char *> fields[] = {{"login", "username"},           {"first_name", "givenName"},    {"middle_name", "middleName"},
                                                        {"last_name", "familyName"},     {"email", "email"},             {"preferred_name", "preferredGivenName"},
                                                        {"phone", "phone"},              {"password", "password"}};
    for (const auto &[field, column] : fields)
        person.values.insert(QLatin1String(field), file.value(row, QLatin1String(column)));
    const QStringList grades = packageList(file.value(row, QStringLiteral("grades")));
    if (student) {
        addUserIds(&person, file, row);
        person.values.insert(QStringLiteral("grade"), grades.value(0));
        person.values.insert(QStringLiteral("metadata"), metadataOf(file, row));
        if (grades.size() > 1)
            m_set->report(at, intakeFinding("R10", {tr("A student has several grades (%1); the first is used").arg(grades.join(QStringLiteral(", ")))}), QStringLiteral("grades"));
    } else {
        person.values.insert(QStringLiteral("staff_id"), file.value(row, QStringLiteral("identifier")));
    }
    QVector<PackageRecord> &list = student ? m_set->students : m_set->staff;
    m_people.insert(person.id, {student, static_cast<int>(list.size())});
    list.append(person);
}

void OneRosterRecords::addDemographics()
{
    const int index = m_set->fileIndex(QStringLiteral("demographics"));
    if (index < 0)
        return;
    PackageFile &file = m_set->files[static_cast<size_t>(index)];
    static const QPair<const char *, const char *> races[] = {{"americanIndianOrAlaskaNative", "American Indian or Alaska Native"},
                                                              {"asian", "Asian"},
                                                              {"blackOrAfricanAmerican", "Black or African American"},
                                                              {"nativeHawaiianOrOtherPacificIslander", "Native Hawaiian or Other Pacific Islander"},
                                                              {"white", "White"},
                                                              {"demographicRaceTwoOrMoreRaces", "Two or more races"},
                                                              {"hispanicOrLatinoEthnicity", "Hispanic or Latino"}};
    for (int row = 0; row < file.rowCount(); ++row) {
        const SourceRow at{index, row};
        const QString user = file.value(row, QStringLiteral("sourcedId"));
        refers(at, QStringLiteral("sourcedId"), user, QStringLiteral("users"), "student");
        const auto found = m_people.constFind(user);
        if (m_set->isError(at) || found == m_people.constEnd() || !found->first || isGone(file, row))
            continue;
        PackageRecord &student = m_set->students[found->second];
        student.also.append(at);
        student.values.insert(QStringLiteral("birth_date"), file.value(row, QStringLiteral("birthDate")));
        student.values.insert(QStringLiteral("gender"), file.value(row, QStringLiteral("sex")).toLower());
        QStringList named;
        for (const auto &[column, name] : races) {
            if (readFlag(file.value(row, QLatin1String(column))) == true)
                named.append(QLatin1String(name));
        }
        student.values.insert(QStringLiteral("race"), named.join(QStringLiteral("; ")));
    }
}

} // namespace certdesk
