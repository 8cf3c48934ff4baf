// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/roster/gradeladder.h"

#include <array>

namespace certdesk {

namespace {

/// The column "Promotes to" of 6.5, without IT and PR, which leave the ladder's order to PK.
constexpr std::array<const char *, 16> ladder{"IT", "PR", "PK", "KG", "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"};
constexpr int kindergarten = 3;

} // namespace

std::optional<int> gradeStep(const QString &grade)
{
    if (grade == QLatin1String("TK"))
        return 2;
    for (std::size_t i = 0; i < ladder.size(); ++i) {
        if (grade == QLatin1String(ladder[i]))
            return static_cast<int>(i);
    }
    return std::nullopt;
}

std::optional<QString> gradeAfter(const QString &grade)
{
    const auto step = gradeStep(grade);
    if (!step || static_cast<std::size_t>(*step) + 1 >= ladder.size())
        return std::nullopt;
    return QString::fromLatin1(ladder[static_cast<std::size_t>(*step) + 1]);
}

std::optional<QString> gradeBefore(const QString &grade)
{
    const auto step = gradeStep(grade);
    if (!step || *step == 0)
        return std::nullopt;
    return QString::fromLatin1(ladder[static_cast<std::size_t>(*step) - 1]);
}

bool isServed(const QString &grade, const QString &lowest, const QString &highest)
{
    const auto step = gradeStep(grade);
    if (!step)
        return true;
    const auto low = gradeStep(lowest);
    const auto high = gradeStep(highest);
    return (!low || *step >= *low) && (!high || *step <= *high);
}

qint64 expectedGraduatingYear(const QString &grade, qint64 schoolYear)
{
    const auto step = gradeStep(grade);
    if (!step || *step < kindergarten - 1)
        return 0;
    return schoolYear + 12 - (*step - kindergarten);
}

} // namespace certdesk
