// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/certificates/attemptlookup.h"
#include "ui/common/grid/choiceedit.h"

namespace certdesk::choicelists {

/// The drop-downs of attempts as lines. To be called on the database thread.
QVector<Choice> courses(Session &session, qint64 schoolYear);
/// Of the program in that year; `other` is for a person who may take any (T-026).
QVector<Choice> certificates(Session &session, qint64 schoolYear, const QString &program, bool other);
QVector<Choice> components(Session &session, qint64 schoolYear, const QString &certificateCode);
QVector<Choice> staff(Session &session, const char *idField, const char *nameField);
QVector<Choice> students(Session &session, const QString &text);
QVector<Choice> outcomes();

} // namespace certdesk::choicelists
