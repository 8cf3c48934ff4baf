// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/intake/keptrows.h"

#include <QWidget>

namespace certdesk {

/// What solves a kept row.
enum class NextAction { Migrate, Restore, Compare, Choose, Correct };

struct IssueGroup
{
    NextAction action = NextAction::Correct;
    QStringList codes;
    int rows = 0;
};
NextAction nextActionOf(const QString &code);
/// The open rows by what solves them, in the order of the actions; each row once, by its first open issue.
QVector<IssueGroup> groupedByAction(const QVector<KeptRow> &rows);

/// One button a next action: "Migrate all 31", "Restore 4", "Compare 2".
class IssueGroups : public QWidget
{
    Q_OBJECT

public:
    explicit IssueGroups(QWidget *parent = nullptr);
    void setGroups(const QVector<IssueGroup> &groups);

Q_SIGNALS:
    void wanted(const certdesk::IssueGroup &group);
};

} // namespace certdesk
