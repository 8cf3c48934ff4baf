// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/fileoperations.h"

#include "models/operations/intake/importrun.h"

#include <QCoreApplication>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("certdesk::FileOperation", text);
}

QString campus(const QString &filter)
{
    return tr("Infinite Campus: Ad Hoc Reporting, Filter Designer, %1. Test it, then Data Export as CSV.").arg(filter);
}

QString school(const QString &table)
{
    return tr("PowerSchool: search for the people, then Functions, Quick Export with the fields of %1. Field delimiter Tab, record delimiter CR.").arg(table);
}

QVector<FileOperation> rosterOperations()
{
    using Kind = RosterRequest::Kind;
    const QStringList keys{QStringLiteral("student_state_id"), QStringLiteral("local_id"), QStringLiteral("login"), QStringLiteral("last_name"),
                           QStringLiteral("first_name"), QStringLiteral("grade")};
    return {{QStringLiteral("upgrade"), QStringLiteral("students"), Kind::UpgradeByFile, tr("Upgrade by file"),
             tr("Recommended at the start of a year: it yields the most exact list. Each student in the file goes up exactly one grade; students of these grades who are not in the file stay where they are and are listed."),
             tr("One row a student with a login, a state ID or a local ID. A grade column tells whether the file was made before or after the rollover."),
             campus(tr("students of your school with student.stateID and student.grade")), school(tr("Students: State_StudentNumber, Grade_Level")), keys},
            {QStringLiteral("archive"), QStringLiteral("students"), Kind::Archive, tr("Archive by file"),
             tr("For a list of leavers. Their data stays in reports, and they can be restored."),
             tr("One row a student with a login, a state ID or a local ID."), campus(tr("students with an end date")),
             school(tr("Students who were transferred out")), keys}};
}

QVector<FileOperation> peopleImports()
{
    return {{QStringLiteral("students"), QStringLiteral("students"), {}, tr("Students"),
             tr("Run it after the promotion; usually only the lowest grade is new. Most rows that stay open are students registered at another school, who are migrated afterwards."),
             tr("Last name, first name, grade, and a state ID, a local ID or a login. The school comes from a column or from the next pages."),
             campus(tr("students: student.stateID, student.lastName, student.firstName, student.grade, student.birthdate")),
             school(tr("Students: State_StudentNumber, Last_Name, First_Name, Grade_Level, DOB, SchoolID")), {}},
            {QStringLiteral("sections"), QStringLiteral("sections"), {}, tr("Groups from sections with their students"),
             tr("Archive last year's groups first. Only registered students are placed; unknown ones are listed and kept as issues."),
             tr("A student ID, and a course or group name. Teacher, section, period and term are used where present."),
             campus(tr("students with their schedule: student.stateID, courseSection.courseName, courseSection.teacherDisplay")),
             school(tr("CC: Student_Number, Course_Name, SectionID, Expression")), {}},
            {QStringLiteral("groups"), QStringLiteral("groups"), {}, tr("Groups without members"), tr("Names of groups with their staff."),
             tr("A group name, or a course with its section."), campus(tr("course sections")), school(tr("Sections")), {}},
            {QStringLiteral("enrollments"), QStringLiteral("enrollments"), {}, tr("Enrollments in sections"),
             tr("Students into groups that exist, or that arise from the section number."), tr("A section number and a student ID."),
             campus(tr("students with courseSection.sectionNumber")), school(tr("CC: Student_Number, SectionID")), {}},
            {QStringLiteral("staff"), QStringLiteral("staff"), {}, tr("Admins and teachers"),
             tr("Known people are updated, archived ones restored. A role of an administrator has to be accepted in Review."),
             tr("First and last name, and an e-mail address or a login."), campus(tr("staff: individual.lastName, individual.firstName, contact.email")),
             school(tr("Teachers: Last_Name, First_Name, Email_Addr, TeacherNumber")), {}}};
}

QVector<FileOperation> catalogueImports()
{
    const auto plain = [](const char *name, const QString &title, const QString &advice, const QString &needs) {
        return FileOperation{QString::fromLatin1(name), QString::fromLatin1(name), {}, title, advice, needs, {}, {}, {}};
    };
    return {plain("schools", tr("Schools"), tr("The schools of the district with their grades."), tr("A school code or number, and the name.")),
            plain("courses", tr("Courses"), tr("The course catalogue of one school year."), tr("Course number and name.")),
            plain("programs", tr("Programs"), tr("Programs of one school year."), tr("Program code and name.")),
            plain("program-certificates", tr("Programs with their certificates"), tr("Which certificates a program leads to."), tr("A program and a certificate.")),
            plain("certificate-list", tr("Certificate list of a school year"), tr("The state's list of certificates."), tr("Certificate code and name.")),
            plain("attempts", tr("Certificate attempts"), tr("Score reports and lists of exam results. Open lines wait in an inbox."),
                  tr("A student, a certificate and the date of the exam."))};
}

} // namespace

QVector<QStringList> FileOperation::required() const
{
    if (!isImport())
        return {{QStringLiteral("student_state_id"), QStringLiteral("local_id"), QStringLiteral("login")}};
    QVector<QStringList> groups;
    const auto alternatives = importKind(kind)->required;
    for (const QVector<const char *> &group : alternatives) {
        QStringList names;
        for (const char *name : group)
            names.append(QLatin1String(name));
        groups.append(names);
    }
    return groups;
}

const QVector<FileOperation> &fileOperations()
{
    static const QVector<FileOperation> operations = [] {
        QVector<FileOperation> known;
        const auto all = rosterOperations() + peopleImports() + catalogueImports();
        for (const FileOperation &operation : all) {
            if (importKind(operation.kind))
                known.append(operation);
        }
        return known;
    }();
    return operations;
}

const FileOperation *fileOperation(const QString &name)
{
    for (const FileOperation &operation : fileOperations()) {
        if (operation.name == name)
            return &operation;
    }
    return nullptr;
}

Right fileOperationRight(const FileOperation &operation)
{
    return operation.isImport() ? importRight(operation.kind) : Right::BatchOperations;
}

PageAddress fileOperationList(const FileOperation &operation)
{
    if (operation.kind == QLatin1String("attempts"))
        return {QStringLiteral("certificates"), {}};
    if (operation.kind == QLatin1String("sections") || operation.kind == QLatin1String("enrollments"))
        return {QStringLiteral("groups"), {}};
    return {operation.kind == QLatin1String("program-certificates") ? QStringLiteral("programs") : operation.kind, {}};
}

} // namespace certdesk
