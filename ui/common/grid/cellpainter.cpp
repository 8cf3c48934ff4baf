// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/grid/cellpainter.h"

#include "ui/common/statuschip.h"

#include <QPixmapCache>

namespace certdesk {

namespace {

QFont italicOf(QFont font)
{
    font.setItalic(true);
    return font;
}

/// Advances of ASCII characters, worked out once a font: they decide whether a text fits without shaping it.
const std::array<int, 128> &advancesOf(const QFont &font)
{
    static QHash<QString, std::array<int, 128>> known;
    const auto found = known.constFind(font.key());
    if (found != known.cend())
        return *found;
    const QFontMetrics metrics(font);
    std::array<int, 128> advances{};
    for (std::size_t i = 32; i < advances.size(); ++i)
        advances[i] = metrics.horizontalAdvance(QChar(static_cast<char16_t>(i)));
    return *known.insert(font.key(), advances);
}

} // namespace

CellPainter::CellPainter(QPainter &painter, const QPalette &palette, const QFont &font, bool)
    : m_painter(painter), m_palette(palette), m_font(font), m_italic(italicOf(font)), m_metrics(font),
      m_baseline((m_metrics.ascent() - m_metrics.descent()) / 2), m_advance(advancesOf(font)), m_text(palette.color(QPalette::Text)),
      m_muted(theme::mutedText(palette)), m_problem(theme::toneColour(Tone::Problem, palette)), m_line(theme::border(palette)),
      m_accent(theme::accent(palette)), m_selected(theme::accentFill(palette)), m_hovered(theme::hoverFill(palette)),
      m_glow(theme::toneFill(Tone::Attention, palette))
{
    m_painter.setFont(m_font);
}

int CellPainter::widthOf(const QString &text) const
{
    int width = 0;
    for (const QChar character : text) {
        if (character.unicode() >= m_advance.size())
            return m_metrics.horizontalAdvance(text);
        width += m_advance[character.unicode()];
    }
    return width;
}

bool CellPainter::isElided(const QString &text, int width, const QFontMetrics &metrics)
{
    return metrics.horizontalAdvance(text) > width - 2 * padding;
}

void CellPainter::background(const QRect &rect, int state)
{
    if (state & Selected)
        m_painter.fillRect(rect, m_selected);
    else if (state & Glowing)
        m_painter.fillRect(rect, m_glow);
    else if (state & Hovered)
        m_painter.fillRect(rect, m_hovered);
}

void CellPainter::text(const QRect &rect, const QString &text, bool right, int state)
{
    if (text.isEmpty())
        return;
    const bool isQuiet = state & (Automatic | Pending);
    const QColor colour = state & Refused ? m_problem : isQuiet ? m_muted : m_text;
    if (colour != m_pen) {
        m_pen = colour;
        m_painter.setPen(colour);
    }
    const bool italic = state & Automatic;
    if (italic != m_isItalic) {
        m_isItalic = italic;
        m_painter.setFont(italic ? m_italic : m_font);
    }
    const int room = rect.width() - 2 * padding;
    int width = widthOf(text);
    QString shown = text;
    if (width > room) {
        shown = m_metrics.elidedText(text, Qt::ElideMiddle, room);
        width = m_metrics.horizontalAdvance(shown);
    }
    const int left = right ? rect.right() - padding - width : rect.left() + padding;
    m_painter.drawText(QPoint(left, rect.center().y() + m_baseline), shown);
}

/// Chips of one word look alike in every row: drawn once, then copied.
void CellPainter::chip(const QRect &rect, const CellLook &look)
{
    const qreal ratio = m_painter.device()->devicePixelRatioF();
    const QRect room = rect.adjusted(padding / 2, 2, -padding / 2, -3);
    if (room.width() <= 0 || room.height() <= 0)
        return;
    const QString key = QStringLiteral("gridchip/%1/%2/%3/%4x%5/%6/%7").arg(static_cast<int>(look.tone)).arg(look.word, look.icon)
                            .arg(room.width()).arg(room.height()).arg(ratio).arg(m_palette.cacheKey()) + m_font.key();
    QPixmap picture;
    if (!QPixmapCache::find(key, &picture)) {
        picture = QPixmap(room.size() * ratio);
        picture.setDevicePixelRatio(ratio);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        StatusChip::paint(&painter, QRect(QPoint(0, 0), room.size()), look.tone, look.word, look.icon, m_palette, m_font);
        painter.end();
        QPixmapCache::insert(key, picture);
    }
    m_painter.drawPixmap(room.topLeft(), picture);
}

void CellPainter::edges(const QRect &rect, int state)
{
    m_painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), m_line);
    if (state & Refused)
        m_painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height() - 1), m_problem);
    if (state & Current) {
        const int width = state & Focused ? 2 : 1;
        const QRect frame = rect.adjusted(0, 0, 0, -1);
        m_painter.fillRect(QRect(frame.left(), frame.top(), frame.width(), width), m_accent);
        m_painter.fillRect(QRect(frame.left(), frame.bottom() - width + 1, frame.width(), width), m_accent);
        m_painter.fillRect(QRect(frame.left(), frame.top(), width, frame.height()), m_accent);
        m_painter.fillRect(QRect(frame.right() - width + 1, frame.top(), width, frame.height()), m_accent);
    }
}

void CellPainter::placeholder(const QRect &rect)
{
    const int height = std::max(4, m_metrics.xHeight());
    const int width = std::min(rect.width() - 2 * padding, 6 * m_metrics.averageCharWidth());
    m_painter.fillRect(QRect(rect.left() + padding, rect.center().y() - height / 2, width, height), m_line);
}

} // namespace certdesk
