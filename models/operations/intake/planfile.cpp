// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/intake/planfile.h"

#include "models/intake/importjson.h"
#include "models/reports/outputfile.h"
#include "models/reports/writefailure.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace certdesk {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("ImportRun", text);
}
} // namespace

Done writePlan(const QString &path, const ImportPlan &plan, const ImportDecision &decision)
{
    QJsonObject document = planToJson(plan);
    document.insert(QStringLiteral("mode"), commitModeName(decision.mode));
    document.insert(QStringLiteral("reason"), decision.reason);
    OutputFile file(path);
    const QByteArray bytes = QJsonDocument(document).toJson(QJsonDocument::Compact);
    if (!file.isOpen() || file.device().write(bytes) != bytes.size())
        return writeFailure();
    return file.finish();
}

Result<StoredPlan> readPlan(const QString &path, Progress *progress)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::NotFound, QStringLiteral("PLAN-FILE"), tr("The plan cannot be read."), tr("Check its name and rights."));
    const QJsonObject document = QJsonDocument::fromJson(file.readAll()).object();
    auto plan = planFromJson(document);
    if (!plan)
        return tl::unexpected(plan.error());
    if (const Done same = checkFileUnchanged(*plan); !same)
        return tl::unexpected(same.error());
    ReadOptions options;
    options.sheet = plan->dialect.sheet;
    options.headerRow = plan->dialect.headerRow;
    auto table = readTableFile(plan->file.path, options, progress);
    if (!table)
        return tl::unexpected(table.error());
    if (table->rowCount() != plan->rowCount())
        return failure(Error::Kind::Conflict, QStringLiteral("F14"), tr("The plan does not fit its file any more."), tr("Make the plan again."));
    const CommitMode mode = commitModeFromName(document.value(QStringLiteral("mode")).toString()).value_or(CommitMode::AllOrNothing);
    return StoredPlan{{std::move(*table), std::move(*plan)}, {mode, document.value(QStringLiteral("reason")).toString()}};
}

} // namespace certdesk
