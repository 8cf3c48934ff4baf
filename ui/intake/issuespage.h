// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/intake/keptrows.h"
#include "ui/lists/listpage.h"

namespace certdesk {

class IssueGroups;
struct IssueGroup;

/// The error list that works: rows that could not be applied, by what solves them; corrected here or in a file.
class IssuesPage : public ListPage
{
    Q_OBJECT

public:
    IssuesPage(const Words &words, const PageContext &context, QWidget *parent = nullptr);
    /// Parameter "batch" limits the list to the rows of one batch.
    void open(const PageAddress &address) override;
    PageAddress address() const override;
    void refresh() override;

protected:
    void readDetails(qint64 id) override;

private:
    void readGroups();
    void act(const IssueGroup &group);
    void showOnly(const QStringList &codes);
    /// Tries them without writing, asks, writes.
    void retry(const QStringList &codes, const QSet<QString> &accepted, const QString &verb);
    void commitRetry(const QStringList &codes, const QSet<QString> &accepted, const QString &title);
    void retryRow(const KeptRow &row, const QJsonObject &cells);
    void writeFix();
    void readFix();
    QWidget *editorOf(const KeptRow &row, const QString &assignedTo);

    IssueGroups *m_groups;
    qint64 m_batch = 0;
};

} // namespace certdesk
