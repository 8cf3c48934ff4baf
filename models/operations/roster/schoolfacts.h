// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/session.h"

namespace certdesk {

/// what a school says of itself: name, number, state ID, lowest and highest grade, roster source, the contact who decides
/// about overrides, enabled grades, and the schools that feed it ("09:200,300; 06:400": into grade 09 come the students of 200
/// and 300). One batch of kind "school". Needs Configure. Returns the batch; 0 when nothing changes.
Result<qint64> setSchoolFields(Session &session, const QString &schoolCode, const QVector<QPair<QString, QString>> &fields, const QString &reason, bool dryRun = false);

/// "09:200,300; 06:400" as it is stored, and back. Nothing for a text of another form.
std::optional<QString> feedersJson(const QString &text);
QString feedersText(const QString &json);

} // namespace certdesk
