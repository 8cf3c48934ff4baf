// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/choicecard.h"

#include "ui/common/icons.h"
#include "ui/common/stylepaint.h"
#include "ui/common/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace certdesk {

namespace {

constexpr int pictureSize = 72;
constexpr int padding = 20;

} // namespace

ChoiceCard::ChoiceCard(const char *objectName, const QString &picture, const QString &line, const QString &sentence, QWidget *parent)
    : QAbstractButton(parent), m_picture(picture), m_sentence(sentence)
{
    setObjectName(QString::fromLatin1(objectName));
    setText(line);
    setAccessibleName(line);
    setAccessibleDescription(sentence);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QFont ChoiceCard::lineFont() const
{
    return theme::sectionFont(font());
}

int ChoiceCard::heightForWidth(int width) const
{
    const QRect room(0, 0, width - 2 * padding, 10000);
    const int line = QFontMetrics(lineFont()).boundingRect(room, Qt::TextWordWrap, text()).height();
    const int sentence = fontMetrics().boundingRect(room, Qt::TextWordWrap, m_sentence).height();
    return padding + pictureSize + 12 + line + 6 + sentence + padding;
}

QSize ChoiceCard::sizeHint() const
{
    const int width = theme::scaled(230, font());
    return QSize(width, heightForWidth(width));
}

QSize ChoiceCard::minimumSizeHint() const
{
    return QSize(theme::scaled(180, font()), pictureSize);
}

void ChoiceCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool hot = isEnabled() && (underMouse() || isDown());
    const QColor line = hasFocus() || hot ? theme::accent(palette()) : theme::border(palette());
    stylepaint::box(&painter, rect(), palette().color(QPalette::Base), line, hasFocus() ? 2 : 1, spacing::radius);
    const QColor ink = isEnabled() ? theme::accent(palette()) : theme::controlBorder(palette());
    painter.drawPixmap(padding - 4, padding, icons::pixmap(m_picture, pictureSize, ink, devicePixelRatioF()));
    QRect words = rect().adjusted(padding, padding + pictureSize + 12, -padding, -padding);
    painter.setFont(lineFont());
    painter.setPen(isEnabled() ? palette().color(QPalette::Text) : theme::mutedText(palette()));
    QRect used;
    painter.drawText(words, Qt::TextWordWrap, text(), &used);
    words.setTop(used.bottom() + 6);
    painter.setFont(font());
    painter.setPen(theme::mutedText(palette()));
    painter.drawText(words, Qt::TextWordWrap, m_sentence);
}

void ChoiceCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace certdesk
