// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/roster/schoolboard.h"

#include "models/domain/roster/boardevidence.h"
#include "models/domain/roster/gradeladder.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace certdesk {

namespace {

QString tr(const char *text, const char *disambiguation = nullptr, int n = -1)
{
    return QCoreApplication::translate("SchoolBoard", text, disambiguation, n);
}

struct StepText
{
    const char *title;
    const char *purpose;
    const char *action;
};

constexpr std::array<StepText, boardStepCount> texts{{
    {QT_TRANSLATE_NOOP("SchoolBoard", "Promote last year's students"),
     QT_TRANSLATE_NOOP("SchoolBoard", "Moves everybody of last year up one grade, by file (recommended: it yields the most exact list) or by filter per grade, so that scores hang on the right grade."),
     QT_TRANSLATE_NOOP("SchoolBoard", "Upgrade by file")},
    {QT_TRANSLATE_NOOP("SchoolBoard", "Import new students"),
     QT_TRANSLATE_NOOP("SchoolBoard", "Brings in those who were not here last year, normally the lowest grade served. Run it after the promotion."),
     QT_TRANSLATE_NOOP("SchoolBoard", "Import new students")},
    {QT_TRANSLATE_NOOP("SchoolBoard", "Migrate students from other schools"),
     QT_TRANSLATE_NOOP("SchoolBoard", "Moves the one record of a student who is registered elsewhere; scores and history come along."),
     QT_TRANSLATE_NOOP("SchoolBoard", "Migrate student")},
    {QT_TRANSLATE_NOOP("SchoolBoard", "Change passwords for all"),
     QT_TRANSLATE_NOOP("SchoolBoard", "Optional, for a start of the year at which many have forgotten last year's password."),
     QT_TRANSLATE_NOOP("SchoolBoard", "Change passwords")},
    {QT_TRANSLATE_NOOP("SchoolBoard", "Archive last year's groups, upload new groups, add grade-level groups"),
     QT_TRANSLATE_NOOP("SchoolBoard", "Classes give teachers their reports; a group for each grade makes the larger reports easy."),
     QT_TRANSLATE_NOOP("SchoolBoard", "Batch group creation")},
    {QT_TRANSLATE_NOOP("SchoolBoard", "Import admins and teachers"),
     QT_TRANSLATE_NOOP("SchoolBoard", "New staff get their accounts and classes; sign this step off when nobody has changed."),
     QT_TRANSLATE_NOOP("SchoolBoard", "Import staff")},
    {QT_TRANSLATE_NOOP("SchoolBoard", "Archive a leaving class"),
     QT_TRANSLATE_NOOP("SchoolBoard", "Takes last year's graduates out of the working lists in one batch; their data stays in reports."),
     QT_TRANSLATE_NOOP("SchoolBoard", "Archive students")},
    {QT_TRANSLATE_NOOP("SchoolBoard", "Archive individual leavers and transfers"),
     QT_TRANSLATE_NOOP("SchoolBoard", "Who is active here and missing in the newest file has probably left."),
     QT_TRANSLATE_NOOP("SchoolBoard", "Review the absent")},
    {QT_TRANSLATE_NOOP("SchoolBoard", "Archive last year's groups"),
     QT_TRANSLATE_NOOP("SchoolBoard", "As one set, except those marked \"keep\": teachers get clean lists when they pull reports and look at rosters."),
     QT_TRANSLATE_NOOP("SchoolBoard", "Archive all groups")},
}};

constexpr std::array<const char *, 6> stateNames{"not-started", "in-progress", "done", "not-applicable", "handled-by-roster-source", "needs-attention"};
constexpr std::array<const char *, 6> stateTitles{QT_TRANSLATE_NOOP("SchoolBoard", "Not started"), QT_TRANSLATE_NOOP("SchoolBoard", "In progress"),
                                                  QT_TRANSLATE_NOOP("SchoolBoard", "Done"), QT_TRANSLATE_NOOP("SchoolBoard", "Not applicable"),
                                                  QT_TRANSLATE_NOOP("SchoolBoard", "Handled by roster source"),
                                                  QT_TRANSLATE_NOOP("SchoolBoard", "Needs attention")};

/// What was signed: what stood open then is an exception that somebody knows about.
QSet<qint64> exceptionsOf(const Record &record)
{
    QSet<qint64> ids;
    const QJsonArray open = QJsonDocument::fromJson(record.text("evidence").toUtf8()).object().value(QLatin1String("open")).toArray();
    for (const QJsonValue &id : open)
        ids.insert(id.toInteger());
    return ids;
}

/// a step that was signed, or whose work is done but for a few rows, comes back by itself when data breaks it.
BoardState stateOf(const BoardEvidence &evidence, const Record *record, bool isElsewhere)
{
    const QString stored = record ? record->text("state") : QString();
    if (stored == QLatin1String("not-applicable"))
        return BoardState::NotApplicable;
    const bool isSigned = stored == QLatin1String("signed");
    if (isElsewhere && stored.isEmpty())
        return BoardState::HandledByRosterSource;
    if (isSigned && evidence.isSettledBySignature) {
        const QSet<qint64> known = exceptionsOf(*record);
        const bool hasNew = std::any_of(evidence.open.cbegin(), evidence.open.cend(), [&known](qint64 id) { return !known.contains(id); });
        return hasNew ? BoardState::NeedsAttention : BoardState::Done;
    }
    if (evidence.isMet)
        return BoardState::Done;
    if (isSigned || evidence.isBroken)
        return BoardState::NeedsAttention;
    return evidence.isStarted ? BoardState::InProgress : BoardState::NotStarted;
}

bool isSettled(const BoardStep &step)
{
    return step.state == BoardState::Done || step.state == BoardState::NotApplicable || step.state == BoardState::HandledByRosterSource;
}

int sizeOf(const SchoolBoard &board, int step, const char *name)
{
    const BoardCount *count = board.steps[static_cast<std::size_t>(step - 1)].count(name);
    return count ? static_cast<int>(count->ids.size()) : 0;
}

/// what it means that a step has not been done yet.
QString effectOf(const SchoolBoard &board, int step)
{
    switch (step) {
    case 7:
        return tr("%n of last year's seniors are still active and will be counted", nullptr, sizeOf(board, 7, "leaving"));
    case 8:
        return tr("%n students who are not in the newest file are still active and will be counted", nullptr, sizeOf(board, 8, "absent"));
    case 9:
        return tr("%n groups of last year are still in every list", nullptr, sizeOf(board, 9, "oldGroups"));
    case 1:
        return tr("%n of last year's students are still in last year's grade", nullptr, sizeOf(board, 1, "undecided"));
    case 2:
        return tr("New students are not here yet, and will be in no group");
    case 3:
        return tr("%n students still wait at another school", nullptr, sizeOf(board, 3, "waiting"));
    case 6:
        return tr("Teachers who are new cannot be found by the group file");
    case 5:
        return tr("Teachers do not see their classes yet");
    default:
        return {};
    }
}

void addEffects(SchoolBoard &board)
{
    const auto &order = recommendedBoardOrder();
    for (std::size_t place = 0; place < order.size(); ++place) {
        BoardStep &step = board.steps[static_cast<std::size_t>(order[place] - 1)];
        for (std::size_t before = 0; before < place; ++before) {
            if (!isSettled(board.steps[static_cast<std::size_t>(order[before] - 1)]))
                step.effects.append(effectOf(board, order[before]));
        }
    }
}

int firstOpenStep(const SchoolBoard &board)
{
    if (board.isRosteredElsewhere)
        return boardStepCount;
    for (const int number : recommendedBoardOrder()) {
        if (!isSettled(board.steps[static_cast<std::size_t>(number - 1)]))
            return number;
    }
    return recommendedBoardOrder().front();
}

} // namespace

