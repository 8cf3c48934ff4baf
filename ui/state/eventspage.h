// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lists/listpage.h"

namespace certdesk {

class Command;

/// **Certification Events** of the state: the list with New, Edit, View and the rarer verbs (C-120 to C-125).
class EventsPage : public ListPage
{
    Q_OBJECT

public:
    explicit EventsPage(const PageContext &context, QWidget *parent = nullptr);
    QList<QAction *> pageActions() const override { return m_actions; }
    QString helpTopic() const override { return QStringLiteral("events"); }

private:
    QAction *action(const char *name, const QString &text, const QString &icon, const QKeySequence &keys = {});
    void edit(qint64 event);
    void withCurrent(const std::function<void(qint64)> &act);
    void apply(const std::shared_ptr<Command> &command, const QString &done);
    void close(qint64 event);

    QList<QAction *> m_actions;
};

} // namespace certdesk
