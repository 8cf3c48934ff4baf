// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

class QApplication;
class QWidget;

namespace certdesk {

/// What a status means (W-022); the only five colours beside the accent.
enum class Tone { Good, Attention, Problem, Waiting, Neutral };

/// Distances on the 4 px grid (W-060).
namespace spacing {
inline constexpr int grid = 4;
inline constexpr int related = 8;
inline constexpr int group = 16;
inline constexpr int margin = 24;
inline constexpr int radius = 6;
inline constexpr int rowLabel = 4;
} // namespace spacing

/// The look of the program: palettes, semantic colours, type scale. Colours are always derived from a palette, so a
/// widget asks with its own and is right in light and dark. GUI thread only.
namespace theme {

enum class Choice { System, Light, Dark };

QPalette lightPalette();
QPalette darkPalette();
bool isDark(const QPalette &palette);

/// Text, icon and line colour of a tone; at least 4.5:1 against window, base and the tone's own fill.
QColor toneColour(Tone tone, const QPalette &palette);
/// Quiet background of chips and banners.
QColor toneFill(Tone tone, const QPalette &palette);
/// The icon that says the tone without colour.
QString toneIcon(Tone tone);
/// Help texts and second lines; at least 4.5:1.
QColor mutedText(const QPalette &palette);
/// Hairlines of cards, inputs and grids.
QColor border(const QPalette &palette);
/// Border of inputs and check boxes: at least 3:1, so that a control is seen as one.
QColor controlBorder(const QPalette &palette);
QColor accent(const QPalette &palette);
/// Fill of the hovered or chosen line of the rail and of lists.
QColor hoverFill(const QPalette &palette);
QColor accentFill(const QPalette &palette);

/// Contrast of two opaque colours as WCAG 2.1 computes it: 1 … 21.
double contrast(const QColor &one, const QColor &other);

/// 13/10 and 18/10 of the body, so that all grows with the system's font.
QFont sectionFont(const QFont &body);
QFont titleFont(const QFont &body);

/// `size` in pixels at a body of 10 pt, grown with the font of the widget: for icons and touch targets.
int scaled(int size, const QFont &body);

} // namespace theme

/// Puts style, palette and font on the application and keeps them right when the system turns light or dark.
class ThemeKeeper : public QObject
{
    Q_OBJECT

public:
    explicit ThemeKeeper(QApplication &application);
    theme::Choice choice() const { return m_choice; }
    void choose(theme::Choice choice);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void apply();

    QApplication &m_application;
    theme::Choice m_choice = theme::Choice::System;
    bool m_applying = false;
};

} // namespace certdesk
