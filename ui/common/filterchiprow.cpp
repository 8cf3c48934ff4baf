// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/filterchiprow.h"

#include "ui/common/announce.h"
#include "ui/common/flowlayout.h"
#include "ui/common/icons.h"
#include "ui/common/style.h"
#include "ui/common/stylepaint.h"

#include <QPainter>
#include <QPushButton>

namespace certdesk {

namespace {

/// One button: text and cross, as round as it is high.
class ChipButton : public QPushButton
{
public:
    ChipButton(const FilterChipRow::Chip &chip, QWidget *parent) : QPushButton(chip.text, parent), m_removable(chip.removable)
    {
        setAttribute(Qt::WA_Hover);
    }

    QSize sizeHint() const override
    {
        const int cross = m_removable ? theme::scaled(16, font()) + 4 : 0;
        return QSize(fontMetrics().horizontalAdvance(text()) + 24 + cross, fontMetrics().height() + 10);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const QColor fill = underMouse() ? theme::hoverFill(palette()) : theme::accentFill(palette());
        const QColor line = hasFocus() ? theme::accent(palette()) : QColor();
        stylepaint::box(&painter, rect(), fill, line, 2, height() / 2.0);
        painter.setPen(palette().color(QPalette::Text));
        QRect area = rect().adjusted(12, 0, -12, 0);
        if (m_removable) {
            const int size = theme::scaled(16, font());
            painter.drawPixmap(area.right() - size + 5, (height() - size) / 2,
                               icons::pixmap(QStringLiteral("close"), size, palette().color(QPalette::Text), devicePixelRatioF()));
            area.setRight(area.right() - size);
        }
        painter.drawText(area, Qt::AlignVCenter | Qt::AlignLeft, fontMetrics().elidedText(text(), Qt::ElideMiddle, area.width() + 2));
    }

private:
    bool m_removable;
};

} // namespace

FilterChipRow::FilterChipRow(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("filterChipRow"));
    setAccessibleName(tr("Filters"));
    setLayout(new FlowLayout);
    hide();
}

QWidget *FilterChipRow::makeChip(const Chip &chip)
{
    auto *button = new ChipButton(chip, this);
    button->setObjectName(QStringLiteral("filterChip_") + chip.key);
    button->setAccessibleName(chip.removable ? tr("Remove the filter %1").arg(chip.text) : chip.text);
    button->setToolTip(chip.removable ? tr("Remove this filter") : QString());
    connect(button, &QPushButton::clicked, this, [this, chip] {
        if (chip.removable)
            Q_EMIT removed(chip.key);
        else
            Q_EMIT clicked(chip.key);
    });
    return button;
}

void FilterChipRow::setChips(const QVector<Chip> &chips)
{
    if (chips == m_chips)
        return;
    m_chips = chips;
    for (QWidget *old : std::as_const(m_shown)) {
        layout()->removeWidget(old);
        old->hide();
        old->deleteLater();
    }
    m_shown.clear();
    int removable = 0;
    for (const Chip &chip : chips) {
        m_shown.append(makeChip(chip));
        removable += chip.removable ? 1 : 0;
    }
    if (removable > 1) {
        auto *clear = new QPushButton(tr("Clear all"), this);
        named(clear, "clearFiltersButton", tr("Remove all filters"));
        makeLink(clear);
        connect(clear, &QPushButton::clicked, this, &FilterChipRow::cleared);
        m_shown.append(clear);
    }
    for (QWidget *widget : std::as_const(m_shown)) {
        layout()->addWidget(widget);
        widget->show();
    }
    setVisible(!chips.isEmpty());
    updateGeometry();
}

} // namespace certdesk
