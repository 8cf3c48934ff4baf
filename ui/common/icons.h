// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPalette>
#include <QString>

namespace certdesk::icons {

/// The icon of this word of resources/icons, tinted when it is drawn: in the text colour of its widget's palette, grey
/// when disabled, in the highlighted text colour when selected. It follows a change of palette by itself.
QIcon icon(const QString &word);
/// Always in this colour: for status chips and banners.
QIcon icon(const QString &word, const QColor &colour);
/// One tinted picture of `size` logical pixels.
QPixmap pixmap(const QString &word, int size, const QColor &colour, qreal devicePixelRatio);
/// The program's own sign for windows and task bars.
QIcon programIcon();
/// The same as one picture of `size` logical pixels, without reading the others.
QPixmap programSign(int size, qreal devicePixelRatio);
bool exists(const QString &word);

} // namespace certdesk::icons
