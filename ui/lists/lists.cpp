// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/lists.h"

#include "ui/certificates/certificatespage.h"
#include "ui/intake/issuespage.h"
#include "ui/intake/undopage.h"
#include "ui/lists/groupspage.h"
#include "ui/lists/historypage.h"
#include "ui/lists/listpage.h"
#include "ui/roster/studentspage.h"

#include <QCoreApplication>
#include <QLocale>

namespace certdesk {

namespace {

using Place = PageEntry::Place;
using Words = ListPage::Words;

/// The number stands in the sentence as the locale writes it; %n chooses the plural.
std::function<QString(qint64)> counted(const char *text)
{
    return [text](qint64 rows) {
        return QCoreApplication::translate("certdesk::ListPage", text, nullptr, static_cast<int>(rows)).replace(QStringLiteral("%1"), QLocale().toString(rows));
    };
}

QString tr(const char *text)
{
    return QCoreApplication::translate("certdesk::ListPage", text);
}

QStringList names(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '));
}

PageEntry list(const char *name, const char *view, const char *icon, Place place, std::optional<Right> right, const Words &words)
{
    const QString page = QString::fromLatin1(name);
    return {page, words.title, QString::fromLatin1(icon), place, right, [page, view = QString::fromLatin1(view), words](const PageContext &context) {
                return new ListPage(page, view, words, context);
            }};
}

PageAddress importOf(const char *kind)
{
    return PageAddress{QStringLiteral("import"), {}}.set("kind", QString::fromLatin1(kind));
}

QVector<PageEntry> rosterLists()
{
    Words students{tr("Students"), counted(QT_TRANSLATE_N_NOOP("certdesk::ListPage", "%1 student(s)")), tr("No students yet"),
                   tr("A file from your student information system is enough to begin."), tr("Import students"), importOf("students"),
                   names("last_name first_name grade student_state_id local_id school_name birth_date graduating_year status"), false};
    Words groups{tr("Groups"), counted(QT_TRANSLATE_N_NOOP("certdesk::ListPage", "%1 group(s)")), tr("No groups yet"),
                 tr("Groups come with the sections of an import, or are made from chosen students."), tr("Import sections"), importOf("sections"), {}, true};
    Words staff{tr("Staff"), counted(QT_TRANSLATE_N_NOOP("certdesk::ListPage", "%1 person(s)")), tr("No staff yet"),
                tr("Import a staff list, or the sections with their teachers."), tr("Import staff"), importOf("staff"), {}, false};
    Words schools{tr("Schools"), counted(QT_TRANSLATE_N_NOOP("certdesk::ListPage", "%1 school(s)")), tr("No schools yet"), {}, {}, {}, {}, false};
    Words courses{tr("Courses"), counted(QT_TRANSLATE_N_NOOP("certdesk::ListPage", "%1 course(s)")), tr("No courses in this school year"), {}, {}, {}, {}, true};
    const auto editable = [](Words &words, const char *command) {
        words.edits = Right::EditRoster;
        words.editCommand = QString::fromLatin1(command);
    };
    editable(students, "EditStudent");
    editable(staff, "EditStaff");
    editable(groups, "EditGroup");
    editable(schools, "EditSchool");
    editable(courses, "EditCourse");
    const PageEntry groupPage{QStringLiteral("groups"), groups.title, QStringLiteral("groups"), Place::Work, Right::ViewRoster,
                              [groups](const PageContext &context) { return new GroupsPage(groups, context); }};
    students.opensDetails = true;
    const PageEntry studentPage{QStringLiteral("students"), students.title, QStringLiteral("students"), Place::Work, Right::ViewRoster,
                                [students](const PageContext &context) { return new StudentsPage(students, context); }};
    return {studentPage,
            groupPage,
            list("staff", "staff", "staff", Place::Work, Right::ViewRoster, staff),
            list("schools", "schools", "districts", Place::Hidden, Right::ViewRoster, schools),
            list("courses", "courses", "rules", Place::Hidden, Right::ViewRoster, courses)};
}

QVector<PageEntry> certificateLists()
{
    Words evidence{tr("Evidence"), counted(QT_TRANSLATE_N_NOOP("certdesk::ListPage", "%1 file(s)")), tr("No evidence yet"),
                   tr("Score reports and certificates are attached to attempts."), tr("Go to the certificates"), {QStringLiteral("certificates"), {}}, {}, false};
    Words list1{tr("Certificate list"), counted(QT_TRANSLATE_N_NOOP("certdesk::ListPage", "%1 certificate(s)")), tr("No certificate list for this school year"), {}, {}, {}, {}, true};
    Words programs{tr("Programs"), counted(QT_TRANSLATE_N_NOOP("certdesk::ListPage", "%1 program(s)")), tr("No programs in this school year"), {}, {}, {}, {}, true};
    const PageEntry attempts{QStringLiteral("certificates"), tr("Certificates"), QStringLiteral("certificates"), Place::Work, {},
                             [](const PageContext &context) { return new CertificatesPage(context); }};
    return {attempts,
            list("evidence", "evidence", "evidence", Place::Work, {}, evidence),
            list("certificate-list", "certificates", "certificates", Place::Hidden, {}, list1),
            list("programs", "programs", "rules", Place::Hidden, {}, programs)};
}

QVector<PageEntry> resultLists()
{
    Words results{tr("Reports"), counted(QT_TRANSLATE_N_NOOP("certdesk::ListPage", "%1 result(s)")), tr("No results yet"),
                  tr("Results of checks, snapshots and reports are collected here."), tr("Findings of the checks"), {QStringLiteral("findings"), {}}, {}, false};
    Words issues{tr("Issues of imports"), counted(QT_TRANSLATE_N_NOOP("certdesk::ListPage", "%1 row(s)")), tr("No open issues"),
                 tr("Rows that an import refuses are kept here until they are solved."), {}, {},
                 {QStringLiteral("batch"), QStringLiteral("row"), QStringLiteral("code"), QStringLiteral("value"), QStringLiteral("message"), QStringLiteral("state"), QStringLiteral("assigned_to")}, false};
    Words messages{tr("Messages"), counted(QT_TRANSLATE_N_NOOP("certdesk::ListPage", "%1 message(s)")), tr("No messages"), {}, {}, {}, {}, false};
    Words batches{tr("History"), counted(QT_TRANSLATE_N_NOOP("certdesk::ListPage", "%1 batch(es)")), tr("Nothing was imported or changed in bulk yet"), {}, {}, {}, {}, false};
    return {list("reports", "results", "reports", Place::Work, {}, results),
            {QStringLiteral("issues"), issues.title, QStringLiteral("warning"), Place::Hidden, Right::ImportRoster,
             [issues](const PageContext &context) { return new IssuesPage(issues, context); }},
            {QStringLiteral("undo"), {}, QStringLiteral("undo"), Place::Hidden, Right::BatchOperations, [](const PageContext &context) { return new UndoPage(context); }},
            list("messages", "messages", "message", Place::Hidden, {}, messages),
            {QStringLiteral("history"), batches.title, QStringLiteral("history"), Place::Hidden, Right::ViewJournal,
             [batches](const PageContext &context) { return new HistoryPage(batches, context); }}};
}

QVector<PageEntry> stateLists()
{
    Words districts{tr("Districts"), counted(QT_TRANSLATE_N_NOOP("certdesk::ListPage", "%1 participant(s)")), tr("No district takes part yet"),
                    tr("Publish an event with participants."), {}, {}, {}, false};
    return {list("districts", "participants", "districts", Place::State, Right::ViewEvents, districts)};
}

} // namespace

QVector<PageEntry> listPages()
{
    return rosterLists() + certificateLists() + resultLists() + stateLists();
}

} // namespace certdesk
