// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/call.h"
#include "app/commandline/staffcommands.h"
#include "app/commandline/subcommands.h"
#include "models/intake/values.h"
#include "models/operations/roster/migrateall.h"
#include "models/operations/roster/rosteroperation.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace certdesk::cli {

namespace {

using Kind = RosterRequest::Kind;

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

Result<RosterRequest> requestOf(const Arguments &arguments, Kind kind)
{
    RosterRequest request;
    request.kind = kind;
    request.file = arguments.value("file");
    const bool takesAllGrades = kind == Kind::UpgradeByFilter || kind == Kind::Archive;
    if (takesAllGrades && arguments.value("grade") == allGrades) {
        request.grade = allGrades;
    } else if (arguments.has("grade")) {
        const auto grade = normalizedGrade(arguments.value("grade"), 0);
        if (!grade || *grade == graduatedGrade)
            return wrongCall(tr("\"%1\" is not a grade.").arg(arguments.value("grade")), tr("Grades are PK, KG, 01 to 12 and so on."));
        request.grade = *grade;
    }
    request.graduatingYear = arguments.integer("graduating-year").value_or(0);
    request.school = arguments.value("school");
    request.toSchool = arguments.value("to-school");
    request.students = arguments.values("student");
    request.retain = arguments.values("retain");
    request.except = arguments.values("except");
    request.opensNewAttempts = arguments.has("new-attempts");
    request.ofRetained = arguments.has("retained");
    request.sections = arguments.values("section");
    request.periods = arguments.values("period");
    request.changesGraduatingYear = arguments.has("change-graduating-year");
    if (arguments.value("rollover") == QLatin1String("before"))
        request.rollover = RosterRequest::Rollover::Before;
    else if (arguments.value("rollover") == QLatin1String("after"))
        request.rollover = RosterRequest::Rollover::After;
    request.reason = arguments.value("reason");
    request.targetYear = arguments.schoolYear("year").value_or(0);
    if (arguments.has("archive-reason"))
        request.archiveReason = arguments.value("archive-reason");
    if (arguments.value("absent") == QLatin1String("retain"))
        request.absent = RosterRequest::Absent::Retain;
    else if (arguments.value("absent") == QLatin1String("archive"))
        request.absent = RosterRequest::Absent::Archive;
    const QStringList accepted = arguments.values("accept");
    request.accepted = QSet<QString>(accepted.cbegin(), accepted.cend());
    const QStringList overrides = arguments.values("override");
    request.overrides = QSet<QString>(overrides.cbegin(), overrides.cend());
    for (const QString &set : arguments.values("set")) {
        const auto parts = assignment(set, QStringLiteral("--set"));
        if (!parts)
            return tl::unexpected(parts.error());
        request.fields.append(*parts);
    }
    if (!request.overrides.isEmpty() && request.reason.trimmed().isEmpty())
        return wrongCall(tr("--override needs --reason."));
    return request;
}

void print(Call &call, const PlannedRosterOperation &planned, qint64 batch, bool dryRun)
{
    QJsonObject document = rosterOperationJson(planned);
    document.insert(QStringLiteral("batch"), batch ? QJsonValue(batch) : QJsonValue(QJsonValue::Null));
    document.insert(QStringLiteral("dryRun"), dryRun);
    call.out().document(document);
    const QJsonObject counts = document[QLatin1String("counts")].toObject();
    for (auto it = counts.begin(); it != counts.end(); ++it)
        if (it.value().toInt() > 0)
            call.out().line(QStringLiteral("%1 %2").arg(it.value().toInt(), 7).arg(it.key()));
    for (const QJsonValue &line : document[QLatin1String("summary")].toArray())
        call.out().line(line.toString());
    for (const QJsonValue &value : document[QLatin1String("warnings")].toArray()) {
        const QJsonObject warning = value.toObject();
        call.out().line(QStringLiteral("%1  %2  %3").arg(warning[QLatin1String("code")].toString(), warning[QLatin1String("student")].toString(),
                                                         warning[QLatin1String("message")].toString()));
    }
    for (const QJsonValue &value : document[QLatin1String("errors")].toArray()) {
        const QJsonObject error = value.toObject();
        if (error[QLatin1String("status")] == QLatin1String("unchanged"))
            continue;
        call.out().line(QStringLiteral("%1  %2  %3").arg(error[QLatin1String("code")].toString(), error[QLatin1String("student")].toString(),
                                                         error[QLatin1String("message")].toString()));
    }
    if (!planned.absent.isEmpty())
        call.out().line(tr("Not in the file: %1").arg(planned.absent.join(QLatin1String(", "))));
    const QJsonArray again = document[QLatin1String("newAttempts")].toArray();
    if (!again.isEmpty())
        call.out().line(tr("Without new attempts %1 students cannot be assessed in their grade again: new-attempt opens them.").arg(again.size()));
    if (batch)
        call.out().line(tr("Done as batch %1; undo takes it back.").arg(batch));
}

Result<int> runOperation(Call &call, Kind kind)
{
    const auto request = requestOf(call.arguments(), kind);
    if (!request)
        return tl::unexpected(request.error());
    const bool dryRun = call.arguments().has("dry-run");
    const auto planned = planRosterOperation(call.session(), *request, &call.progress());
    if (!planned)
        return tl::unexpected(planned.error());
    const bool isHeld = planned->plan.heldBack() > 0;
    if (dryRun || isHeld) {
        print(call, *planned, 0, dryRun);
        return dryRun ? (isHeld ? exitAttention : exitDone) : exitRefused;
    }
    const auto batch = commitRosterOperation(call.session(), *planned, &call.progress());
    if (!batch)
        return tl::unexpected(batch.error());
    print(call, *planned, *batch, false);
    return exitDone;
}

Result<int> runUpgrade(Call &call)
{
    const Arguments &arguments = call.arguments();
    if (arguments.has("file") == arguments.has("grade"))
        return wrongCall(tr("upgrade takes either --file or --grade."));
    if (arguments.has("grade") && !arguments.has("graduating-year") && arguments.value("grade") != allGrades)
        return wrongCall(tr("--grade needs --graduating-year."), tr("Only --grade all goes without."));
    return runOperation(call, arguments.has("file") ? Kind::UpgradeByFile : Kind::UpgradeByFilter);
}

Result<int> runArchive(Call &call)
{
    const Arguments &arguments = call.arguments();
    if (isAboutStaff(arguments))
        return runStaffOperation(call, false);
    const bool isFilter = arguments.has("graduating-year") || arguments.has("grade");
    if (arguments.has("file") + isFilter + arguments.has("student") != 1)
        return wrongCall(tr("archive takes --file, --student, or --graduating-year with or without --grade."));
    if (arguments.value("grade") == allGrades && !arguments.has("graduating-year") && !arguments.has("school"))
        return wrongCall(tr("--grade all needs --school."));
    return runOperation(call, Kind::Archive);
}

Result<int> runRestore(Call &call)
{
    const Arguments &arguments = call.arguments();
    if (isAboutStaff(arguments))
        return runStaffOperation(call, true);
    if (arguments.has("file") == arguments.has("student"))
        return wrongCall(tr("restore takes either --file or --student."));
    return runOperation(call, Kind::Restore);
}

Result<int> runMove(Call &call)
{
    const Arguments &arguments = call.arguments();
    if (arguments.has("up") == arguments.has("back"))
        return wrongCall(tr("move takes either --up or --back."));
    return runOperation(call, arguments.has("up") ? Kind::MoveUp : Kind::MoveBack);
}

Result<int> runNewAttempt(Call &call)
{
    if (call.arguments().has("student") == call.arguments().has("retained"))
        return wrongCall(tr("new-attempt takes either --student or --retained."));
    return runOperation(call, Kind::NewAttempts);
}

/// R-130: who the student is, before anything moves.
Result<int> runStudentSearch(Call &call)
{
    const auto search = searchStudent(call.session(), call.arguments().positional(0), call.arguments().value("to-school"));
    if (!search)
        return tl::unexpected(search.error());
    call.out().document(studentSearchJson(*search));
    TextTable table{{tr("hit"), tr("name"), tr("born"), tr("school"), tr("grade"), tr("class of"), tr("state"), tr("login"), tr("state ID"), tr("last activity")}, {}, {}};
    for (const auto &[hit, cards] : {std::pair{tr("exact"), search->found}, std::pair{tr("damaged ID"), search->variants}, std::pair{tr("near"), search->near}}) {
        for (const StudentCard &card : cards)
            table.rows.append({hit, card.fullName, card.birthDate, card.schoolName, card.grade, QString::number(card.graduatingYear),
                               card.isHere ? tr("%1, at this school").arg(card.state) : card.state, card.login, card.studentStateId, card.lastActivity});
    }
    call.out().table(table);
    if (!search->elsewhere.isEmpty())
        call.out().line(tr("Registered at %1, which is not one of your schools.").arg(search->elsewhere));
    else if (table.rows.isEmpty())
        call.out().line(tr("Not in this database."));
    return search->found.isEmpty() ? exitAttention : exitDone;
}

QVector<Option> withCommon(QVector<Option> options)
{
    options += {flag("dry-run", tr("only say what would happen")), text("reason", "R", tr("why; stands in the batch and the journal")),
                text("override", "CODE", tr("settle a refusal with the override right and a reason")).repeated(),
                text("accept", "STATUS|CODE", tr("settle what a review would ask")).repeated(),
                text("school", "CODE", tr("only students of this school")), schoolYear("year", tr("target year; the one after the current year"))};
    return options;
}

} // namespace

