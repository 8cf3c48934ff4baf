// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace certdesk {

/// The canonical grades of 6.5 ("PK", "KG", "01" … "12") in their order. Grades outside the ladder (UG, OT, PS, 13) have no
/// step up or down.

/// The grade after this one; nothing for 12, for grades outside the ladder and for words that are no grade.
std::optional<QString> gradeAfter(const QString &grade);
/// The grade before; the one below KG is PK. Nothing for PR and IT's end of the ladder and outside it.
std::optional<QString> gradeBefore(const QString &grade);
/// Position on the ladder, lowest first; nothing outside it. PK and TK stand on one step.
std::optional<int> gradeStep(const QString &grade);
/// Within the range a school serves; an empty end of the range is open.
bool isServed(const QString &grade, const QString &lowest, const QString &highest);
/// end year + 12 - grade, KG = 0 and PK = -1; 0 when the grade does not tell.
qint64 expectedGraduatingYear(const QString &grade, qint64 schoolYear);

} // namespace certdesk
