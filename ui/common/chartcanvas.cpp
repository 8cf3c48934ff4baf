// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/chart.h"
#include "ui/common/stylepaint.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <cmath>

namespace certdesk {

namespace {

/// The next round number at or above: 1, 2, 2.5 or 5 times a power of ten.
double roundedUp(double value)
{
    if (value <= 0)
        return 1;
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double step : {1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0})
        if (step * power >= value)
            return step * power;
    return value;
}

} // namespace

ChartCanvas::ChartCanvas(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ChartCanvas::setData(const ChartData &data)
{
    m_data = data;
    m_current = 0;
    setAccessibleDescription(m_data.categories.isEmpty() ? QString() : sentenceOf(0));
    update();
}

QSize ChartCanvas::sizeHint() const
{
    return QSize(theme::scaled(300, font()), theme::scaled(170, font()));
}

QSize ChartCanvas::minimumSizeHint() const
{
    return QSize(160, theme::scaled(120, font()));
}

double ChartCanvas::total(int category) const
{
    double sum = 0;
    for (const ChartSeries &series : m_data.series)
        sum += series.values.value(category);
    return sum;
}

ChartCanvas::Frame ChartCanvas::frame() const
{
    double top = 0;
    for (int c = 0; c < m_data.categories.size(); ++c) {
        if (m_data.kind == ChartData::Kind::Stacked)
            top = qMax(top, total(c));
        else
            for (const ChartSeries &series : m_data.series)
                top = qMax(top, series.values.value(c));
    }
    const int line = fontMetrics().height();
    const bool named = m_data.series.size() > 1;
    return {QRectF(4, (named ? 2 * line : line) + 6, width() - 8, height() - (named ? 3 : 2) * line - 16), roundedUp(top)};
}

QColor ChartCanvas::colourOf(int series) const
{
    // Areas are a little softer than text; shades of the one accent are apart by a third.
    const auto tone = m_data.series[series].tone;
    const QColor accent = tone ? theme::toneColour(*tone, palette()) : theme::accent(palette());
    const QColor ground = palette().color(QPalette::Base);
    const double share = tone ? 0.2 : 0.33 * (series % 3);
    const auto mix = [share](int a, int b) { return qRound(a * (1 - share) + b * share); };
    return QColor(mix(accent.red(), ground.red()), mix(accent.green(), ground.green()), mix(accent.blue(), ground.blue()));
}

void ChartCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_data.categories.isEmpty() || m_data.series.isEmpty())
        return;
    const Frame area = frame();
    painter.fillRect(QRectF(area.plot.left(), area.plot.bottom(), area.plot.width(), 1), theme::controlBorder(palette()));
    if (m_data.kind == ChartData::Kind::Lines)
        paintLines(painter, area);
    else
        paintBars(painter, area);
    paintCategories(painter, area);
    if (m_data.series.size() > 1)
        paintNames(painter, area);
    if (hasFocus()) {
        const double step = area.plot.width() / static_cast<double>(m_data.categories.size());
        stylepaint::focusLine(QRectF(area.plot.left() + m_current * step, 0, step, height()).toRect(), palette(), &painter);
    }
}

void ChartCanvas::paintBars(QPainter &painter, const Frame &area) const
{
    const int count = static_cast<int>(m_data.categories.size());
    const int many = static_cast<int>(m_data.series.size());
    const bool stacked = m_data.kind == ChartData::Kind::Stacked;
    const double step = area.plot.width() / count;
    const double wide = qMin(step * 0.64, 72.0);
    const int line = fontMetrics().height();
    for (int c = 0; c < count; ++c) {
        double left = area.plot.left() + c * step + (step - wide) / 2;
        double base = area.plot.bottom();
        const double each = stacked ? wide : wide / many;
        for (int s = 0; s < many; ++s) {
            const double value = m_data.series[s].values.value(c);
            const double high = area.plot.height() * value / area.top;
            painter.fillRect(QRectF(left, base - high, stacked ? each : each - (many > 1 ? 2 : 0), high), colourOf(s));
            if (stacked) {
                base -= high;
            } else {
                painter.setPen(palette().color(QPalette::WindowText));
                painter.drawText(QRectF(left - 20, base - high - line - 2, each + 40, line), Qt::AlignCenter, locale().toString(value, 'g', 6));
                left += each;
            }
        }
        if (stacked) {
            painter.setPen(palette().color(QPalette::WindowText));
            painter.drawText(QRectF(left - 20, base - line - 2, wide + 40, line), Qt::AlignCenter, locale().toString(total(c), 'g', 6));
        }
    }
}

