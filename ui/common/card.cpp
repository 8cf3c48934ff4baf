// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/card.h"

#include "ui/common/stylepaint.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"

#include <QPainter>
#include <QVBoxLayout>

namespace certdesk {

Card::Card(QWidget *parent) : QFrame(parent), m_content(new QVBoxLayout(this))
{
    m_content->setContentsMargins(spacing::group, spacing::group, spacing::group, spacing::group);
    m_content->setSpacing(spacing::related);
}

Card::Card(const QString &title, QWidget *parent) : Card(parent)
{
    setTitle(title);
}

void Card::setTitle(const QString &title)
{
    if (!m_title) {
        m_title = sectionLabel(title, this);
        m_content->insertWidget(0, m_title);
    }
    m_title->setText(title);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    stylepaint::box(&painter, rect(), palette().color(QPalette::Base), theme::border(palette()), 1, spacing::radius);
}

} // namespace certdesk
