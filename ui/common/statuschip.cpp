// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/statuschip.h"

#include "ui/common/icons.h"
#include "ui/common/stylepaint.h"

#include <QPainter>

namespace certdesk {

StatusChip::StatusChip(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

StatusChip::StatusChip(Tone tone, const QString &word, QWidget *parent) : StatusChip(parent)
{
    setStatus(tone, word);
}

void StatusChip::setStatus(Tone tone, const QString &word, const QString &icon)
{
    m_tone = tone;
    m_word = word;
    m_icon = icon.isEmpty() ? theme::toneIcon(tone) : icon;
    setAccessibleName(word);
    updateGeometry();
    update();
}

QSize StatusChip::sizeHint() const
{
    const int icon = theme::scaled(16, font());
    return QSize(icon + fontMetrics().horizontalAdvance(m_word) + 24, qMax(icon, fontMetrics().height()) + 8);
}

void StatusChip::paint(QPainter *painter, const QRect &rect, Tone tone, const QString &word, const QString &icon,
                       const QPalette &palette, const QFont &font)
{
    const QFontMetrics metrics(font);
    const int iconSize = theme::scaled(16, font);
    const int width = qMin(rect.width(), iconSize + metrics.horizontalAdvance(word) + 24);
    const int height = qMin(rect.height(), qMax(iconSize, metrics.height()) + 8);
    const QRect chip(rect.left(), rect.center().y() - height / 2 + 1, width, height);
    stylepaint::box(painter, chip, theme::toneFill(tone, palette), {}, 0, height / 2.0);
    const QColor colour = theme::toneColour(tone, palette);
    const QString drawing = icon.isEmpty() ? theme::toneIcon(tone) : icon;
    painter->drawPixmap(chip.left() + 8, chip.center().y() - iconSize / 2 + 1,
                        icons::pixmap(drawing, iconSize, colour, painter->device()->devicePixelRatio()));
    painter->setFont(font);
    painter->setPen(colour);
    const QRect text = chip.adjusted(iconSize + 12, 0, -10, 0);
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft, metrics.elidedText(word, Qt::ElideRight, text.width() + 2));
}

void StatusChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(&painter, rect(), m_tone, m_word, m_icon, palette(), font());
}

} // namespace certdesk
