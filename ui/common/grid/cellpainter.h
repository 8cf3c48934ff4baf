// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/grid/celllook.h"

#include <QFontMetrics>
#include <QHash>
#include <QPainter>
#include <QPalette>
#include <array>

namespace certdesk {

/// Draws cells with fills and drawText only (P-5). Made once a repaint; everything that does not depend on the cell is
/// worked out here.
class CellPainter
{
public:
    enum State { Normal = 0, Selected = 1, Current = 2, Hovered = 4, Glowing = 8, Pending = 16, Refused = 32, Automatic = 64, Focused = 128 };

    CellPainter(QPainter &painter, const QPalette &palette, const QFont &font, bool codesTabular = true);

    void background(const QRect &rect, int state);
    void text(const QRect &rect, const QString &text, bool right, int state);
    void chip(const QRect &rect, const CellLook &look);
    /// Hairlines and the frame of the current cell.
    void edges(const QRect &rect, int state);
    /// A row that is on its way.
    void placeholder(const QRect &rect);

    /// Room left and right of a text.
    static constexpr int padding = 8;
    /// Whether a text has to be elided in a cell of this width; then a tooltip tells it in full.
    static bool isElided(const QString &text, int width, const QFontMetrics &metrics);

private:
    int widthOf(const QString &text) const;

    QPainter &m_painter;
    const QPalette &m_palette;
    QFont m_font;
    QFont m_italic;
    QFontMetrics m_metrics;
    int m_baseline;
    std::array<int, 128> m_advance{};
    QColor m_text;
    QColor m_muted;
    QColor m_problem;
    QColor m_line;
    QColor m_accent;
    QColor m_selected;
    QColor m_hovered;
    QColor m_glow;
    QColor m_pen;
    bool m_isItalic = false;
};

} // namespace certdesk
