// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/flowlayout.h"

namespace certdesk {

namespace {

constexpr int fewestColumns = 3; ///< as far as they fit

} // namespace

FlowLayout::FlowLayout(QWidget *parent, int gap, int columnWidth) : QLayout(parent), m_gap(gap), m_columnWidth(columnWidth)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect &rect, bool place) const
{
    if (m_columnWidth > 0)
        return arrangeColumns(rect, place);
    const QMargins margins = contentsMargins();
    const QRect area = rect.marginsRemoved(margins);
    int y = area.y();
    int index = 0;
    const int count = static_cast<int>(m_items.size());
    while (index < count) {
        // One line: as many as fit, then each centred on the height of the highest.
        QVector<std::pair<QLayoutItem *, QRect>> line;
        int x = area.x();
        int height = 0;
        for (; index < count; ++index) {
            if (m_items[index]->isEmpty())
                continue;
            QSize size = m_items[index]->sizeHint();
            size.setWidth(qMin(size.width(), area.width()));
            if (!line.isEmpty() && x + size.width() > area.x() + area.width())
                break;
            line.append({m_items[index], QRect(QPoint(x, y), size)});
            x += size.width() + m_gap;
            height = qMax(height, size.height());
        }
        for (auto &[item, spot] : line)
            if (place)
                item->setGeometry(spot.translated(0, (height - spot.height()) / 2));
        y += height + (index < count ? m_gap : 0);
    }
    return y - rect.y() + margins.bottom();
}

int FlowLayout::arrangeColumns(const QRect &rect, bool place) const
{
    const QMargins margins = contentsMargins();
    const QRect area = rect.marginsRemoved(margins);
    QList<QLayoutItem *> shown;
    for (QLayoutItem *item : m_items)
        if (!item->isEmpty())
            shown.append(item);
    const int fitting = qMax(1, (area.width() + m_gap) / (m_columnWidth + m_gap));
    // A single card is not stretched over the whole page.
    const int columns = qMin(fitting, qMax(fewestColumns, static_cast<int>(shown.size())));
    const int width = (area.width() - (columns - 1) * m_gap) / columns;
    int y = area.y();
    for (int first = 0; first < shown.size(); first += columns) {
        const int last = qMin(first + columns, static_cast<int>(shown.size()));
        int height = 0;
        for (int i = first; i < last; ++i)
            height = qMax(height, shown[i]->hasHeightForWidth() ? shown[i]->heightForWidth(width) : shown[i]->sizeHint().height());
        for (int i = first; place && i < last; ++i)
            shown[i]->setGeometry(QRect(area.x() + (i - first) * (width + m_gap), y, width, height));
        y += height + (last < shown.size() ? m_gap : 0);
    }
    return y - rect.y() + margins.bottom();
}

} // namespace certdesk
