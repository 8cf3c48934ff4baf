// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/certificates/attemptfill.h"
#include "models/domain/error.h"

namespace certdesk {

/// The rules of severity REFUSE that are decided when a row is entered. Each answers why the row cannot be saved, with the
/// values and the arithmetic (T-202), or nothing. Pure.
namespace attemptchecks {

inline constexpr int nameRefusedBelow = 750; ///< t2 of ID-03, in thousandths

/// EX-01: the exam date is after today.
std::optional<Error> examInFuture(const Record &attempt, DayNumber today);
/// CE-03: the code is not the code of the certificate in that year.
std::optional<Error> codeOfOther(const Record &attempt, const AttemptFacts &facts);
/// T-011: a certificate is chosen from the year's list, never free text.
std::optional<Error> unknownCertificate(const Record &attempt, const AttemptFacts &facts);
/// ID-03: the typed name is not like any known name of the student.
std::optional<Error> typedName(const Record &attempt, const Record &student);
/// OU-02: the outcome does not follow from score and pass mark.
std::optional<Error> outcomeAgainstScore(const Record &attempt);
/// OU-08: another row of the same source has this student, exam and day. `others` are rows of the same student.
std::optional<Error> duplicate(const Record &attempt, const QVector<Record> &others);
/// EV-06: what a change of key fields of a verified row would drop; nothing when no key field changes.
std::optional<Error> dropsVerification(const Record &before, const Record &after);

} // namespace attemptchecks

} // namespace certdesk
