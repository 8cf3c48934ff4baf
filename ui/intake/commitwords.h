// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace certdesk {

class IntakeDesk;

/// What is about to happen, in words: operation, school, year, counts. The first is the sentence above all.
QStringList commitSentences(const IntakeDesk &desk);
/// "Apply 412 rows, keep 31 as issues": the verb of the button.
QString commitVerb(const IntakeDesk &desk);
/// What became of it, and that it adds up.
QStringList outcomeSentences(const IntakeDesk &desk);

} // namespace certdesk
