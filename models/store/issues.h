// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/batch.h"

namespace certdesk {

/// Takes a kept row off the list of open issues without doing anything about it; who and why stand in the journal. Needs the
/// right of the kind of import it came from.
class DismissIssue : public Command
{
public:
    DismissIssue(qint64 issue, Right right, const QString &reason) : m_issue(issue), m_right(right), m_reason(reason) {}
    QString name() const override { return QStringLiteral("DismissIssue"); }
    Right right() const override { return m_right; }
    QString reason() const override { return m_reason; }
    void perform(Transaction &transaction) override;

private:
    qint64 m_issue;
    Right m_right;
    QString m_reason;
};

/// Who looks after kept rows, and whether they wait for somebody else. Only open and waiting ones change.
class ChangeIssues : public Command
{
public:
    ChangeIssues(const QVector<qint64> &issues, Right right) : m_issues(issues), m_right(right) {}
    void setWaiting(bool waiting) { m_waiting = waiting; }
    void assignTo(const QString &person) { m_person = person; }
    QString name() const override { return QStringLiteral("ChangeIssues"); }
    Right right() const override { return m_right; }
    void perform(Transaction &transaction) override;

private:
    QVector<qint64> m_issues;
    Right m_right;
    std::optional<bool> m_waiting;
    std::optional<QString> m_person; ///< empty text: nobody
};

} // namespace certdesk
