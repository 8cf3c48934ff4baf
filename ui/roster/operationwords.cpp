// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roster/operationwords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMap>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("certdesk::OperationPage", text);
}

} // namespace

QString happening(RowStatus status)
{
    switch (status) {
    case RowStatus::Promote:
        return tr("moves up");
    case RowStatus::Retain:
        return tr("stays in the grade");
    case RowStatus::Rollback:
        return tr("goes back");
    case RowStatus::Archive:
        return tr("is archived");
    case RowStatus::Restore:
        return tr("comes back");
    case RowStatus::Migrate:
        return tr("changes school");
    case RowStatus::Create:
        return tr("is made");
    case RowStatus::Update:
        return tr("is changed");
    case RowStatus::Unchanged:
        return tr("stays as it is");
    case RowStatus::Skipped:
        return tr("left out");
    case RowStatus::Duplicate:
        return tr("named twice");
    case RowStatus::Conflict:
        return tr("needs a decision");
    case RowStatus::Error:
        return tr("cannot be done");
    }
    return {};
}

QString operationTotals(const QVector<PreviewRow> &rows)
{
    QMap<RowStatus, int> counts;
    for (const PreviewRow &row : rows)
        ++counts[row.status];
    QStringList parts;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        parts.append(tr("%1: %2").arg(happening(it.key()), QLocale().toString(it.value())));
    return tr("%1 rows: %2").arg(QLocale().toString(rows.size()), parts.join(QStringLiteral(", ")));
}

QString askInWords(const QString &word)
{
    static const QMap<QString, const char *> questions{
        {QStringLiteral("K07"), QT_TRANSLATE_NOOP("certdesk::OperationPage", "Override the one-step rule for these students (K07; needs the right and a reason)")},
        {QStringLiteral("K10"), QT_TRANSLATE_NOOP("certdesk::OperationPage", "Students above the highest grade: archive as graduates, or move to the follow-on school (K10)")},
        {QStringLiteral("retain"), QT_TRANSLATE_NOOP("certdesk::OperationPage", "Retain the students marked so")},
        {QStringLiteral("archive"), QT_TRANSLATE_NOOP("certdesk::OperationPage", "Archive the students marked so")},
        {QStringLiteral("restore"), QT_TRANSLATE_NOOP("certdesk::OperationPage", "Bring the archived students back")},
        {QStringLiteral("migrate"), QT_TRANSLATE_NOOP("certdesk::OperationPage", "Move the students from their other school")},
        {QStringLiteral("rollback"), QT_TRANSLATE_NOOP("certdesk::OperationPage", "Put the students one grade back")},
    };
    return questions.contains(word) ? tr(questions.value(word)) : tr("Accept %1").arg(word);
}

} // namespace certdesk
