// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/call.h"
#include "app/commandline/subcommands.h"
#include "models/operations/roster/boardreading.h"
#include "models/operations/roster/retained.h"
#include "models/operations/roster/schoolfacts.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace certdesk::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

void printBoard(Call &call, const SchoolBoard &board)
{
    call.out().line(tr("%1 %2, %3").arg(board.schoolCode, board.schoolName, schoolYearName(board.schoolYear)));
    if (!board.notice.isEmpty())
        call.out().line(QStringLiteral("K11  ") + board.notice);
    TextTable table{{tr("step"), tr("title"), tr("state"), tr("counts"), tr("signed off")}, {}, {0}};
    for (const BoardStep &step : board.steps) {
        QStringList counts;
        for (const BoardCount &count : step.counts)
            counts.append(QStringLiteral("%1: %2").arg(count.label).arg(count.ids.size()));
        table.rows.append({QString::number(step.number), step.title, boardStateTitle(step.state), counts.join(QLatin1String("; ")), step.signedBy});
    }
    call.out().table(table);
    call.out().line(tr("Open next: step %1. %2").arg(board.opensAt).arg(board.reason));
}

struct Mark
{
    BoardMark mark = BoardMark::Sign;
    int step = 0;
};

Result<std::optional<Mark>> markOf(const Arguments &arguments)
{
    std::optional<Mark> wanted;
    for (const auto &[option, mark] : {std::pair{"sign", BoardMark::Sign}, std::pair{"not-applicable", BoardMark::NotApplicable},
                                       std::pair{"open", BoardMark::Open}, std::pair{"clear", BoardMark::Clear}}) {
        if (!arguments.has(option))
            continue;
        if (wanted)
            return wrongCall(tr("A step is marked in one way at a time."));
        const qint64 step = arguments.integer(option).value_or(0);
        if (step < 1 || step > boardStepCount)
            return wrongCall(tr("The board has the steps 1 to 9."));
        wanted = Mark{mark, static_cast<int>(step)};
    }
    if (wanted && wanted->mark == BoardMark::Sign && arguments.value("note").trimmed().isEmpty())
        return wrongCall(tr("--sign needs --note."));
    return wanted;
}

/// The one board that is meant: of --school, or of the only school there is.
Result<int> runMark(Call &call, const QVector<SchoolBoard> &boards, const Mark &mark)
{
    if (boards.size() != 1)
        return wrongCall(tr("Say which school with --school."));
    const bool dryRun = call.arguments().has("dry-run");
    qint64 batch = 0;
    if (const auto allowed = call.session().require(Right::BatchOperations); !allowed)
        return tl::unexpected(allowed.error());
    if (!dryRun) {
        const QString note = call.arguments().has("note") ? call.arguments().value("note") : call.arguments().value("reason");
        const auto marked = markBoardStep(call.session(), boards.first(), mark.step, mark.mark, note);
        if (!marked)
            return tl::unexpected(marked.error());
        batch = *marked;
    }
    const auto board = readSchoolBoard(call.session(), boards.first().schoolCode, boards.first().schoolYear);
    if (!board)
        return tl::unexpected(board.error());
    QJsonObject document = schoolBoardJson(*board);
    document.insert(QStringLiteral("batch"), batch ? QJsonValue(batch) : QJsonValue());
    document.insert(QStringLiteral("dryRun"), dryRun);
    call.out().document(document);
    printBoard(call, *board);
    return exitDone;
}

Result<int> runBoard(Call &call)
{
    const Arguments &arguments = call.arguments();
    const auto mark = markOf(arguments);
    if (!mark)
        return tl::unexpected(mark.error());
    const qint64 year = arguments.schoolYear("year").value_or(0);
    QVector<SchoolBoard> boards;
    if (arguments.has("school")) {
        const auto board = readSchoolBoard(call.session(), arguments.value("school"), year);
        if (!board)
            return tl::unexpected(board.error());
        boards = {*board};
    } else {
        const auto all = readSchoolBoards(call.session(), year);
        if (!all)
            return tl::unexpected(all.error());
        boards = *all;
    }
    if (*mark)
        return runMark(call, boards, **mark);
    QJsonArray documents;
    bool needsAttention = false;
    for (const SchoolBoard &board : std::as_const(boards)) {
        documents.append(schoolBoardJson(board));
        needsAttention = needsAttention || std::any_of(board.steps.cbegin(), board.steps.cend(), [](const BoardStep &step) { return step.state == BoardState::NeedsAttention; });
    }
    call.out().document(documents.size() == 1 ? documents.first().toObject() : QJsonObject{{QStringLiteral("boards"), documents}});
    for (const SchoolBoard &board : std::as_const(boards))
        printBoard(call, board);
    return needsAttention ? exitAttention : exitDone;
}

