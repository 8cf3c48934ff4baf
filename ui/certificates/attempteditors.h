// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/certificates/attemptcommands.h"
#include "ui/common/grid/choiceedit.h"
#include "ui/common/grid/grid.h"

#include <QSet>

namespace certdesk {

/// What makes a grid of attempts editable: drop-downs, the command of each cell, and the edits of this session to undo and
/// redo (T-094). A verified row asks before it is changed (T-054).
class AttemptEditors : public QObject
{
    Q_OBJECT

public:
    AttemptEditors(Grid *grid, QObject *parent);

    bool canUndo() const { return !m_done.isEmpty(); }
    bool canRedo() const { return !m_undone.isEmpty(); }
    void undo();
    void redo();
    /// A row entered in this session: its undo makes it void.
    void addEntered(const Record &row);

Q_SIGNALS:
    void stackChanged();
    void edited(qint64 id);
    void failed(const certdesk::Error &error);

private:
    struct Step
    {
        Record before; ///< id 0: the row was entered by this step
        Record after;
    };
    void installEditors();
    std::shared_ptr<Command> commandFor(const RecordTable::CellEdit &edit);
    QWidget *choiceEditor(QWidget *parent, const QModelIndex &index, std::function<QVector<Choice>(Session &, const Record &)> lines);
    void take(qint64 id);
    void confirm(const RecordTable::CellEdit &edit, const Error &error);
    void walk(QVector<Step> &from, QVector<Step> &to, bool back);

    Grid *m_grid;
    RecordTable *m_table;
    QHash<qint64, std::shared_ptr<EditAttempt>> m_running;
    QSet<qint64> m_confirmed;
    QVector<Step> m_done;
    QVector<Step> m_undone;
};

} // namespace certdesk
