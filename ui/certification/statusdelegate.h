// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace certdesk {

/// Draws cells that carry a status code as icon, word and colour (W-022); all others as usual.
class StatusDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// `linkColumn`: its cells look like the links they are; -1 for none.
    StatusDelegate(int statusRole, int linkColumn, QObject *parent) : QStyledItemDelegate(parent), m_role(statusRole), m_linkColumn(linkColumn) {}
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    int m_role;
    int m_linkColumn;
};

} // namespace certdesk
