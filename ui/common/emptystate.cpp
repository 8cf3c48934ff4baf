// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/emptystate.h"

#include "ui/common/announce.h"
#include "ui/common/icons.h"
#include "ui/common/style.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace certdesk {

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent), m_picture(new QLabel(this)), m_why(sectionLabel({}, this)), m_more(mutedLabel({}, this)),
      m_next(new QPushButton(this))
{
    setObjectName(QStringLiteral("emptyState"));
    m_next->setObjectName(QStringLiteral("nextStepButton"));
    makePrimary(m_next);
    m_why->setWordWrap(true);
    m_why->setAlignment(Qt::AlignHCenter);
    m_more->setAlignment(Qt::AlignHCenter);
    m_more->setMaximumWidth(560);
    m_more->setMinimumWidth(320);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::margin, spacing::margin, spacing::margin, spacing::margin);
    column->setSpacing(spacing::related);
    column->addStretch(2);
    column->addWidget(m_picture, 0, Qt::AlignHCenter);
    column->addSpacing(spacing::related);
    column->addWidget(m_why);
    auto *centred = new QHBoxLayout;
    centred->addStretch(1);
    centred->addWidget(m_more, 100);
    centred->addStretch(1);
    column->addLayout(centred);
    column->addSpacing(spacing::related);
    column->addWidget(m_next, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_next, &QPushButton::clicked, this, &EmptyState::nextStepWanted);
    setReason({});
}

void EmptyState::setReason(const QString &why, const QString &more, const QString &nextStep, const QString &picture)
{
    m_why->setText(why);
    m_more->setText(more);
    m_more->setVisible(!more.isEmpty());
    m_next->setText(nextStep);
    m_next->setAccessibleName(nextStep);
    m_next->setVisible(!nextStep.isEmpty());
    m_pictureName = picture;
    drawPicture();
    makeRoom();
    setAccessibleName(why);
    setAccessibleDescription(more);
}

void EmptyState::drawPicture()
{
    m_picture->setPixmap(icons::pixmap(m_pictureName, 72, theme::controlBorder(palette()), devicePixelRatioF()));
}

/// The words need the room before the picture does: a short window, a large font.
void EmptyState::makeRoom()
{
    const int across = width() - 2 * spacing::margin;
    const int words = m_why->heightForWidth(across) + (m_more->text().isEmpty() ? 0 : m_more->heightForWidth(qMin(across, m_more->maximumWidth())))
                      + (m_next->text().isEmpty() ? 0 : m_next->sizeHint().height());
    m_picture->setVisible(height() >= words + m_picture->sizeHint().height() + 2 * spacing::margin + 6 * spacing::related);
}

void EmptyState::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    makeRoom();
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        drawPicture();
}

} // namespace certdesk
