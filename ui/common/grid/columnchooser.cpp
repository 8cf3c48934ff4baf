// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/grid/columnchooser.h"

#include "ui/common/announce.h"
#include "ui/common/grid/gridheader.h"
#include "ui/common/grid/gridview.h"
#include "ui/common/text.h"

#include <QComboBox>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace certdesk {

ColumnChooser::ColumnChooser(GridView *view, QWidget *parent)
    : QFrame(parent, Qt::Popup), m_view(view), m_list(new QListWidget(this)), m_density(new QComboBox(this))
{
    setObjectName(QStringLiteral("columnChooser"));
    setFrameShape(QFrame::StyledPanel);
    named(m_list, "columnList", tr("Columns shown"));
    named(m_density, "densityInput", tr("Row height"));
    m_density->addItems({tr("Compact rows"), tr("Normal rows"), tr("Comfortable rows")});
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    auto *reset = new QPushButton(tr("Reset columns"), this);
    named(reset, "resetColumnsButton", reset->text());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::group, spacing::group, spacing::group, spacing::group);
    layout->setSpacing(spacing::related);
    layout->addWidget(sectionLabel(tr("Columns"), this));
    layout->addWidget(m_list, 1);
    layout->addWidget(m_density);
    layout->addWidget(reset);
    connect(m_list, &QListWidget::itemChanged, this, [this](const QListWidgetItem *item) {
        m_view->gridHeader()->setSectionHidden(item->data(Qt::UserRole).toInt(), item->checkState() != Qt::Checked);
        Q_EMIT columnsChanged();
    });
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, [this] {
        for (int i = 0; i < m_list->count(); ++i)
            m_view->gridHeader()->moveSection(m_view->gridHeader()->visualIndex(m_list->item(i)->data(Qt::UserRole).toInt()), i);
        Q_EMIT columnsChanged();
    });
    connect(m_density, &QComboBox::activated, this, [this](int index) {
        m_view->setDensity(static_cast<GridView::Density>(index));
        Q_EMIT columnsChanged();
    });
    connect(reset, &QPushButton::clicked, this, [this] {
        Q_EMIT resetWanted();
        fill();
    });
}

void ColumnChooser::fill()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    const GridHeader *header = m_view->gridHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        auto *item = new QListWidgetItem(header->model()->headerData(column, Qt::Horizontal).toString(), m_list);
        item->setData(Qt::UserRole, column);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemIsDragEnabled);
        item->setCheckState(header->isSectionHidden(column) ? Qt::Unchecked : Qt::Checked);
    }
    m_density->setCurrentIndex(static_cast<int>(m_view->density()));
}

void ColumnChooser::openBelow(QWidget *button)
{
    fill();
    adjustSize();
    const QRect screen = button->screen()->availableGeometry();
    const int width = std::max(280, sizeHint().width());
    const int height = std::min(560, screen.height() * 2 / 3);
    const QPoint corner = button->mapToGlobal(QPoint(button->width() - width, button->height() + 4));
    setGeometry(std::max(screen.left(), corner.x()), std::min(corner.y(), screen.bottom() - height), width, height);
    show();
    m_list->setFocus(Qt::PopupFocusReason);
    m_list->setCurrentRow(0);
}

} // namespace certdesk
