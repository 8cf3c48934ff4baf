// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme.h"

#include "ui/common/style.h"

#include <QApplication>
#include <QEvent>
#include <cmath>

namespace certdesk {

namespace theme {

namespace {

struct Colours
{
    QRgb window, base, alternate, text, muted, border, control, accent, accentText, hover, chosen, button, tip, tipText;
};

constexpr Colours light{0xfff4f6f8, 0xffffffff, 0xfff8fafb, 0xff1b2128, 0xff566170, 0xffd9dee5, 0xff7b8593, 0xff1f5fbf,
                        0xffffffff, 0xffe9edf2, 0xffe1ebfa, 0xffffffff, 0xff1b2128, 0xffffffff};
constexpr Colours dark{0xff16191e, 0xff1e2228, 0xff22272e, 0xffe7eaee, 0xffa2adba, 0xff343b45, 0xff768292, 0xff7fb2f5,
                       0xff0e1a2b, 0xff282e36, 0xff22344e, 0xff282e36, 0xffe7eaee, 0xff16191e};

const Colours &coloursOf(const QPalette &palette)
{
    return isDark(palette) ? dark : light;
}

QPalette paletteOf(const Colours &c)
{
    QPalette p;
    const auto set = [&p](QPalette::ColorRole role, QRgb rgb) { p.setColor(role, QColor(rgb)); };
    set(QPalette::Window, c.window);
    set(QPalette::WindowText, c.text);
    set(QPalette::Base, c.base);
    set(QPalette::AlternateBase, c.alternate);
    set(QPalette::Text, c.text);
    set(QPalette::PlaceholderText, c.muted);
    set(QPalette::Button, c.button);
    set(QPalette::ButtonText, c.text);
    set(QPalette::BrightText, c.accentText);
    set(QPalette::Highlight, c.accent);
    set(QPalette::HighlightedText, c.accentText);
    set(QPalette::Link, c.accent);
    set(QPalette::LinkVisited, c.accent);
    set(QPalette::ToolTipBase, c.tip);
    set(QPalette::ToolTipText, c.tipText);
    set(QPalette::Light, c.base);
    set(QPalette::Midlight, c.hover);
    set(QPalette::Mid, c.border);
    set(QPalette::Dark, c.control);
    set(QPalette::Shadow, c.control);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        p.setColor(QPalette::Disabled, role, QColor(c.control));
    p.setColor(QPalette::Disabled, QPalette::Highlight, QColor(c.hover));
    p.setColor(QPalette::Disabled, QPalette::Base, QColor(c.alternate));
    return p;
}

double luminance(const QColor &colour)
{
    const auto linear = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

QFont grown(const QFont &body, double factor, QFont::Weight weight)
{
    QFont font = body;
    if (body.pointSizeF() > 0)
        font.setPointSizeF(body.pointSizeF() * factor);
    else
        font.setPixelSize(qRound(body.pixelSize() * factor));
    font.setWeight(weight);
    return font;
}

} // namespace

QPalette lightPalette()
{
    return paletteOf(light);
}

QPalette darkPalette()
{
    return paletteOf(dark);
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128;
}

QColor toneColour(Tone tone, const QPalette &palette)
{
    const bool onDark = isDark(palette);
    switch (tone) {
    case Tone::Good:
        return onDark ? QColor(0xff6fcf97) : QColor(0xff17703a);
    case Tone::Attention:
        return onDark ? QColor(0xfff0b95a) : QColor(0xff8a5300);
    case Tone::Problem:
        return onDark ? QColor(0xffff9b8f) : QColor(0xffb3261e);
    case Tone::Waiting:
        return onDark ? QColor(0xffb9a7ff) : QColor(0xff5b45b5);
    case Tone::Neutral:
        break;
    }
    return mutedText(palette);
}

QColor toneFill(Tone tone, const QPalette &palette)
{
    const bool onDark = isDark(palette);
    switch (tone) {
    case Tone::Good:
        return onDark ? QColor(0xff1c3327) : QColor(0xffe6f4ea);
    case Tone::Attention:
        return onDark ? QColor(0xff3a2e17) : QColor(0xfffdf1dc);
    case Tone::Problem:
        return onDark ? QColor(0xff402522) : QColor(0xfffce9e7);
    case Tone::Waiting:
        return onDark ? QColor(0xff2c2847) : QColor(0xffeeeafb);
    case Tone::Neutral:
        break;
    }
    return hoverFill(palette);
}

QString toneIcon(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return QStringLiteral("done");
    case Tone::Attention:
        return QStringLiteral("warning");
    case Tone::Problem:
        return QStringLiteral("problem");
    case Tone::Waiting:
        return QStringLiteral("waiting");
    case Tone::Neutral:
        break;
    }
    return QStringLiteral("info");
}

QColor mutedText(const QPalette &palette)
{
    return QColor(coloursOf(palette).muted);
}

QColor border(const QPalette &palette)
{
    return QColor(coloursOf(palette).border);
}

QColor controlBorder(const QPalette &palette)
{
    return QColor(coloursOf(palette).control);
}

QColor accent(const QPalette &palette)
{
    return QColor(coloursOf(palette).accent);
}

QColor hoverFill(const QPalette &palette)
{
    return QColor(coloursOf(palette).hover);
}

QColor accentFill(const QPalette &palette)
{
    return QColor(coloursOf(palette).chosen);
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (qMax(a, b) + 0.05) / (qMin(a, b) + 0.05);
}

QFont sectionFont(const QFont &body)
{
    return grown(body, 1.3, QFont::DemiBold);
}

QFont titleFont(const QFont &body)
{
    return grown(body, 1.8, QFont::DemiBold);
}

int scaled(int size, const QFont &body)
{
    const double points = body.pointSizeF() > 0 ? body.pointSizeF() : body.pixelSize() * 0.75;
    return qMax(size, qRound(size * points / 10.0));
}

} // namespace theme

ThemeKeeper::ThemeKeeper(QApplication &application) : QObject(&application), m_application(application)
{
    m_application.setStyle(new Style);
    QFont body = m_application.font();
    if (body.pointSizeF() > 0 && body.pointSizeF() < 10) {
        body.setPointSizeF(10);
        m_application.setFont(body);
    }
    apply();
    m_application.installEventFilter(this);
}

void ThemeKeeper::choose(theme::Choice choice)
{
    m_choice = choice;
    apply();
}

void ThemeKeeper::apply()
{
    if (m_applying)
        return;
    m_applying = true;
    bool dark = m_choice == theme::Choice::Dark;
    if (m_choice == theme::Choice::System) {
        // Qt 6.4 has no colour scheme: without our palette the application shows that of the system.
        m_application.setPalette(QPalette());
        dark = theme::isDark(m_application.palette());
    }
    m_application.setPalette(dark ? theme::darkPalette() : theme::lightPalette());
    m_applying = false;
}

bool ThemeKeeper::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::ThemeChange && m_choice == theme::Choice::System && !m_applying)
        QMetaObject::invokeMethod(this, [this] { apply(); }, Qt::QueuedConnection);
    return QObject::eventFilter(object, event);
}

} // namespace certdesk
