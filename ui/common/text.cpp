// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/text.h"

#include "ui/common/theme.h"

#include <QApplication>
#include <QEvent>

namespace certdesk {

TextLabel::TextLabel(Kind kind, const QString &text, QWidget *parent) : QLabel(text, parent), m_kind(kind)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(kind == Kind::Body || kind == Kind::Muted || kind == Kind::Problem);
    // One line stays one line high, whatever room there is.
    if (!wordWrap())
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    restyle();
}

void TextLabel::setKind(Kind kind)
{
    m_kind = kind;
    restyle();
}

void TextLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::PaletteChange
        || event->type() == QEvent::ApplicationPaletteChange)
        restyle();
}

void TextLabel::restyle()
{
    if (m_restyling)
        return;
    m_restyling = true;
    QFont body = QApplication::font(this);
    if (m_kind == Kind::Section)
        body = theme::sectionFont(body);
    else if (m_kind == Kind::Title)
        body = theme::titleFont(body);
    else if (m_kind == Kind::Strong)
        body.setWeight(QFont::DemiBold);
    setFont(body);
    const QPalette system = QApplication::palette();
    QPalette own = palette();
    QColor colour = system.color(QPalette::WindowText);
    if (m_kind == Kind::Muted)
        colour = theme::mutedText(system);
    else if (m_kind == Kind::Problem)
        colour = theme::toneColour(Tone::Problem, system);
    own.setColor(QPalette::Active, QPalette::WindowText, colour);
    own.setColor(QPalette::Inactive, QPalette::WindowText, colour);
    setPalette(own);
    m_restyling = false;
}

TextLabel *titleLabel(const QString &text, QWidget *parent)
{
    return new TextLabel(TextLabel::Kind::Title, text, parent);
}

TextLabel *sectionLabel(const QString &text, QWidget *parent)
{
    return new TextLabel(TextLabel::Kind::Section, text, parent);
}

TextLabel *strongLabel(const QString &text, QWidget *parent)
{
    return new TextLabel(TextLabel::Kind::Strong, text, parent);
}

TextLabel *bodyLabel(const QString &text, QWidget *parent)
{
    return new TextLabel(TextLabel::Kind::Body, text, parent);
}

TextLabel *mutedLabel(const QString &text, QWidget *parent)
{
    return new TextLabel(TextLabel::Kind::Muted, text, parent);
}

} // namespace certdesk
