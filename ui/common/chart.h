// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QVector>
#include <QWidget>
#include <optional>

class QTableWidget;
class QToolButton;

namespace certdesk {

class TextLabel;

struct ChartSeries
{
    QString name;
    QVector<double> values; ///< one a category
    std::optional<Tone> tone; ///< else the accent and its shades
};

struct ChartData
{
    enum class Kind { Bars, Stacked, Lines };
    Kind kind = Kind::Bars;
    QString finding; ///< the title: "Evidence is missing for 41 of 312 passes"
    QString unit;    ///< "students"
    QVector<QString> categories;
    QVector<ChartSeries> series;
};

/// The painted part: bars from zero, direct labels, no legend where the series can be named at its mark (W-063).
class ChartCanvas : public QWidget
{
    Q_OBJECT

public:
    explicit ChartCanvas(QWidget *parent = nullptr);
    void setData(const ChartData &data);
    const ChartData &data() const { return m_data; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// Category at this point, or -1.
    int categoryAt(const QPoint &point) const;

Q_SIGNALS:
    void clicked(int category);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Frame
    {
        QRectF plot;
        double top = 1;
    };
    Frame frame() const;
    QColor colourOf(int series) const;
    double total(int category) const;
    void paintBars(QPainter &painter, const Frame &frame) const;
    void paintLines(QPainter &painter, const Frame &frame) const;
    void paintCategories(QPainter &painter, const Frame &frame) const;
    void paintNames(QPainter &painter, const Frame &frame) const;
    QString sentenceOf(int category) const;

    ChartData m_data;
    int m_current = 0;
};

/// A chart with its finding as the title and the same numbers as a table behind a button.
class Chart : public QWidget
{
    Q_OBJECT

public:
    explicit Chart(QWidget *parent = nullptr);
    void setData(const ChartData &data);
    ChartCanvas *canvas() const { return m_canvas; }
    bool isTableShown() const;
    void showTable(bool table);
    /// Header line and one line a category, separated by commas.
    QString csv() const;

Q_SIGNALS:
    void clicked(int category);

private:
    void fillTable();

    TextLabel *m_finding;
    ChartCanvas *m_canvas;
    QTableWidget *m_table;
    QToolButton *m_switch;
};

} // namespace certdesk