Result<int> runRetainedSign(Call &call)
{
    const Arguments &arguments = call.arguments();
    const qint64 year = arguments.schoolYear("year").value_or(call.session().info().schoolYear + 1);
    QVector<qint64> rows;
    for (const QString &id : arguments.values("row"))
        rows.append(id.toLongLong());
    const auto batch = signRetained(call.session(), year, arguments.value("school"), rows, arguments.value("note"));
    if (!batch)
        return tl::unexpected(batch.error());
    call.out().document({{QStringLiteral("year"), schoolYearName(year)}, {QStringLiteral("batch"), *batch ? QJsonValue(*batch) : QJsonValue()}});
    call.out().line(*batch ? tr("Signed off as batch %1.").arg(*batch) : tr("Nothing was left to sign off."));
    return exitDone;
}

Result<int> runSchoolSet(Call &call)
{
    QVector<QPair<QString, QString>> fields;
    for (const QString &text : call.arguments().positionals().mid(1)) {
        const auto parts = assignment(text, QStringLiteral("school set"));
        if (!parts)
            return tl::unexpected(parts.error());
        fields.append(*parts);
    }
    const bool dryRun = call.arguments().has("dry-run");
    const auto batch = setSchoolFields(call.session(), call.arguments().positional(0), fields, call.arguments().value("reason"), dryRun);
    if (!batch)
        return tl::unexpected(batch.error());
    call.out().document({{QStringLiteral("school"), call.arguments().positional(0)}, {QStringLiteral("batch"), *batch ? QJsonValue(*batch) : QJsonValue()},
                         {QStringLiteral("dryRun"), dryRun}});
    call.out().line(*batch ? tr("Done as batch %1; undo takes it back.").arg(*batch) : tr("Nothing changed."));
    return exitDone;
}

} // namespace

void addBoardSubcommands(Registry &registry)
{
    const auto signIn = Subcommand::Needs::SignIn;
    registry.add({QStringLiteral("board"), tr("the nine steps of a returning school, with what the data says about each"), signIn,
                  {text("school", "CODE", tr("the school; else every one of yours")), schoolYear("year", tr("the year that is prepared; the one after the current year")),
                   integer("sign", "STEP", tr("sign a step off, with --note")), integer("not-applicable", "STEP", tr("say that a step is not needed here")),
                   integer("open", "STEP", tr("open a step that the roster source handles")), integer("clear", "STEP", tr("take the mark of a step back")),
                   text("note", "N", tr("what was checked")), text("reason", "R", tr("the same, for the other marks")), flag("dry-run", tr("change nothing"))},
                  {}, runBoard,
                  tr("Example: board --school 100\nExample: board --school 100 --sign 8 --note \"checked with the registrar\"\n"
                     "Exit 1 says that a step needs attention.")});
    registry.add({QStringLiteral("school set"), tr("what a school says of itself: grades, roster source, contact for overrides, feeder schools"), signIn,
                  {text("reason", "R", tr("why; stands in the batch and the journal")), flag("dry-run", tr("change nothing"))},
                  {{QStringLiteral("CODE"), tr("the school")}, {QStringLiteral("FIELD=VALUE"), tr("a field and its new value"), Positional::Count::OneOrMore}}, runSchoolSet,
                  tr("Example: school set 100 roster_source=Clever contact_name=\"Pat Larch\" feeders=09:200,300\n"
                     "feeders: the schools whose students come into a grade of this one.")});
    registry.add({QStringLiteral("retained sign"), tr("sign the list of retained students off (the list itself: list retained)"), signIn,
                  {text("school", "CODE", tr("only this school")), schoolYear("year", tr("the year; the one after the current year")),
                   text("row", "ID", tr("only this row of the list")).repeated(), text("note", "N", tr("what was checked"))},
                  {}, runRetainedSign, tr("Example: retained sign --school 100 --note \"agreed with the counselors\"")});
}

} // namespace certdesk::cli
