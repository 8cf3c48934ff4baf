// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/grid/gridheader.h"

#include "ui/common/announce.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>

namespace certdesk {

namespace {
constexpr int sortIconSize = 16;
}

GridHeader::GridHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setSectionsMovable(true);
    setHighlightSections(false);
    setSortIndicatorShown(false);
    setMinimumSectionSize(48);
    setDefaultAlignment(Qt::AlignVCenter | Qt::AlignLeft);
    connect(this, &QHeaderView::sectionClicked, this, &GridHeader::clicked);
    connect(this, &QHeaderView::sectionResized, this, &GridHeader::placeFilters);
    connect(this, &QHeaderView::sectionMoved, this, &GridHeader::placeFilters);
}

int GridHeader::frozenColumn() const
{
    for (int visual = 0; visual < count(); ++visual) {
        if (!isSectionHidden(logicalIndex(visual)))
            return logicalIndex(visual);
    }
    return -1;
}

int GridHeader::frozenWidth() const
{
    const int column = frozenColumn();
    return column < 0 ? 0 : sectionSize(column);
}

void GridHeader::setSortKeys(const QVector<SortKey> &keys)
{
    m_sort = keys;
    viewport()->update();
}

/// A click sorts up, then down; with Shift the column becomes, or turns, a further key.
void GridHeader::clicked(int column)
{
    QVector<SortKey> keys;
    SortKey wanted{column, false};
    const bool further = m_modifiers & Qt::ShiftModifier;
    for (const SortKey &key : std::as_const(m_sort)) {
        if (key.column == column)
            wanted.down = !key.down;
    }
    if (further) {
        keys = m_sort;
        bool found = false;
        for (SortKey &key : keys) {
            if (key.column == column) {
                key = wanted;
                found = true;
            }
        }
        if (!found)
            keys.append(wanted);
    } else {
        if (m_sort.size() > 1)
            wanted.down = false;
        keys = {wanted};
    }
    setSortKeys(keys);
    Q_EMIT sortWanted(keys);
}

QSize GridHeader::sectionSizeFromContents(int logicalIndex) const
{
    const QString title = model()->headerData(logicalIndex, orientation()).toString();
    const int icon = theme::scaled(sortIconSize, font());
    return QSize(fontMetrics().horizontalAdvance(title) + icon + 20, qMax(fontMetrics().height(), icon) + 12);
}

int GridHeader::filterHeight() const
{
    return m_filtersShown ? fontMetrics().height() + 14 : 0;
}

QSize GridHeader::sizeHint() const
{
    QSize size = QHeaderView::sizeHint();
    size.setHeight(qMax(fontMetrics().height(), theme::scaled(sortIconSize, font())) + 12 + filterHeight());
    return size;
}

void GridHeader::updateGeometries()
{
    setViewportMargins(0, 0, 0, filterHeight());
    QHeaderView::updateGeometries();
    placeFilters();
}

void GridHeader::paintEvent(QPaintEvent *event)
{
    QHeaderView::paintEvent(event);
    const int column = frozenColumn();
    if (column < 0 || offset() == 0)
        return;
    QPainter painter(viewport());
    paintSection(&painter, QRect(0, 0, sectionSize(column), viewport()->height()), column);
}

void GridHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    if (!rect.isValid())
        return;
    QStyleOptionHeader option;
    initStyleOption(&option);
    option.rect = rect;
    option.section = logicalIndex;
    style()->drawControl(QStyle::CE_HeaderSection, &option, painter, this);
    QRect room = rect.adjusted(8, 0, -8, 0);
    for (qsizetype i = 0; i < m_sort.size(); ++i) {
        if (m_sort[i].column != logicalIndex)
            continue;
        const int size = theme::scaled(sortIconSize, font());
        const QRect place(room.right() - size + 1, room.center().y() - size / 2 + 1, size, size);
        painter->drawPixmap(place.topLeft(), icons::pixmap(m_sort[i].down ? QStringLiteral("sort-down") : QStringLiteral("sort-up"), size,
                                                           theme::accent(palette()), devicePixelRatioF()));
        room.setRight(place.left() - 2);
        if (m_sort.size() > 1) {
            const QString number = QString::number(i + 1);
            painter->setPen(theme::mutedText(palette()));
            painter->drawText(room, Qt::AlignVCenter | Qt::AlignRight, number);
            room.setRight(room.right() - fontMetrics().horizontalAdvance(number) - 4);
        }
    }
    painter->setPen(palette().color(QPalette::Text));
    const QString title = model()->headerData(logicalIndex, orientation()).toString();
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter->setFont(bold);
    painter->drawText(room, Qt::AlignVCenter | Qt::AlignLeft, QFontMetrics(bold).elidedText(title, Qt::ElideRight, room.width()));
    painter->setFont(font());
}

