// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/call.h"
#include "app/commandline/subcommands.h"
#include "models/intake/values.h"
#include "models/operations/roster/groupoperation.h"
#include "models/store/safekeeping.h"

#include <QCoreApplication>

namespace certdesk::cli {

namespace {

using Kind = GroupRequest::Kind;

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

Result<QStringList> gradesOf(const Arguments &arguments)
{
    QStringList grades;
    for (const QString &written : arguments.values("grade")) {
        const auto grade = normalizedGrade(written, 0);
        if (!grade)
            return wrongCall(tr("\"%1\" is not a grade.").arg(written), tr("Grades are PK, KG, 01 to 12 and so on."));
        grades.append(*grade);
    }
    return grades;
}

Result<std::optional<GroupRule>> ruleOf(const Arguments &arguments)
{
    if (!arguments.has("grade") && !arguments.has("graduating-year") && !arguments.has("flag") && !arguments.has("homeroom"))
        return std::optional<GroupRule>();
    const auto grades = gradesOf(arguments);
    if (!grades)
        return tl::unexpected(grades.error());
    GroupRule rule{*grades, {}, arguments.values("flag"), arguments.values("homeroom")};
    if (arguments.has("graduating-year"))
        rule.graduatingYears.append(arguments.integer("graduating-year").value_or(0));
    for (const QString &flag : std::as_const(rule.flags)) {
        if (!ruleFlags().contains(flag))
            return wrongCall(tr("\"%1\" is not a flag.").arg(flag), tr("Flags are %1.").arg(ruleFlags().join(QLatin1String(", "))));
    }
    return std::optional<GroupRule>(rule);
}

Result<GroupRequest> requestOf(const Arguments &arguments, Kind kind)
{
    GroupRequest request;
    request.kind = kind;
    request.groups = arguments.values("group");
    request.school = arguments.value("school");
    request.schoolYear = arguments.schoolYear("year").value_or(0);
    request.archivedOn = arguments.day("archived-on").value_or(0);
    request.name = arguments.value("name");
    if (arguments.has("kind"))
        request.groupKind = arguments.value("kind");
    request.students = arguments.values("student") + arguments.positionals();
    request.file = arguments.value("file");
    request.staff = arguments.values("staff");
    request.count = arguments.integer("count");
    request.on = !arguments.has("off");
    request.reason = arguments.value("reason");
    if (arguments.has("override") && request.reason.trimmed().isEmpty())
        return wrongCall(tr("--override needs --reason."));
    const auto grades = gradesOf(arguments);
    const auto rule = kind == Kind::Create ? ruleOf(arguments) : Result<std::optional<GroupRule>>(std::nullopt);
    if (!grades || !rule)
        return tl::unexpected(!grades ? grades.error() : rule.error());
    request.grades = *grades;
    request.rule = *rule;
    return request;
}

void print(Call &call, const PlannedGroupOperation &planned, qint64 batch, bool dryRun)
{
    QJsonObject document = groupOperationJson(planned);
    document.insert(QStringLiteral("batch"), batch ? QJsonValue(batch) : QJsonValue(QJsonValue::Null));
    document.insert(QStringLiteral("dryRun"), dryRun);
    call.out().document(document);
    TextTable table{{tr("group"), tr("school"), tr("year"), tr("members"), tr("status"), tr("student"), tr("message")}, {}, {3}};
    for (const GroupPlanRow &row : planned.plan.rows)
        table.rows.append({row.name, row.school, row.schoolYear ? schoolYearName(row.schoolYear) : QString(), QString::number(row.members),
                           groupOutcomeName(row.outcome), row.student, row.message});
    if (!table.rows.isEmpty())
        call.out().table(table);
    else
        call.out().line(tr("No group is concerned. The year that is being prepared is %1; --year names another.").arg(schoolYearName(planned.schoolYear)));
    const QMap<QString, int> counts = planned.plan.counts();
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        call.out().line(QStringLiteral("%1 %2").arg(it.value(), 7).arg(it.key()));
    if (planned.request.kind == Kind::Delete)
        call.out().line(dryRun ? tr("Deleting cannot be undone: it wants --count %1, and --backup keeps a copy.").arg(planned.plan.count(GroupOutcome::Delete))
                               : tr("Deleted for good. Students and results are as they were."));
    if (batch)
        call.out().line(tr("Done as batch %1; undo takes it back.").arg(batch));
}

Result<int> runOperation(Call &call, Kind kind)
{
    const auto request = requestOf(call.arguments(), kind);
    if (!request)
        return tl::unexpected(request.error());
    const bool dryRun = call.arguments().has("dry-run");
    const auto planned = planGroupOperation(call.session(), *request, &call.progress());
    if (!planned)
        return tl::unexpected(planned.error());
    const bool isHeld = planned->plan.count(GroupOutcome::Error) > 0;
    if (dryRun || isHeld) {
        print(call, *planned, 0, dryRun);
        return dryRun ? (isHeld ? exitAttention : exitDone) : exitRefused;
    }
    // The copy is made only when the deletion would go through.
    if (call.arguments().has("backup") && request->count == planned->plan.count(GroupOutcome::Delete)) {
        if (const auto saved = backupDatabase(call.session(), call.arguments().value("backup"), &call.progress()); !saved)
            return tl::unexpected(saved.error());
    }
    const auto batch = commitGroupOperation(call.session(), *planned, &call.progress());
    if (!batch)
        return tl::unexpected(batch.error());
    print(call, *planned, *batch, false);
    return exitDone;
}

Result<int> runDelete(Call &call)
{
    if (!call.arguments().has("dry-run") && !call.arguments().has("count"))
        return wrongCall(tr("Deleting cannot be undone, so it wants the number of groups."), tr("Look at the list with --dry-run, then give --count N."));
    return runOperation(call, Kind::Delete);
}

Result<int> runCreate(Call &call)
{
    const Arguments &arguments = call.arguments();
    const bool hasRule = arguments.has("grade") || arguments.has("graduating-year") || arguments.has("flag") || arguments.has("homeroom");
    const bool hasStudents = arguments.has("student") || arguments.has("file") || !arguments.positionals().isEmpty();
    if (hasRule && hasStudents)
        return wrongCall(tr("A group has either members that are picked, or a rule that picks them."));
    return runOperation(call, Kind::Create);
}

QVector<Option> withCommon(QVector<Option> options)
{
    options += {text("school", "CODE", tr("only groups of this school")), flag("dry-run", tr("only say what would happen")),
                text("reason", "R", tr("why; stands in the batch and the journal")),
                text("override", "CODE", tr("settle a refusal with the override right and a reason")).repeated()};
    return options;
}

void addSets(Registry &registry)
{
    const auto signIn = Subcommand::Needs::SignIn;
    const Option prepared = schoolYear("year", tr("the year that is being prepared: groups of earlier years belong to the set"));
    const Option group = text("group", "G", tr("a group by name or number")).repeated();
    const Option count = integer("count", "N", tr("how many groups go; has to be right"));
    const Option backup = text("backup", "OUT", tr("write a backup first"));
    registry.add({QStringLiteral("groups archive-all"), tr("archive last year's groups as a set; those marked keep stay"), signIn, withCommon({prepared}), {},
                  [](Call &call) { return runOperation(call, Kind::Archive); }, tr("Example: certdeskctl groups archive-all --school 100 --dry-run")});
    registry.add({QStringLiteral("groups archive"), tr("archive single groups"), signIn, withCommon({group.required()}), {},
                  [](Call &call) { return runOperation(call, Kind::Archive); }, tr("Example: certdeskctl groups archive --group \"Homeroom 09-01\" --school 100")});
    registry.add({QStringLiteral("groups restore"), tr("bring back the set that was archived last, or single groups"), signIn,
                  withCommon({group, day("archived-on", tr("the set that was archived on this day"))}), {}, [](Call &call) { return runOperation(call, Kind::Restore); },
                  tr("Example: certdeskctl groups restore --school 100")});
    registry.add({QStringLiteral("groups delete-all"), tr("delete the groups of earlier years for good; cannot be undone"), signIn, withCommon({count, backup, prepared}),
                  {}, runDelete, tr("Groups that are active pass through the archive first; those marked keep stay. Students and results are untouched.\n"
                                    "Example: certdeskctl groups delete-all --school 100 --count 24 --backup before.db")});
    registry.add({QStringLiteral("groups delete"), tr("delete single groups for good; cannot be undone"), signIn, withCommon({group.required(), count, backup}), {}, runDelete,
                  tr("Example: certdeskctl groups delete --group \"Chess club\" --count 1")});
}

void addMaking(Registry &registry)
{
    const auto signIn = Subcommand::Needs::SignIn;
    const Option student = text("student", "LOGIN_OR_ID", tr("a student by login, state ID or local ID")).repeated();
    const Option file = text("file", "FILE", tr("the students of a file"));
    const Option group = text("group", "G", tr("a group by name or number")).repeated().required();
    const Positional more{QStringLiteral("ID"), tr("further students"), Positional::Count::Any};
    registry.add({QStringLiteral("groups create"), tr("make a group by hand, or one that follows a rule"), signIn,
                  withCommon({text("name", "N", tr("its name")).required(), student, file, text("staff", "LOGIN", tr("its teacher, by login, e-mail or staff ID")).repeated(),
                              text("kind", "K", tr("manual, section, homeroom, program; manual unless told")), schoolYear("year", tr("its school year; the current one")),
                              text("grade", "G", tr("rule: students of this grade")).repeated(), integer("graduating-year", "Y", tr("rule: students of this class")),
                              text("flag", "F", tr("rule: students with this flag: iep, section_504, el, lunch, gifted, homeless, migrant")).repeated(),
                              text("homeroom", "NAME", tr("rule: students of this homeroom")).repeated()}),
                  {more}, runCreate, tr("Example: certdeskctl groups create --name \"Chess club\" --student 1000000001 --student 1000000002")});
    registry.add({QStringLiteral("groups create-grade-level"), tr("one group a served grade, which follows the roster"), signIn,
                  withCommon({schoolYear("year", tr("their school year; the one being prepared")), text("grade", "G", tr("only these grades")).repeated()}), {},
                  [](Call &call) { return runOperation(call, Kind::CreateGradeLevel); }, tr("Example: certdeskctl groups create-grade-level --school 100")});
    registry.add({QStringLiteral("groups keep"), tr("mark groups so that they stay when the set is archived"), signIn, withCommon({group, flag("off", tr("take the mark off"))}), {},
                  [](Call &call) { return runOperation(call, Kind::Keep); }, tr("Example: certdeskctl groups keep --group \"Chess club\"")});
    registry.add({QStringLiteral("groups freeze"), tr("let rule groups stay as they are, or follow again"), signIn, withCommon({group, flag("off", tr("follow the rule again"))}), {},
                  [](Call &call) { return runOperation(call, Kind::Freeze); }, tr("Example: certdeskctl groups freeze --group \"Grade 09\" --school 100")});
    registry.add({QStringLiteral("groups add-members"), tr("put students into groups"), signIn, withCommon({group, student, file}), {more},
                  [](Call &call) { return runOperation(call, Kind::AddMembers); }, tr("Example: certdeskctl groups add-members --group \"Chess club\" --student 1000000003")});
    registry.add({QStringLiteral("groups remove-members"), tr("end memberships today"), signIn, withCommon({group, student, file}), {more},
                  [](Call &call) { return runOperation(call, Kind::EndMembers); }, tr("Example: certdeskctl groups remove-members --group \"Chess club\" --student 1000000003")});
}

} // namespace

void addGroupSubcommands(Registry &registry)
{
    addSets(registry);
    addMaking(registry);
}

} // namespace certdesk::cli
