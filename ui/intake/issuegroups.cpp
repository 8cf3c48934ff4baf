// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/issuegroups.h"

#include "ui/common/announce.h"
#include "ui/common/flowlayout.h"
#include "ui/common/text.h"

#include <QLocale>
#include <QMap>
#include <QPushButton>

namespace certdesk {

namespace {

const char *actionName(NextAction action)
{
    switch (action) {
    case NextAction::Migrate:
        return "migrate";
    case NextAction::Restore:
        return "restore";
    case NextAction::Compare:
        return "compare";
    case NextAction::Choose:
        return "choose";
    case NextAction::Correct:
        break;
    }
    return "correct";
}

QString actionText(const IssueGroup &group)
{
    const QString rows = QLocale().toString(group.rows);
    switch (group.action) {
    case NextAction::Migrate:
        return group.rows == 1 ? IssueGroups::tr("Migrate 1") : IssueGroups::tr("Migrate all %1").arg(rows);
    case NextAction::Restore:
        return IssueGroups::tr("Restore %1").arg(rows);
    case NextAction::Compare:
        return IssueGroups::tr("Compare %1").arg(rows);
    case NextAction::Choose:
        return IssueGroups::tr("Choose the person of %1").arg(rows);
    case NextAction::Correct:
        break;
    }
    return IssueGroups::tr("Correct %1").arg(rows);
}

} // namespace

NextAction nextActionOf(const QString &code)
{
    static const QHash<QString, NextAction> actions{
        {QStringLiteral("K02"), NextAction::Migrate}, {QStringLiteral("K03"), NextAction::Restore}, {QStringLiteral("K04"), NextAction::Compare},
        {QStringLiteral("K05"), NextAction::Compare}, {QStringLiteral("K06"), NextAction::Compare}, {QStringLiteral("K14"), NextAction::Compare},
        {QStringLiteral("R05"), NextAction::Compare}, {QStringLiteral("K01"), NextAction::Choose},  {QStringLiteral("K12"), NextAction::Choose}};
    return actions.value(code, NextAction::Correct);
}

QVector<IssueGroup> groupedByAction(const QVector<KeptRow> &rows)
{
    QMap<NextAction, IssueGroup> groups;
    for (const KeptRow &row : rows) {
        for (const BatchIssue &issue : row.issues) {
            if (!row.openIssues().contains(issue.id))
                continue;
            IssueGroup &group = groups[nextActionOf(issue.code)];
            group.action = nextActionOf(issue.code);
            ++group.rows;
            if (!group.codes.contains(issue.code))
                group.codes.append(issue.code);
            break;
        }
    }
    return groups.values();
}

IssueGroups::IssueGroups(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("issueGroups"));
    setLayout(new FlowLayout);
}

void IssueGroups::setGroups(const QVector<IssueGroup> &groups)
{
    const auto old = findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    for (QWidget *widget : old) {
        layout()->removeWidget(widget);
        widget->hide();
        widget->setObjectName({});
        widget->deleteLater();
    }
    for (const IssueGroup &group : groups) {
        auto *button = new QPushButton(actionText(group), this);
        named(button, qPrintable(QStringLiteral("issues_%1").arg(QLatin1String(actionName(group.action)))),
              tr("%1: rows with %2").arg(button->text(), group.codes.join(QStringLiteral(", "))));
        button->setToolTip(group.codes.join(QStringLiteral(", ")));
        connect(button, &QPushButton::clicked, this, [this, group] { Q_EMIT wanted(group); });
        layout()->addWidget(button);
        button->show();
    }
    setVisible(!groups.isEmpty());
    updateGeometry();
}

} // namespace certdesk
