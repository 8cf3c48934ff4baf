// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline/call.h"
#include "models/operations/certification/certificationdesk.h"

#include <QJsonArray>

namespace certdesk::cli {

/// {"event","school","eventStatus","userStatus","dueDate","steps":{…},"blockers":[…]} of the contract, with more beside it.
QJsonObject certificationJson(const CertificationDetails &details);
QJsonArray blockersJson(const QVector<Blocker> &blockers);
void printCertification(Call &call, const CertificationDetails &details);

QString isoMoment(qint64 milliseconds); ///< UTC; empty for 0
QJsonValue dayJson(DayNumber day);
/// The object of a JSON file; an unreadable or broken one is an error.
Result<QJsonObject> jsonFile(const QString &path);

/// Applies a command; then tells `told`, and prints `document` with --json.
Result<int> applyAndTell(Call &call, Command &command, const std::function<QString()> &told, const std::function<QJsonObject()> &document);

} // namespace certdesk::cli
