// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace certdesk {

/// What a person reads for a field of an import: "student_state_id" is "State ID". Also the headings of templates, so each is
/// a name under which the field is found again.
QString fieldTitle(const QString &field);
/// The same in English whatever the language: for the headings of files.
QString fieldHeading(const QString &field);

} // namespace certdesk