QString boardStateName(BoardState state)
{
    return QString::fromLatin1(stateNames.at(static_cast<std::size_t>(state)));
}

QString boardStateTitle(BoardState state)
{
    return tr(stateTitles.at(static_cast<std::size_t>(state)));
}

const std::array<int, boardStepCount> &recommendedBoardOrder()
{
    static constexpr std::array<int, boardStepCount> order{7, 8, 9, 1, 2, 3, 6, 5, 4};
    return order;
}

const BoardCount *BoardStep::count(const char *name) const
{
    const auto found = std::find_if(counts.cbegin(), counts.cend(), [name](const BoardCount &count) { return count.name == QLatin1String(name); });
    return found == counts.cend() ? nullptr : &*found;
}

bool isSingleSignOnSource(const QString &rosterSource)
{
    const QString source = rosterSource.trimmed().toLower();
    return source.contains(QLatin1String("clever")) || source.contains(QLatin1String("classlink"));
}

QStringList servedGrades(const Record &school)
{
    const auto low = gradeStep(school.text("low_grade"));
    const auto high = gradeStep(school.text("high_grade"));
    QStringList grades;
    if (!low || !high)
        return grades;
    for (std::optional<QString> grade = school.text("low_grade"); grade && gradeStep(*grade) <= high; grade = gradeAfter(*grade))
        grades.append(*grade);
    return grades;
}

SchoolBoard schoolBoard(const BoardFacts &facts)
{
    SchoolBoard board;
    board.school = facts.school.id;
    board.schoolCode = facts.school.text("school_code");
    board.schoolName = facts.school.text("name");
    board.schoolYear = facts.schoolYear;
    board.rosterSource = facts.school.text("roster_source");
    board.isRosteredElsewhere = isSingleSignOnSource(board.rosterSource);
    board.reason = tr("Clean up first: leavers out, old groups away, last year's students at their new grade. Then bring in the new year's people.");
    if (board.isRosteredElsewhere)
        board.notice = tr("The roster of this school comes from %1. Grades have to be right in the SIS and in the service; a change here lasts until the next "
                          "roster, and a grade change during the year can change what a student is able to open.")
                           .arg(board.rosterSource);
    const BoardEvidences evidences(facts);
    for (int number = 1; number <= boardStepCount; ++number) {
        const auto place = static_cast<std::size_t>(number - 1);
        const auto record = std::find_if(facts.steps.cbegin(), facts.steps.cend(), [number](const Record &row) { return row.integer("step") == number; });
        const Record *stored = record == facts.steps.cend() ? nullptr : &*record;
        const BoardEvidence evidence = evidences.of(number);
        BoardStep &step = board.steps[place];
        step.number = number;
        step.title = tr(texts[place].title);
        step.purpose = tr(texts[place].purpose);
        step.action = tr(texts[place].action);
        step.counts = evidence.counts;
        step.state = stateOf(evidence, stored, board.isRosteredElsewhere && number < boardStepCount);
        if (step.state == BoardState::NeedsAttention)
            step.attention = evidence.names;
        step.signedBy = stored ? stored->text("signed_by") : QString();
        step.signedAt = stored ? stored->integer("signed_at") : 0;
        step.note = stored ? stored->text("note") : QString();
    }
    addEffects(board);
    board.opensAt = firstOpenStep(board);
    return board;
}

} // namespace certdesk
