// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/navigationrail.h"

#include "ui/common/icons.h"
#include "ui/common/page.h"
#include "ui/common/stylepaint.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace certdesk {

namespace {

class RailButton : public QAbstractButton
{
public:
    RailButton(const PageEntry &entry, QWidget *parent) : QAbstractButton(parent), m_icon(entry.icon)
    {
        setObjectName(QStringLiteral("rail_") + entry.name);
        setText(entry.word);
        setAccessibleName(entry.word);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

    void setCollapsed(bool collapsed)
    {
        m_collapsed = collapsed;
        setToolTip(collapsed ? text() : QString());
        updateGeometry();
    }

    void setCount(const QString &count)
    {
        m_count = count;
        setAccessibleDescription(count);
        updateGeometry();
        update();
    }

    QSize sizeHint() const override
    {
        const int icon = theme::scaled(20, font());
        const int height = qMax(icon, fontMetrics().height()) + 16;
        if (m_collapsed)
            return QSize(icon + 20, height);
        QFont strong = font();
        strong.setWeight(QFont::DemiBold);
        const int count = m_count.isEmpty() ? 0 : fontMetrics().horizontalAdvance(m_count) + 16;
        return QSize(icon + 36 + QFontMetrics(strong).horizontalAdvance(text()) + count, height);
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const bool on = isChecked();
        if (on || underMouse())
            stylepaint::box(&painter, rect(), on ? theme::accentFill(palette()) : theme::hoverFill(palette()), {});
        if (hasFocus())
            stylepaint::focusLine(rect(), palette(), &painter);
        const QColor colour = on ? theme::accent(palette()) : palette().color(QPalette::WindowText);
        const int size = theme::scaled(20, font());
        const int left = m_collapsed ? (width() - size) / 2 : 12;
        painter.drawPixmap(left, (height() - size) / 2, icons::pixmap(m_icon, size, colour, devicePixelRatioF()));
        if (m_collapsed) {
            if (!m_count.isEmpty())
                stylepaint::box(&painter, QRectF(left + size - 3, (height() - size) / 2 - 3, 8, 8), theme::accent(palette()), {}, 0, 4);
            return;
        }
        if (on) {
            QFont strong = font();
            strong.setWeight(QFont::DemiBold);
            painter.setFont(strong);
        }
        painter.setPen(colour);
        painter.drawText(rect().adjusted(left + size + 12, 0, -10, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
        painter.setFont(font());
        painter.setPen(theme::mutedText(palette()));
        painter.drawText(rect().adjusted(0, 0, -10, 0), Qt::AlignVCenter | Qt::AlignRight, m_count);
    }

private:
    QString m_icon;
    QString m_count;
    bool m_collapsed = false;
};

RailButton *railButton(QAbstractButton *button)
{
    return static_cast<RailButton *>(button);
}

/// As wide as what it holds: the rail never scrolls sideways.
class RailScroll : public QScrollArea
{
public:
    using QScrollArea::QScrollArea;
    QSize sizeHint() const override { return minimumSizeHint(); }
    QSize minimumSizeHint() const override { return QSize(widget() ? widget()->layout()->minimumSize().width() : 0, 120); }
};

} // namespace

NavigationRail::NavigationRail(QWidget *parent)
    : QWidget(parent), m_group(new QButtonGroup(this)), m_scroll(nullptr), m_inside(new QWidget), m_column(new QVBoxLayout(m_inside))
{
    setObjectName(QStringLiteral("navigationRail"));
    setAccessibleName(tr("Pages"));
    m_group->setExclusive(true);
    m_column->setContentsMargins(spacing::related, spacing::related, spacing::related, spacing::related);
    m_column->setSpacing(2);
    m_inside->setAutoFillBackground(false);
    auto *scroll = new RailScroll(this);
    m_scroll = scroll;
    scroll->setObjectName(QStringLiteral("navigationScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_inside);
    scroll->viewport()->setAutoFillBackground(false);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 1, 0);
    outer->addWidget(scroll);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    connect(m_group, &QButtonGroup::buttonClicked, this,
            [this](QAbstractButton *button) { Q_EMIT chosen(button->objectName().mid(5)); });
}

void NavigationRail::addHeading(const QString &text)
{
    auto *heading = mutedLabel(text, m_inside);
    heading->setWordWrap(false);
    heading->setContentsMargins(12, spacing::group, 0, spacing::grid);
    m_headings.append(heading);
    m_column->addWidget(heading);
    heading->setVisible(!m_collapsed);
}

void NavigationRail::setEntries(const QVector<PageEntry> &entries)
{
    const auto old = m_group->buttons();
    for (QAbstractButton *button : old)
        delete button;
    qDeleteAll(m_headings);
    m_headings.clear();
    while (QLayoutItem *item = m_column->takeAt(0))
        delete item;
    bool stateHeading = false;
    bool stretched = false;
    for (const PageEntry &entry : entries) {
        if (entry.place == PageEntry::Place::Hidden)
            continue;
        if (entry.place == PageEntry::Place::State && !stateHeading) {
            addHeading(tr("State"));
            stateHeading = true;
        }
        if (entry.place == PageEntry::Place::Foot && !stretched) {
            m_column->addStretch(1);
            stretched = true;
        }
        auto *button = new RailButton(entry, m_inside);
        button->setCollapsed(m_collapsed);
        button->installEventFilter(this);
        m_group->addButton(button);
        m_column->addWidget(button);
        button->show();
    }
    if (!stretched)
        m_column->addStretch(1);
    resized();
}

QAbstractButton *NavigationRail::find(const QString &name) const
{
    const auto buttons = m_group->buttons();
    for (QAbstractButton *button : buttons)
        if (button->objectName() == QStringLiteral("rail_") + name)
            return button;
    return nullptr;
}

void NavigationRail::setCurrent(const QString &name)
{
    if (QAbstractButton *button = find(name)) {
        button->setChecked(true);
    } else if (QAbstractButton *before = m_group->checkedButton()) {
        m_group->setExclusive(false);
        before->setChecked(false);
        m_group->setExclusive(true);
    }
}

QString NavigationRail::current() const
{
    return m_group->checkedButton() ? m_group->checkedButton()->objectName().mid(5) : QString();
}

void NavigationRail::setCollapsed(bool collapsed)
{
    if (collapsed == m_collapsed)
        return;
    m_collapsed = collapsed;
    const auto buttons = m_group->buttons();
    for (QAbstractButton *button : buttons)
        railButton(button)->setCollapsed(collapsed);
    for (QWidget *heading : std::as_const(m_headings))
        heading->setVisible(!collapsed);
    resized();
}

void NavigationRail::resized()
{
    m_column->invalidate();
    // A scroll area does not tell its parents that what it holds has become wider.
    m_scroll->updateGeometry();
    updateGeometry();
}

void NavigationRail::setCount(const QString &name, const QString &count)
{
    if (QAbstractButton *button = find(name))
        railButton(button)->setCount(count);
    resized();
}

void NavigationRail::walk(QAbstractButton *from, int step)
{
    const auto buttons = m_group->buttons();
    const int next = qBound(0, static_cast<int>(buttons.indexOf(from)) + step, static_cast<int>(buttons.size()) - 1);
    buttons[next]->setFocus(Qt::TabFocusReason);
}

bool NavigationRail::eventFilter(QObject *object, QEvent *event)
{
    auto *button = qobject_cast<QAbstractButton *>(object);
    if (!button || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(object, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Up:
        walk(button, -1);
        return true;
    case Qt::Key_Down:
        walk(button, 1);
        return true;
    case Qt::Key_Home:
        walk(button, -100);
        return true;
    case Qt::Key_End:
        walk(button, 100);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        button->click();
        return true;
    default:
        return QWidget::eventFilter(object, event);
    }
}

void NavigationRail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), theme::border(palette()));
}

} // namespace certdesk
