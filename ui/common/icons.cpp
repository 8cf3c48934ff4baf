// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <array>

namespace certdesk::icons {

namespace {

constexpr std::array maskSizes{16, 20, 24, 32, 40, 48, 60, 72, 96, 192, 288};

QString maskFile(const QString &word, int size)
{
    return QStringLiteral(":/icons/%1-%2.png").arg(word).arg(size);
}

/// The smallest mask that need not be enlarged, else the largest there is.
QImage mask(const QString &word, int pixels)
{
    QString best;
    for (const int size : maskSizes) {
        const QString file = maskFile(word, size);
        if (!QFile::exists(file))
            continue;
        best = file;
        if (size >= pixels)
            break;
    }
    Q_ASSERT_X(!best.isEmpty(), "icons", "no drawing of that name in resources/icons");
    return best.isEmpty() ? QImage() : QImage(best).convertToFormat(QImage::Format_ARGB32_Premultiplied);
}

QPixmap tinted(const QString &word, int pixels, const QColor &colour)
{
    const QString key = QStringLiteral("certdesk/%1/%2/%3").arg(word).arg(pixels).arg(colour.name(QColor::HexArgb));
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QImage image = mask(word, pixels);
    if (image.width() != pixels && !image.isNull())
        image = image.scaled(pixels, pixels, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    {
        QPainter painter(&image);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(image.rect(), colour);
    }
    pixmap = QPixmap::fromImage(image);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class MaskEngine : public QIconEngine
{
public:
    MaskEngine(const QString &word, const QColor &colour) : m_word(word), m_colour(colour) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatio() : 1.0;
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        QPixmap pixmap = tinted(m_word, qMin(size.width(), size.height()), colour(mode));
        pixmap.setDevicePixelRatio(scale);
        return pixmap;
    }

    QIconEngine *clone() const override { return new MaskEngine(m_word, m_colour); }
    bool isNull() override { return false; }

private:
    QColor colour(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        if (mode == QIcon::Selected)
            return palette.color(QPalette::HighlightedText);
        return m_colour.isValid() ? m_colour : palette.color(QPalette::WindowText);
    }

    QString m_word;
    QColor m_colour; ///< invalid: that of the palette
};

} // namespace

QIcon icon(const QString &word)
{
    return QIcon(new MaskEngine(word, {}));
}

QIcon icon(const QString &word, const QColor &colour)
{
    return QIcon(new MaskEngine(word, colour));
}

QPixmap pixmap(const QString &word, int size, const QColor &colour, qreal devicePixelRatio)
{
    QPixmap pixmap = tinted(word, qRound(size * devicePixelRatio), colour);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

QIcon programIcon()
{
    QIcon sign;
    for (const int size : {16, 24, 32, 48, 64, 128, 256})
        sign.addFile(maskFile(QStringLiteral("certdesk"), size), QSize(size, size));
    return sign;
}

QPixmap programSign(int size, qreal devicePixelRatio)
{
    const int pixels = qRound(size * devicePixelRatio);
    QPixmap picture = QPixmap::fromImage(mask(QStringLiteral("certdesk"), pixels));
    if (picture.width() != pixels)
        picture = picture.scaled(pixels, pixels, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    picture.setDevicePixelRatio(devicePixelRatio);
    return picture;
}

bool exists(const QString &word)
{
    return QFile::exists(maskFile(word, 24)) || QFile::exists(maskFile(word, 96));
}

} // namespace certdesk::icons
