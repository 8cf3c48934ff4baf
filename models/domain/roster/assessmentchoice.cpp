// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/roster/assessmentchoice.h"

#include <QCoreApplication>
#include <QStringList>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("AssessmentChoice", text);
}

const QStringList &names()
{
    static const QStringList list{QStringLiteral("latest"), QStringLiteral("best"), QStringLiteral("first"), QStringLiteral("as-of")};
    return list;
}

bool isBetter(const Record &one, const Record &other)
{
    if (one.has("score") != other.has("score"))
        return one.has("score");
    // Of equal scores the later one.
    return one["score"].real() > other["score"].real() || (one["score"].real() >= other["score"].real() && one.integer("attempt_number") > other.integer("attempt_number"));
}

} // namespace

QString assessmentChoiceName(AssessmentChoice choice)
{
    return names().at(static_cast<int>(choice));
}

std::optional<AssessmentChoice> assessmentChoiceFromName(const QString &name)
{
    const qsizetype index = names().indexOf(name);
    return index < 0 ? std::nullopt : std::optional(static_cast<AssessmentChoice>(index));
}

QString assessmentChoiceWords(AssessmentChoice choice, DayNumber day)
{
    switch (choice) {
    case AssessmentChoice::Best:
        return tr("Of several attempts the best score counts.");
    case AssessmentChoice::First:
        return tr("Of several attempts the first one counts.");
    case AssessmentChoice::AsOf:
        return tr("Of several attempts the latest one up to %1 counts.").arg(isoDay(day));
    case AssessmentChoice::Latest:
        break;
    }
    return tr("Of several attempts the latest one counts.");
}

bool isTaken(const Record &assessment)
{
    return assessment.has("score") || assessment.has("result") || assessment.has("taken_on");
}

const Record *chosenAttempt(const QVector<const Record *> &attempts, AssessmentChoice choice, DayNumber until)
{
    const Record *chosen = nullptr;
    const Record *open = nullptr;
    for (const Record *attempt : attempts) {
        if (!isTaken(*attempt)) {
            if (!open || attempt->integer("attempt_number") > open->integer("attempt_number"))
                open = attempt;
            continue;
        }
        if (until != 0 && attempt->integer("taken_on") > until)
            continue;
        const bool isLater = chosen && attempt->integer("attempt_number") > chosen->integer("attempt_number");
        const bool wins = !chosen || (choice == AssessmentChoice::Best ? isBetter(*attempt, *chosen) : choice == AssessmentChoice::First ? !isLater : isLater);
        if (wins)
            chosen = attempt;
    }
    return chosen ? chosen : open;
}

} // namespace certdesk
