// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/certificates/attemptcommands.h"
#include "models/store/session.h"

namespace certdesk {

/// Words of the command line, forms and pasted cells into fields of an attempt. People are named by number or login:
/// student_state_id, local_id or login for the student; teacher and proctor by staff ID, login, or "Last, First", where a
/// proctor who is nobody of the staff is kept by name. Refused: a field that only the program writes, an unknown person, a
/// text that is no value of its field.
Result<AttemptFields> attemptFieldsFromText(Session &session, const QVector<QPair<QString, QString>> &words);

/// Names that may stand before the '=', for help texts.
QStringList attemptFieldNames();

} // namespace certdesk
