// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certification/statusdelegate.h"

#include "ui/certification/tones.h"
#include "ui/common/statuschip.h"

#include <QApplication>
#include <QPainter>

namespace certdesk {

void StatusDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString code = index.data(m_role).toString();
    if (code.isEmpty())
        return QStyledItemDelegate::paint(painter, option, index);
    QStyleOptionViewItem plain = option;
    initStyleOption(&plain, index);
    plain.text.clear();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &plain, painter, option.widget);
    const Tone tone = toneOfStatus(code);
    StatusChip::paint(painter, option.rect.adjusted(spacing::grid, 0, -spacing::grid, 0), tone, index.data().toString(), theme::toneIcon(tone), option.palette, option.font);
}

void StatusDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() == m_linkColumn && index.flags().testFlag(Qt::ItemIsEnabled))
        option->palette.setColor(QPalette::Text, theme::accent(option->palette));
}

QSize StatusDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    // Room for the chip's icon and its rounded ends.
    return QStyledItemDelegate::sizeHint(option, index) + QSize(index.data(m_role).toString().isEmpty() ? spacing::related : 48, 0);
}

} // namespace certdesk