void addRosterSubcommands(Registry &registry)
{
    const Option file = text("file", "FILE", tr("a file that names the students by login, state ID or local ID"));
    const Option student = text("student", "LOGIN_OR_ID", tr("a student by login, state ID or local ID")).repeated();
    const Option year = integer("graduating-year", "Y", tr("students of this class"));
    const Option changeYear = flag("change-graduating-year", tr("give the graduating year that the new grade means; else it is only offered"));
    const Option again = flag("new-attempts", tr("open new attempts for those who repeat a grade, in the same batch"));
    registry.add({QStringLiteral("upgrade"), tr("promote students one grade, by file or by filter"), Subcommand::Needs::SignIn,
                  withCommon({file, choice("absent", "retain|archive|later", tr("what becomes of students of the covered grades who are not in the file")),
                              text("grade", "G", tr("students of this grade")), year, text("retain", "LOGIN_OR_ID", tr("keeps the grade")).repeated(),
                              text("except", "LOGIN_OR_ID", tr("left as it is")).repeated(),
                              choice("rollover", "before|after", tr("when the file was exported; else told by its grades")), changeYear, again}),
                  {}, runUpgrade,
                  tr("Example: upgrade --file ninth.csv --absent retain\nExample: upgrade --grade 9 --graduating-year 2030 --retain rsample\n"
                     "--grade all takes every grade, the highest first, in one batch.")});
    registry.add({QStringLiteral("archive"), tr("archive a class, the students of a file, single students, or staff"), Subcommand::Needs::SignIn,
                  staffOptions() + withCommon({file, student, year, text("grade", "G", tr("students of this grade; all: every grade of --school")),
                              text("except", "LOGIN_OR_ID", tr("left as it is")).repeated(), choice("archive-reason", "graduated|transferred|left|no longer participating|other", tr("why they leave"))}),
                  {}, runArchive});
    registry.add({QStringLiteral("restore"), tr("bring archived students or staff back"), Subcommand::Needs::SignIn,
                  staffOptions() + withCommon({file, student, text("grade", "G", tr("grade they come back to"))}), {}, runRestore});
    registry.add({QStringLiteral("move"), tr("move single students up or back one grade"), Subcommand::Needs::SignIn,
                  withCommon({student.required(), flag("up", tr("one grade up")), flag("back", tr("back to the grade of the year's beginning")), changeYear, again}), {}, runMove});
    registry.add({QStringLiteral("new-attempt"), tr("open the next attempt at the assessments of a grade; the earlier ones stay"), Subcommand::Needs::SignIn,
                  withCommon({student, flag("retained", tr("for everybody on the list of retained students")),
                              text("grade", "G", tr("the grade; the one the student is in")),
                              text("section", "NAME", tr("only this assessment section")).repeated(),
                              text("period", "NAME", tr("only this testing period")).repeated()}),
                  {}, runNewAttempt, tr("Example: new-attempt --retained --reason \"repeats grade 9\"")});
    registry.add({QStringLiteral("migrate"), tr("move a student from another school"), Subcommand::Needs::SignIn,
                  withCommon({student.required(), text("to-school", "CODE", tr("the new school")).required(), text("grade", "G", tr("grade at the new school")),
                              text("set", "FIELD=VALUE", tr("a field that is corrected in the same step")).repeated()}),
                  {}, [](Call &call) { return runOperation(call, Kind::Migrate); }});
    registry.add({QStringLiteral("student-search"), tr("find a student by login or ID, with what a damaged ID can mean"), Subcommand::Needs::SignIn,
                  {text("to-school", "CODE", tr("the school that asks: says who is there already"))}, {{QStringLiteral("LOGIN_OR_ID"), tr("login, state ID or local ID")}},
                  runStudentSearch, tr("Example: student-search 12345678 --to-school 100")});
}

} // namespace certdesk::cli
