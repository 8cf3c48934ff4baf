// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QWidget>

class QPainter;

namespace certdesk {

/// Icon + word + colour, in that order of importance (W-022).
class StatusChip : public QWidget
{
    Q_OBJECT

public:
    explicit StatusChip(QWidget *parent = nullptr);
    StatusChip(Tone tone, const QString &word, QWidget *parent = nullptr);

    void setStatus(Tone tone, const QString &word, const QString &icon = {});
    Tone tone() const { return m_tone; }
    QString word() const { return m_word; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

    /// The same picture for delegates; draws left aligned within `rect`, elided when it is too narrow.
    static void paint(QPainter *painter, const QRect &rect, Tone tone, const QString &word, const QString &icon,
                      const QPalette &palette, const QFont &font);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone = Tone::Neutral;
    QString m_word;
    QString m_icon;
};

} // namespace certdesk
