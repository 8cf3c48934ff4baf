// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/stylepaint.h"

#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QPainterPath>
#include <QSpinBox>
#include <QWidget>

namespace certdesk::stylepaint {

namespace {

QColor mixed(const QColor &one, const QColor &other, double share)
{
    const auto part = [share](int a, int b) { return qRound(a * (1 - share) + b * share); };
    return QColor(part(one.red(), other.red()), part(one.green(), other.green()), part(one.blue(), other.blue()));
}

bool isOn(const QStyleOption *option, QStyle::StateFlag flag)
{
    return option->state & flag;
}

void icon(QPainter *painter, const QString &word, const QRect &rect, int size, const QColor &colour)
{
    const QPixmap pixmap = icons::pixmap(word, size, colour, painter->device()->devicePixelRatio());
    painter->drawPixmap(rect.center() - QPoint(size / 2 - 1, size / 2 - 1), pixmap);
}

QColor lineOf(const QStyleOption *option)
{
    if (!isOn(option, QStyle::State_Enabled))
        return theme::border(option->palette);
    if (isOn(option, QStyle::State_HasFocus))
        return theme::accent(option->palette);
    const QColor line = theme::controlBorder(option->palette);
    return isOn(option, QStyle::State_MouseOver) ? mixed(line, option->palette.color(QPalette::Text), 0.35) : line;
}

int fontScaled(int size, const QStyleOption *option)
{
    // The option carries font metrics only; 10 pt text is about 16 px high.
    return qMax(size, size * option->fontMetrics.height() / 18);
}

} // namespace

Role role(const QWidget *widget)
{
    const QString name = widget ? widget->property("certdeskRole").toString() : QString();
    if (name == QLatin1String("primary"))
        return Role::Primary;
    if (name == QLatin1String("destructive"))
        return Role::Destructive;
    return name == QLatin1String("link") ? Role::Link : Role::Plain;
}

void box(QPainter *painter, const QRectF &rect, const QColor &fill, const QColor &line, qreal lineWidth, qreal radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(line.isValid() && lineWidth > 0 ? QPen(line, lineWidth) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const qreal inset = line.isValid() ? lineWidth / 2 : 0;
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

void focusLine(const QRect &rect, const QPalette &palette, QPainter *painter)
{
    box(painter, rect, {}, theme::accent(palette), 2, 4);
}

void button(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const QPalette &palette = option->palette;
    const bool enabled = isOn(option, QStyle::State_Enabled);
    const bool hover = enabled && isOn(option, QStyle::State_MouseOver);
    const bool down = isOn(option, QStyle::State_Sunken) || isOn(option, QStyle::State_On);
    const Role kind = role(widget);
    const auto *details = qstyleoption_cast<const QStyleOptionButton *>(option);
    const bool flat = details && (details->features & QStyleOptionButton::Flat);
    const QRectF rect(option->rect);
    if (kind == Role::Link || flat) {
        if (hover || down)
            box(painter, rect, theme::hoverFill(palette), {});
    } else if (kind != Role::Plain && enabled) {
        QColor fill = kind == Role::Primary ? theme::accent(palette) : theme::toneColour(Tone::Problem, palette);
        fill = down ? mixed(fill, Qt::black, 0.18) : hover ? mixed(fill, palette.color(QPalette::Text), 0.12) : fill;
        box(painter, rect, fill, {});
    } else {
        const QColor fill = down ? theme::accentFill(palette) : hover ? theme::hoverFill(palette) : palette.color(QPalette::Button);
        box(painter, rect, enabled ? fill : palette.color(QPalette::Window), enabled ? theme::controlBorder(palette) : theme::border(palette));
    }
    if (isOn(option, QStyle::State_HasFocus)) {
        if (kind == Role::Primary || kind == Role::Destructive)
            box(painter, rect.adjusted(2, 2, -2, -2), {}, palette.color(QPalette::HighlightedText), 1.5, 4);
        else
            box(painter, rect, {}, theme::accent(palette), 2);
    }
}

static QColor buttonText(const QStyleOption *option, const QWidget *widget)
{
    const QPalette &palette = option->palette;
    if (!isOn(option, QStyle::State_Enabled))
        return palette.color(QPalette::Disabled, QPalette::ButtonText);
    switch (role(widget)) {
    case Role::Primary:
    case Role::Destructive:
        return palette.color(QPalette::HighlightedText);
    case Role::Link:
        return theme::accent(palette);
    case Role::Plain:
        break;
    }
    return palette.color(QPalette::ButtonText);
}

void buttonLabel(const QStyleOptionButton &button, QPainter *painter, const QWidget *widget)
{
    const QColor colour = buttonText(&button, widget);
    const int textWidth = button.fontMetrics.size(Qt::TextShowMnemonic, button.text).width();
    int width = textWidth;
    int left = button.rect.left();
    if (!button.icon.isNull()) {
        width += button.iconSize.width() + (button.text.isEmpty() ? 0 : spacing::related);
        left += (button.rect.width() - width) / 2;
        const QIcon::Mode mode = isOn(&button, QStyle::State_Enabled) ? QIcon::Normal : QIcon::Disabled;
        const QRect place(QPoint(left, button.rect.center().y() - button.iconSize.height() / 2 + 1), button.iconSize);
        button.icon.paint(painter, QStyle::visualRect(button.direction, button.rect, place), Qt::AlignCenter, mode);
        left += button.iconSize.width() + spacing::related;
    } else {
        left += (button.rect.width() - width) / 2;
    }
    if (button.features & QStyleOptionButton::HasMenu)
        left -= spacing::related;
    painter->setPen(colour);
    const QRect words(left, button.rect.top(), textWidth + 2, button.rect.height());
    painter->drawText(QStyle::visualRect(button.direction, button.rect, words),
                      Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, button.text);
    if (button.features & QStyleOptionButton::HasMenu)
        icon(painter, QStringLiteral("chevron-down"), QRect(words.right(), words.top(), 20, words.height()), 12, colour);
}

void toolButton(const QStyleOption *option, QPainter *painter)
{
    const QPalette &palette = option->palette;
    const bool on = isOn(option, QStyle::State_On) || isOn(option, QStyle::State_Sunken);
    if (on)
        box(painter, option->rect, theme::accentFill(palette), {});
    else if (isOn(option, QStyle::State_MouseOver) && isOn(option, QStyle::State_Enabled))
        box(painter, option->rect, theme::hoverFill(palette), {});
    if (isOn(option, QStyle::State_HasFocus))
        box(painter, option->rect, {}, theme::accent(palette), 2);
}

void inputFrame(const QStyleOption *option, QPainter *painter)
{
    const bool focus = isOn(option, QStyle::State_HasFocus);
    const QPalette::ColorGroup group = isOn(option, QStyle::State_Enabled) ? QPalette::Active : QPalette::Disabled;
    box(painter, option->rect, option->palette.color(group, QPalette::Base), lineOf(option), focus ? 2 : 1);
}

void lineEdit(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const auto *details = qstyleoption_cast<const QStyleOptionFrame *>(option);
    const QWidget *owner = widget ? widget->parentWidget() : nullptr;
    if (owner && (qobject_cast<const QAbstractSpinBox *>(owner) || qobject_cast<const QComboBox *>(owner)))
        return;
    if (details && details->lineWidth <= 0) {
        // Frameless: an editor in a grid cell, or an input within another frame.
        if (owner && qobject_cast<const QAbstractItemView *>(owner->parentWidget()))
            painter->fillRect(option->rect, option->palette.base());
        return;
    }
    inputFrame(option, painter);
}

void comboBox(const QStyleOptionComplex *option, QPainter *painter, const QRect &arrowRect)
{
    inputFrame(option, painter);
    const QPalette::ColorGroup group = isOn(option, QStyle::State_Enabled) ? QPalette::Active : QPalette::Disabled;
    icon(painter, QStringLiteral("chevron-down"), arrowRect, fontScaled(16, option), option->palette.color(group, QPalette::Text));
}

void checkBox(const QStyleOption *option, QPainter *painter)
{
    const bool enabled = isOn(option, QStyle::State_Enabled);
    const bool mixedState = isOn(option, QStyle::State_NoChange);
    const QPalette &palette = option->palette;
    if (!isOn(option, QStyle::State_On) && !mixedState) {
        box(painter, option->rect, palette.color(QPalette::Base), lineOf(option), isOn(option, QStyle::State_HasFocus) ? 2 : 1, 4);
        return;
    }
    box(painter, option->rect, enabled ? theme::accent(palette) : theme::border(palette), {}, 0, 4);
    icon(painter, mixedState ? QStringLiteral("dash") : QStringLiteral("check"), option->rect, option->rect.width() - 4,
         palette.color(QPalette::Active, QPalette::HighlightedText));
}

void radioButton(const QStyleOption *option, QPainter *painter)
{
    const QPalette &palette = option->palette;
    const qreal round = option->rect.width() / 2.0;
    box(painter, option->rect, palette.color(QPalette::Base), lineOf(option), isOn(option, QStyle::State_HasFocus) ? 2 : 1, round);
    if (isOn(option, QStyle::State_On)) {
        const int inset = option->rect.width() / 4;
        box(painter, option->rect.adjusted(inset, inset, -inset, -inset),
            isOn(option, QStyle::State_Enabled) ? theme::accent(palette) : theme::border(palette), {}, 0, round);
    }
}

void frame(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const auto *details = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (details && details->lineWidth <= 0)
        return;
    const bool focus = isOn(option, QStyle::State_HasFocus) && qobject_cast<const QAbstractItemView *>(widget);
    box(painter, option->rect, {}, focus ? theme::accent(option->palette) : theme::border(option->palette), 1, 4);
}

void panel(const QStyleOption *option, QPainter *painter)
{
    painter->fillRect(option->rect, option->palette.base());
    box(painter, option->rect, option->palette.color(QPalette::Base), theme::controlBorder(option->palette), 1, 0);
}

void header(const QStyleOption *option, QPainter *painter)
{
    const QColor line = theme::border(option->palette);
    painter->fillRect(option->rect, option->palette.color(QPalette::AlternateBase));
    painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), line);
    if (const auto *section = qstyleoption_cast<const QStyleOptionHeader *>(option);
        section && section->orientation == Qt::Horizontal)
        painter->fillRect(QRect(option->rect.right(), option->rect.top() + 6, 1, option->rect.height() - 12), line);
}

void progressGroove(const QStyleOption *option, QPainter *painter)
{
    const QRectF rect(option->rect);
    const qreal height = qMin<qreal>(8, rect.height());
    box(painter, QRectF(rect.left(), rect.center().y() - height / 2, rect.width(), height), theme::border(option->palette), {}, 0, height / 2);
}

void progressContents(const QStyleOption *option, QPainter *painter)
{
    const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
    if (!bar)
        return;
    const QRectF rect(option->rect);
    const qreal height = qMin<qreal>(8, rect.height());
    const bool unknown = bar->maximum <= bar->minimum;
    const double share = unknown ? 0.3 : static_cast<double>(bar->progress - bar->minimum) / (bar->maximum - bar->minimum);
    if (share <= 0)
        return;
    QRectF filled(rect.left(), rect.center().y() - height / 2, qMax(height, rect.width() * share), height);
    if (unknown)
        filled.moveCenter(QPointF(rect.center().x(), filled.center().y()));
    box(painter, filled, theme::accent(option->palette), {}, 0, height / 2);
}

void tab(const QStyleOption *option, QPainter *painter)
{
    const QPalette &palette = option->palette;
    const QRect rect = option->rect;
    if (isOn(option, QStyle::State_MouseOver) && isOn(option, QStyle::State_Enabled))
        box(painter, rect.adjusted(2, 2, -2, -4), theme::hoverFill(palette), {});
    if (isOn(option, QStyle::State_Selected))
        box(painter, QRectF(rect.left() + 8, rect.bottom() - 2, rect.width() - 16, 3), theme::accent(palette), {}, 0, 1.5);
    if (isOn(option, QStyle::State_HasFocus))
        box(painter, rect.adjusted(2, 2, -2, -4), {}, theme::accent(palette), 2);
}

void tabBase(const QStyleOption *option, QPainter *painter)
{
    const int y = option->rect.height() > 8 ? option->rect.top() : option->rect.bottom();
    painter->fillRect(QRect(option->rect.left(), y, option->rect.width(), 1), theme::border(option->palette));
}

void splitter(const QStyleOption *option, QPainter *painter)
{
    const QRect rect = option->rect;
    const bool hover = isOn(option, QStyle::State_MouseOver);
    const QColor line = hover ? theme::accent(option->palette) : theme::border(option->palette);
    if (rect.width() < rect.height())
        painter->fillRect(QRect(rect.center().x(), rect.top(), 1, rect.height()), line);
    else
        painter->fillRect(QRect(rect.left(), rect.center().y(), rect.width(), 1), line);
}

void arrow(QStyle::PrimitiveElement element, const QStyleOption *option, QPainter *painter)
{
    const auto word = [element] {
        switch (element) {
        case QStyle::PE_IndicatorArrowUp:
        case QStyle::PE_IndicatorSpinUp:
            return QStringLiteral("chevron-up");
        case QStyle::PE_IndicatorArrowLeft:
            return QStringLiteral("chevron-left");
        case QStyle::PE_IndicatorArrowRight:
            return QStringLiteral("chevron-right");
        default:
            return QStringLiteral("chevron-down");
        }
    }();
    const QPalette::ColorGroup group = isOn(option, QStyle::State_Enabled) ? QPalette::Active : QPalette::Disabled;
    const int size = qBound(8, qMin(option->rect.width(), option->rect.height()), 16);
    icon(painter, word, option->rect, size, option->palette.color(group, QPalette::Text));
}

QRect scrollBarRect(const QStyleOptionComplex *option, QStyle::SubControl part)
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!bar)
        return {};
    const bool across = bar->orientation == Qt::Horizontal;
    const int length = across ? bar->rect.width() : bar->rect.height();
    const qint64 range = bar->maximum - bar->minimum;
    int handle = length;
    if (range > 0)
        handle = qBound(qMin(32, length), static_cast<int>(qint64{bar->pageStep} * length / (range + bar->pageStep)), length);
    const int start = QStyle::sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - handle, bar->upsideDown);
    int from = 0;
    int size = length;
    if (part == QStyle::SC_ScrollBarSlider) {
        from = start;
        size = handle;
    } else if (part == QStyle::SC_ScrollBarSubPage) {
        size = start;
    } else if (part == QStyle::SC_ScrollBarAddPage) {
        from = start + handle;
        size = length - from;
    }
    const QRect rect = across ? QRect(bar->rect.left() + from, bar->rect.top(), size, bar->rect.height())
                              : QRect(bar->rect.left(), bar->rect.top() + from, bar->rect.width(), size);
    return QStyle::visualRect(bar->direction, bar->rect, rect);
}

void scrollBar(const QStyleOptionComplex *option, QPainter *painter)
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    painter->fillRect(option->rect, option->palette.color(QPalette::Base));
    if (!bar || bar->maximum <= bar->minimum)
        return;
    const bool active = isOn(option, QStyle::State_MouseOver) || isOn(option, QStyle::State_Sunken);
    const QRectF handle = QRectF(scrollBarRect(option, QStyle::SC_ScrollBarSlider)).adjusted(3, 3, -3, -3);
    const QColor fill = mixed(theme::border(option->palette), theme::controlBorder(option->palette), active ? 1.0 : 0.6);
    box(painter, handle, fill, {}, 0, 3);
}

} // namespace certdesk::stylepaint
