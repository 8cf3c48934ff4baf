// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/detailspanel.h"

#include "ui/common/announce.h"
#include "ui/common/icons.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"
#include "ui/common/viewmemory.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace certdesk {

namespace {

constexpr int usualWidth = 340;

} // namespace

DetailsPanel::DetailsPanel(QWidget *content, QWidget *details, const QString &title, const QString &key,
                           ViewMemory *memory, QWidget *parent, bool openAtFirst)
    : QSplitter(Qt::Horizontal, parent), m_panel(new QWidget), m_title(sectionLabel(title)), m_key(key), m_memory(memory)
{
    setObjectName(QStringLiteral("detailsSplitter"));
    setChildrenCollapsible(false);
    auto *close = new QToolButton;
    named(close, "closeDetailsButton", tr("Close the details"));
    close->setIcon(icons::icon(QStringLiteral("close")));
    close->setToolTip(tr("Close the details"));
    close->setAutoRaise(true);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(close);
    m_panel->setObjectName(QStringLiteral("detailsPanel"));
    m_panel->setAccessibleName(title);
    auto *column = new QVBoxLayout(m_panel);
    column->setContentsMargins(spacing::related, 0, 0, 0);
    column->setSpacing(spacing::related);
    column->addLayout(head);
    column->addWidget(details, 1);
    m_title->setWordWrap(true);
    addWidget(content);
    addWidget(m_panel);
    setStretchFactor(0, 1);
    setStretchFactor(1, 0);
    m_panel->setVisible(m_memory ? m_memory->value(m_key + QStringLiteral("/open"), openAtFirst).toBool() : openAtFirst);
    connect(close, &QToolButton::clicked, this, [this] { setOpen(false); });
    connect(this, &QSplitter::splitterMoved, this, &DetailsPanel::remember);
}

void DetailsPanel::setTitle(const QString &title)
{
    m_title->setText(title);
    m_panel->setAccessibleName(title);
}

bool DetailsPanel::isOpen() const
{
    return !m_panel->isHidden();
}

void DetailsPanel::setOpen(bool open)
{
    if (open == isOpen())
        return;
    m_panel->setVisible(open);
    if (open)
        restoreWidth();
    if (m_memory)
        m_memory->setValue(m_key + QStringLiteral("/open"), open);
    Q_EMIT openChanged(open);
}

void DetailsPanel::remember()
{
    if (m_memory && isOpen())
        m_memory->setValue(m_key + QStringLiteral("/width"), m_panel->width());
}

void DetailsPanel::showEvent(QShowEvent *event)
{
    QSplitter::showEvent(event);
    if (m_placed)
        return;
    m_placed = true;
    restoreWidth();
}

void DetailsPanel::restoreWidth()
{
    const int wanted = m_memory ? m_memory->value(m_key + QStringLiteral("/width"), usualWidth).toInt() : usualWidth;
    setSizes({qMax(width() - wanted, 1), wanted});
}

} // namespace certdesk
