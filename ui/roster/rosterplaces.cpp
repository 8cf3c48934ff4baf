// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roster/rosterplaces.h"

#include "models/domain/scope.h"

#include <QCoreApplication>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("certdesk::RosterPlaces", text);
}

PageAddress operation(const char *kind)
{
    return PageAddress{QStringLiteral("student-operation"), {}}.set("kind", QString::fromLatin1(kind));
}

PageAddress file(const char *kind)
{
    return PageAddress{QStringLiteral("import"), {}}.set("kind", QString::fromLatin1(kind));
}

PageAddress page(const char *name)
{
    return {QString::fromLatin1(name), {}};
}

} // namespace

QVector<RosterPlace> batchOperations(const Person &person)
{
    QVector<RosterPlace> places{{"boardLink", tr("Returning-school board"), tr("The nine steps of the start of a school year"), page("board")}};
    if (person.may(Right::BatchOperations))
        places += QVector<RosterPlace>{{"upgradeByFileLink", tr("Promote by file"), tr("Recommended: exactly the students whom the file lists go up one grade"), file("upgrade")},
                  {"upgradeByFilterLink", tr("Promote by filter"), tr("Everybody of a grade, but those who are unticked"), operation("upgrade")}};
    if (person.may(Right::ImportRoster))
        places.append({"importStudentsLink", tr("Import new students"), tr("Usually the lowest grade, after the promotion"), file("students")});
    if (person.may(Right::BatchOperations)) {
        places.append({"migrateLink", tr("Migrate a student"), tr("A student of another school comes here with all that belongs to the record"), operation("migrate")});
        places.append({"passwordsLink", tr("Change passwords"), tr("New passwords for all students, or all admins and teachers"), page("passwords")});
        places.append({"archiveLink", tr("Archive students"), tr("A class that graduated, or students who left"), operation("archive")});
        places.append({"restoreLink", tr("Restore"), tr("Archived students come back"), operation("restore")});
    }
    return places;
}

QVector<RosterPlace> groupOperations(const Person &person)
{
    QVector<RosterPlace> places{{"viewGroupsLink", tr("View all groups"), tr("With staff, members and school year"), page("groups")}};
    if (person.may(Right::ImportRoster))
        places.append({"batchGroupsLink", tr("Batch group creation"), tr("Classes and their members from a file"), file("sections")});
    if (person.may(Right::BatchOperations)) {
        const auto group = [](const char *kind) { return PageAddress{QStringLiteral("group-operation"), {}}.set("kind", QString::fromLatin1(kind)); };
        places.append({"newGroupLink", tr("New group"), tr("By hand, from chosen students"), group("create")});
        places.append({"gradeGroupsLink", tr("Grade-level groups"), tr("One for each grade; they follow the roster by themselves"), group("create-grade-level")});
        places.append({"archiveGroupsLink", tr("Archive last year's groups"), tr("Those marked to be kept stay"), group("archive")});
        places.append({"deleteGroupsLink", tr("Delete groups permanently"), tr("Cannot be undone"), group("delete")});
    }
    return places;
}

} // namespace certdesk
