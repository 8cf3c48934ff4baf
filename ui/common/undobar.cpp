// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/undobar.h"

#include "ui/common/announce.h"
#include "ui/common/icons.h"
#include "ui/common/style.h"
#include "ui/common/stylepaint.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace certdesk {

UndoBar::UndoBar(QWidget *parent)
    : QFrame(parent), m_text(bodyLabel({}, this)), m_undo(new QPushButton(icons::icon(QStringLiteral("undo")), tr("Undo"), this)),
      m_show(new QPushButton(tr("Show"), this)), m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("undoBar"));
    named(m_undo, "undoButton", tr("Undo the last change"));
    named(m_show, "showResultButton", tr("Show the result"));
    named(m_close, "undoCloseButton", tr("Close the notice"));
    m_close->setIcon(icons::icon(QStringLiteral("close")));
    m_close->setToolTip(tr("Close"));
    m_close->setAutoRaise(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(spacing::group, spacing::related, spacing::related, spacing::related);
    row->setSpacing(spacing::related);
    row->addWidget(m_text, 1);
    row->addWidget(m_show);
    row->addWidget(m_undo);
    row->addWidget(m_close);
    m_timer.setSingleShot(true);
    m_timer.setInterval(shownFor);
    for (QWidget *button : {static_cast<QWidget *>(m_undo), static_cast<QWidget *>(m_show), static_cast<QWidget *>(m_close)})
        button->installEventFilter(this);
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    connect(m_close, &QToolButton::clicked, this, [this] {
        m_timer.stop();
        hide();
    });
    connect(m_undo, &QPushButton::clicked, this, [this] {
        m_timer.stop();
        hide();
        Q_EMIT undoRequested(m_batch);
    });
    connect(m_show, &QPushButton::clicked, this, [this] { Q_EMIT showRequested(m_leadsTo); });
    hide();
}

void UndoBar::showDone(const QString &sentence, qint64 undoBatch, const PageAddress &leadsTo)
{
    m_batch = undoBatch;
    m_leadsTo = leadsTo;
    m_text->setText(sentence);
    m_undo->setVisible(undoBatch != 0);
    m_show->setVisible(!leadsTo.isEmpty());
    show();
    m_timer.start();
    announce(this, sentence);
}

QString UndoBar::sentence() const
{
    return m_text->text();
}

void UndoBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    stylepaint::box(&painter, rect(), theme::accentFill(palette()), theme::border(palette()), 1, spacing::radius);
}

void UndoBar::enterEvent(QEnterEvent *event)
{
    m_timer.stop();
    QFrame::enterEvent(event);
}

void UndoBar::leaveEvent(QEvent *event)
{
    if (isVisible())
        m_timer.start();
    QFrame::leaveEvent(event);
}

bool UndoBar::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        m_timer.stop();
    else if (event->type() == QEvent::FocusOut && isVisible())
        m_timer.start();
    return QFrame::eventFilter(object, event);
}

} // namespace certdesk
