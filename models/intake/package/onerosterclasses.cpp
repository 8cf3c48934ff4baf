// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/package/onerosterrecords.h"

#include "models/intake/values.h"

#include <QCoreApplication>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("intake", text);
}

} // namespace

void OneRosterRecords::readClasses()
{
    const int index = m_set->fileIndex(QStringLiteral("classes"));
    if (index < 0)
        return;
    PackageFile &file = m_set->files[static_cast<size_t>(index)];
    const PackageFile *courses = m_set->file(QStringLiteral("courses"));
    int withoutCourse = 0;
    for (int row = 0; row < file.rowCount(); ++row) {
        const SourceRow at{index, row};
        const QString course = file.value(row, QStringLiteral("courseSourcedId"));
        const QString school = file.value(row, QStringLiteral("schoolSourcedId"));
        withoutCourse += course.isEmpty();
        refers(at, QStringLiteral("courseSourcedId"), course, QStringLiteral("courses"), nullptr);
        refers(at, QStringLiteral("schoolSourcedId"), school, QStringLiteral("orgs"), nullptr);
        QStringList terms;
        QString start;
        for (const QString &term : packageList(file.value(row, QStringLiteral("termSourcedIds")))) {
            refers(at, QStringLiteral("termSourcedIds"), term, QStringLiteral("academicSessions"), nullptr);
            terms.append(m_terms.value(term).title);
            const QString begins = m_terms.value(term).start;
            start = start.isEmpty() || begins < start ? begins : start;
        }
        if (m_set->isError(at))
            continue;
        PackageRecord group;
        group.id = file.value(row, QStringLiteral("sourcedId"));
        group.source = at;
        group.schools = {school};
        group.gone = isGone(file, row);
        const int courseRow = rows(QStringLiteral("courses")).value(course, -1);
        if (courses && courseRow >= 0) {
            const QString code = courses->value(courseRow, QStringLiteral("courseCode"));
            group.values.insert(QStringLiteral("course_number"), code.isEmpty() ? course : code);
            group.values.insert(QStringLiteral("course_name"), courses->value(courseRow, QStringLiteral("title")));
        }
        group.values.insert(QStringLiteral("group_name"), file.value(row, QStringLiteral("title")));
        group.values.insert(QStringLiteral("section_number"), file.value(row, QStringLiteral("classCode")));
        group.values.insert(QStringLiteral("period"), file.value(row, QStringLiteral("periods")));
        group.values.insert(QStringLiteral("term"), terms.join(QStringLiteral(", ")));
        group.values.insert(QStringLiteral("starts_on"), start);
        m_set->classes.append(group);
    }
    if (withoutCourse == 0)
        return;
    IntakeFinding finding = intakeFinding("C01", IntakeSeverity::Warning, {QStringLiteral("courseSourcedId")});
    finding.message = tr("%1 classes name no course").arg(withoutCourse);
    m_set->reportFile(index, finding);
}

void OneRosterRecords::readEnrollments()
{
    const int index = m_set->fileIndex(QStringLiteral("enrollments"));
    if (index < 0)
        return;
    PackageFile &file = m_set->files[static_cast<size_t>(index)];
    QHash<QString, QString> primaries;
    for (int row = 0; row < file.rowCount(); ++row) {
        const SourceRow at{index, row};
        PackageRecord link;
        link.id = file.value(row, QStringLiteral("sourcedId"));
        link.source = at;
        link.group = file.value(row, QStringLiteral("classSourcedId"));
        link.person = file.value(row, QStringLiteral("userSourcedId"));
        link.gone = isGone(file, row);
        const QString role = file.value(row, QStringLiteral("role")).toLower();
        const bool student = role == QLatin1String("student");
        refers(at, QStringLiteral("classSourcedId"), link.group, QStringLiteral("classes"), "group");
        refers(at, QStringLiteral("schoolSourcedId"), file.value(row, QStringLiteral("schoolSourcedId")), QStringLiteral("orgs"), nullptr);
        refers(at, QStringLiteral("userSourcedId"), link.person, QStringLiteral("users"), student ? "student" : "staff");
        if (m_set->isError(at))
            continue;
        const bool primary = readFlag(file.value(row, QStringLiteral("primary"))) == true;
        if (!student && primary && !link.gone) {
            if (primaries.contains(link.group))
                m_set->report(at, intakeFinding("R10", {tr("Class %1 has two primary teachers").arg(link.group)}), QStringLiteral("primary"), link.person);
            else
                primaries.insert(link.group, link.person);
        }
        link.values = {{QStringLiteral("from_date"), file.value(row, QStringLiteral("beginDate"))},
                       {QStringLiteral("end_date"), file.value(row, QStringLiteral("endDate"))},
                       {QStringLiteral("role"), primary || !file.has(QStringLiteral("primary")) ? QStringLiteral("teacher") : QStringLiteral("co-teacher")}};
        (student ? m_set->memberships : m_set->teaching).append(link);
    }
}

} // namespace certdesk
