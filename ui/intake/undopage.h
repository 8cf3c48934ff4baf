// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/undo.h"
#include "ui/common/page.h"

class QPushButton;
class QTableWidget;

namespace certdesk {

class Card;
class TextLabel;

/// Before a batch is taken back: how much is put back, and what was changed since, each with before, written and now and the choice
/// to keep or to revert. The undo is a batch itself.
class UndoPage : public Page
{
    Q_OBJECT

public:
    explicit UndoPage(const PageContext &context, QWidget *parent = nullptr);

    QString title() const override { return m_batch == 0 ? tr("Undo") : tr("Undo batch %1").arg(m_batch); }
    QString sentence() const override { return tr("Nothing is written before you say so"); }
    bool showsSchoolYear() const override { return false; }
    PageAddress address() const override;
    /// Parameter "batch".
    void open(const PageAddress &address) override;
    QString helpTopic() const override { return QStringLiteral("undo"); }
    /// What is undone as it stands.
    UndoOptions options() const;

private:
    void read();
    void showPlan();
    void showConflicts();
    void chooseAll(bool revert);
    void undo();

    PageContext m_context;
    qint64 m_batch = 0;
    UndoPlan m_plan;
    QVector<bool> m_reverts; ///< by conflict
    TextLabel *m_head;
    TextLabel *m_more;
    Card *m_conflictCard;
    QTableWidget *m_conflicts;
    QPushButton *m_undo;
};

} // namespace certdesk
