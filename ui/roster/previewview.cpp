// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roster/previewview.h"

#include "models/tables/roster/previewtable.h"
#include "ui/common/announce.h"
#include "ui/common/statuschip.h"

#include <QApplication>
#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

namespace certdesk {

namespace {

constexpr int lineHeight = 32;

Tone toneOf(RowStatus status, bool holdsBack)
{
    if (holdsBack)
        return Tone::Problem;
    switch (status) {
    case RowStatus::Error:
    case RowStatus::Conflict:
        return Tone::Problem;
    case RowStatus::Skipped:
    case RowStatus::Unchanged:
    case RowStatus::Duplicate:
        return Tone::Neutral;
    case RowStatus::Archive:
    case RowStatus::Rollback:
        return Tone::Attention;
    case RowStatus::Retain:
        return Tone::Waiting;
    default:
        return Tone::Good;
    }
}

class StatusPainter : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QVariant status = index.data(PreviewTable::StatusRole);
        if (!status.isValid())
            return QStyledItemDelegate::paint(painter, option, index);
        QStyleOptionViewItem plain = option;
        initStyleOption(&plain, index);
        plain.text.clear();
        const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
        style->drawControl(QStyle::CE_ItemViewItem, &plain, painter, option.widget);
        const Tone tone = toneOf(static_cast<RowStatus>(status.toInt()), index.data(PreviewTable::HoldsBackRole).toBool());
        StatusChip::paint(painter, option.rect.adjusted(spacing::grid, 0, -spacing::grid, 0), tone, index.data().toString(), theme::toneIcon(tone), option.palette,
                          option.font);
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        // Room for the chip's icon and its rounded ends.
        const bool isStatus = index.data(PreviewTable::StatusRole).isValid();
        return QStyledItemDelegate::sizeHint(option, index) + QSize(isStatus ? 48 : spacing::related, 0);
    }
};

} // namespace

PreviewView::PreviewView(PreviewTable *table, QWidget *parent) : QTableView(parent)
{
    named(this, "operationRows", tr("What would happen, a line each"));
    setModel(table);
    setItemDelegate(new StatusPainter(this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setWordWrap(false);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setStretchLastSection(true);
    // Widths are taken from the first rows once: measuring thousands would hold the window up.
    horizontalHeader()->setResizeContentsPrecision(50);
    connect(table, &QAbstractItemModel::modelReset, this, [this] { resizeColumnsToContents(); });
    connect(table, &QAbstractItemModel::dataChanged, this, [this, table](const QModelIndex &first, const QModelIndex &last) {
        if (first != last)
            resizeColumnToContents(table->statusColumn());
    });
    fitRows();
}

void PreviewView::fitRows()
{
    verticalHeader()->setDefaultSectionSize(theme::scaled(lineHeight, font()));
}

void PreviewView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitRows();
}

} // namespace certdesk
