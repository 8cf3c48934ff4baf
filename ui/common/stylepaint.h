// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyle>
#include <QStyleOption>

class QPainter;
class QWidget;

/// The strokes of Style, one function a control. Each takes all it needs from the option.
namespace certdesk::stylepaint {

enum class Role { Plain, Primary, Destructive, Link };
Role role(const QWidget *widget);

void box(QPainter *painter, const QRectF &rect, const QColor &fill, const QColor &line, qreal lineWidth = 1, qreal radius = 6);
void focusLine(const QRect &rect, const QPalette &palette, QPainter *painter);
void button(const QStyleOption *option, QPainter *painter, const QWidget *widget);
void buttonLabel(const QStyleOptionButton &button, QPainter *painter, const QWidget *widget);
void toolButton(const QStyleOption *option, QPainter *painter);
void lineEdit(const QStyleOption *option, QPainter *painter, const QWidget *widget);
void inputFrame(const QStyleOption *option, QPainter *painter);
void comboBox(const QStyleOptionComplex *option, QPainter *painter, const QRect &arrowRect);
void checkBox(const QStyleOption *option, QPainter *painter);
void radioButton(const QStyleOption *option, QPainter *painter);
void frame(const QStyleOption *option, QPainter *painter, const QWidget *widget);
void panel(const QStyleOption *option, QPainter *painter);
void header(const QStyleOption *option, QPainter *painter);
void progressGroove(const QStyleOption *option, QPainter *painter);
void progressContents(const QStyleOption *option, QPainter *painter);
void tab(const QStyleOption *option, QPainter *painter);
void tabBase(const QStyleOption *option, QPainter *painter);
void splitter(const QStyleOption *option, QPainter *painter);
void arrow(QStyle::PrimitiveElement element, const QStyleOption *option, QPainter *painter);
QRect scrollBarRect(const QStyleOptionComplex *option, QStyle::SubControl part);
void scrollBar(const QStyleOptionComplex *option, QPainter *painter);

} // namespace certdesk::stylepaint