void ChartCanvas::paintLines(QPainter &painter, const Frame &area) const
{
    const int count = static_cast<int>(m_data.categories.size());
    const double step = area.plot.width() / count;
    const int line = fontMetrics().height();
    for (int s = 0; s < m_data.series.size(); ++s) {
        QPolygonF points;
        for (int c = 0; c < m_data.series[s].values.size() && c < count; ++c)
            points.append(QPointF(area.plot.left() + (c + 0.5) * step,
                                  area.plot.bottom() - area.plot.height() * m_data.series[s].values[c] / area.top));
        painter.setPen(QPen(colourOf(s), 2.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(points);
        painter.setBrush(colourOf(s));
        painter.setPen(Qt::NoPen);
        for (const QPointF &point : std::as_const(points))
            painter.drawEllipse(point, 3.5, 3.5);
        if (points.isEmpty())
            continue;
        painter.setPen(palette().color(QPalette::WindowText));
        const double last = m_data.series[s].values.last();
        painter.drawText(QRectF(points.last().x() - 40, points.last().y() - line - 6, 80, line), Qt::AlignCenter, locale().toString(last, 'g', 6));
    }
}

void ChartCanvas::paintCategories(QPainter &painter, const Frame &area) const
{
    const double step = area.plot.width() / static_cast<double>(m_data.categories.size());
    painter.setPen(theme::mutedText(palette()));
    for (int c = 0; c < m_data.categories.size(); ++c) {
        const QRectF place(area.plot.left() + c * step, area.plot.bottom() + 4, step, fontMetrics().height());
        painter.drawText(place, Qt::AlignCenter, fontMetrics().elidedText(m_data.categories[c], Qt::ElideRight, static_cast<int>(step) - 2));
    }
}

void ChartCanvas::paintNames(QPainter &painter, const Frame &area) const
{
    const int line = fontMetrics().height();
    double x = area.plot.left();
    for (int s = 0; s < m_data.series.size(); ++s) {
        const QString &word = m_data.series[s].name;
        stylepaint::box(&painter, QRectF(x, (line - 10) / 2.0 + 1, 10, 10), colourOf(s), {}, 0, 2);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QPointF(x + 15, fontMetrics().ascent() + 1), word);
        x += fontMetrics().horizontalAdvance(word) + 31;
    }
}

int ChartCanvas::categoryAt(const QPoint &point) const
{
    if (m_data.categories.isEmpty())
        return -1;
    const Frame area = frame();
    const double step = area.plot.width() / static_cast<double>(m_data.categories.size());
    const int category = static_cast<int>(std::floor((point.x() - area.plot.left()) / step));
    return category >= 0 && category < m_data.categories.size() ? category : -1;
}

QString ChartCanvas::sentenceOf(int category) const
{
    QStringList parts;
    for (const ChartSeries &series : m_data.series) {
        const QString value = locale().toString(series.values.value(category), 'g', 6);
        parts.append(series.name.isEmpty() ? tr("%1 %2").arg(value, m_data.unit) : tr("%1 %2").arg(series.name, value));
    }
    return tr("%1: %2").arg(m_data.categories.value(category), parts.join(QStringLiteral(", ")));
}

void ChartCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    const int category = categoryAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && category >= 0)
        Q_EMIT clicked(category);
}

void ChartCanvas::mouseMoveEvent(QMouseEvent *event)
{
    const int category = categoryAt(event->position().toPoint());
    if (category >= 0)
        QToolTip::showText(event->globalPosition().toPoint(), sentenceOf(category), this);
}

void ChartCanvas::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(m_data.categories.size()) - 1;
    if (last >= 0 && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)) {
        m_current = qBound(0, m_current + (event->key() == Qt::Key_Left ? -1 : 1), last);
        setAccessibleDescription(sentenceOf(m_current));
        QToolTip::showText(mapToGlobal(rect().center()), sentenceOf(m_current), this);
        update();
    } else if (last >= 0 && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Space)) {
        Q_EMIT clicked(m_current);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void ChartCanvas::focusInEvent(QFocusEvent *)
{
    update();
}

void ChartCanvas::focusOutEvent(QFocusEvent *)
{
    update();
}

} // namespace certdesk