/// Over the frozen column a click belongs to that column, wherever the others are scrolled to; a drag that began there
/// keeps to it.
QMouseEvent GridHeader::overFrozen(const QMouseEvent &event)
{
    const bool begins = event.type() == QEvent::MouseButtonPress || event.buttons() == Qt::NoButton;
    if (begins && event.type() != QEvent::MouseButtonRelease)
        m_shift = event.position().x() < frozenWidth() + 3 ? offset() : 0;
    return QMouseEvent(event.type(), event.position() - QPointF(m_shift, 0), event.globalPosition(), event.button(), event.buttons(),
                       event.modifiers());
}

void GridHeader::mousePressEvent(QMouseEvent *event)
{
    QMouseEvent moved = overFrozen(*event);
    QHeaderView::mousePressEvent(&moved);
}

void GridHeader::mouseMoveEvent(QMouseEvent *event)
{
    QMouseEvent moved = overFrozen(*event);
    QHeaderView::mouseMoveEvent(&moved);
}

void GridHeader::mouseReleaseEvent(QMouseEvent *event)
{
    m_modifiers = event->modifiers();
    QMouseEvent moved = overFrozen(*event);
    QHeaderView::mouseReleaseEvent(&moved);
}

void GridHeader::mouseDoubleClickEvent(QMouseEvent *event)
{
    QMouseEvent moved = overFrozen(*event);
    QHeaderView::mouseDoubleClickEvent(&moved);
}

void GridHeader::showFilterRow(bool shown)
{
    if (m_filtersShown == shown)
        return;
    m_filtersShown = shown;
    updateGeometry();
    Q_EMIT geometriesChanged();
    updateGeometries();
}

QLineEdit *GridHeader::makeFilter(int column)
{
    auto *filter = new QLineEdit(this);
    const QString title = model()->headerData(column, orientation()).toString();
    named(filter, qPrintable(QStringLiteral("filter%1Input").arg(column)), tr("Filter %1").arg(title));
    filter->setToolTip(m_hints.value(column, tr("Part of the text · =exact · ^starts with · empty · not empty")));
    filter->setText(m_filterTexts.value(column));
    filter->setClearButtonEnabled(true);
    filter->installEventFilter(this);
    connect(filter, &QLineEdit::textChanged, this, [this, column](const QString &text) {
        m_filterTexts.insert(column, text);
        Q_EMIT filterTyped(column, text);
    });
    m_filters.insert(column, filter);
    return filter;
}

void GridHeader::placeFilters()
{
    if (!m_filtersShown) {
        for (QLineEdit *filter : std::as_const(m_filters))
            filter->hide();
        return;
    }
    const int top = height() - filterHeight() + 3;
    const int frozen = frozenColumn();
    for (int column = 0; column < count(); ++column) {
        if (isSectionHidden(column)) {
            if (QLineEdit *filter = m_filters.value(column))
                filter->hide();
            continue;
        }
        QLineEdit *filter = m_filters.contains(column) ? m_filters.value(column) : makeFilter(column);
        const int left = column == frozen ? 0 : sectionViewportPosition(column);
        filter->setGeometry(left + 2, top, sectionSize(column) - 4, filterHeight() - 6);
        filter->setVisible(column == frozen || left >= frozenWidth() - sectionSize(column) / 2);
        if (column == frozen)
            filter->raise();
    }
}

void GridHeader::setFilterText(int column, const QString &text)
{
    const bool isOther = m_filterTexts.value(column) != text;
    m_filterTexts.insert(column, text);
    if (QLineEdit *filter = m_filters.value(column); filter && filter->text() != text)
        filter->setText(text);
    else if (!filter && isOther)
        Q_EMIT filterTyped(column, text);
}

void GridHeader::setFilterProblem(int column, const QString &problem)
{
    QLineEdit *filter = m_filters.value(column);
    if (!filter)
        return;
    QPalette colours = palette();
    if (!problem.isEmpty())
        colours.setColor(QPalette::Text, theme::toneColour(Tone::Problem, colours));
    filter->setPalette(colours);
    filter->setToolTip(problem.isEmpty() ? m_hints.value(column) : problem);
}

void GridHeader::focusFilter(int column)
{
    if (QLineEdit *filter = m_filters.value(column)) {
        filter->setFocus(Qt::ShortcutFocusReason);
        filter->selectAll();
    }
}

bool GridHeader::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && qobject_cast<QLineEdit *>(object)) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            Q_EMIT filterLeft();
            return true;
        }
    }
    return QHeaderView::eventFilter(object, event);
}

void GridHeader::changeEvent(QEvent *event)
{
    QHeaderView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        updateGeometry();
        Q_EMIT geometriesChanged();
    }
}

} // namespace certdesk
