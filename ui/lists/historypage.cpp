// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/historypage.h"

#include "models/store/storethread.h"
#include "models/store/undo.h"
#include "ui/common/grid/grid.h"

#include <QLocale>

namespace certdesk {

HistoryPage::HistoryPage(const Words &words, const PageContext &context, QWidget *parent)
    : ListPage(QStringLiteral("history"), QStringLiteral("batches"), words, context, parent)
{
    if (!context.store->person().may(Right::BatchOperations))
        return;
    QAction *undo = addAction("undoBatchAction", tr("Undo this batch"), QStringLiteral("undo"), {}, [this] { this->undo(); });
    undo->setEnabled(false);
    connect(grid(), &Grid::currentRowChanged, undo, [undo](qint64 id) { undo->setEnabled(id != 0); });
}

void HistoryPage::undo()
{
    const qint64 batch = grid()->currentId();
    if (batch == 0)
        return;
    const auto command = std::make_shared<UndoBatch>(batch, UndoOptions{});
    context().store->apply(command, this, [this, command, batch](const Result<Change> &done) {
        if (!done)
            return showError(done.error());
        const UndoPlan &plan = command->plan();
        const QString reverted = QLocale().toString(plan.reverted);
        showDone(plan.kept == 0 ? tr("Batch %1 undone, %2 records put back").arg(batch).arg(reverted)
                                : tr("Batch %1 undone in part: %2 records put back, %3 kept because they were changed since").arg(batch).arg(reverted, QLocale().toString(plan.kept)),
                 command->batchId());
    });
}

} // namespace certdesk
