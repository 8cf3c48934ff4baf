// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/homecard.h"

#include "ui/common/announce.h"
#include "ui/common/icons.h"
#include "ui/common/style.h"
#include "ui/common/text.h"

#include <QEvent>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace certdesk {

Tone HomeCard::toneOf(HomeFacts::Urgency urgency)
{
    switch (urgency) {
    case HomeFacts::Urgency::Problem:
        return Tone::Problem;
    case HomeFacts::Urgency::Attention:
        return Tone::Attention;
    case HomeFacts::Urgency::Waiting:
        return Tone::Waiting;
    case HomeFacts::Urgency::Quiet:
        break;
    }
    return Tone::Neutral;
}

HomeCard::HomeCard(const HomeFacts::Card &facts, QWidget *parent) : Card(parent), m_tone(toneOf(facts.urgency)), m_sign(new QLabel(this))
{
    setObjectName(QStringLiteral("homeCard_") + facts.key);
    const QString number = locale().toString(facts.number);
    auto *head = new QHBoxLayout;
    head->setSpacing(spacing::related);
    head->addWidget(m_sign, 0, Qt::AlignVCenter);
    head->addWidget(titleLabel(number, this));
    head->addStretch(1);
    content()->addLayout(head);
    content()->addWidget(bodyLabel(facts.sentence, this));
    content()->addStretch(1);
    auto *button = new QPushButton(facts.button, this);
    named(button, "homeCardButton", tr("%1: %2 %3").arg(facts.button, number, facts.sentence));
    button->setObjectName(QStringLiteral("homeCardButton_") + facts.key);
    if (facts.urgency == HomeFacts::Urgency::Problem)
        makePrimary(button);
    content()->addSpacing(spacing::grid);
    content()->addWidget(button, 0, Qt::AlignLeft);
    connect(button, &QPushButton::clicked, this, &HomeCard::wanted);
    drawSign();
}

void HomeCard::drawSign()
{
    const int size = theme::scaled(24, font());
    m_sign->setPixmap(icons::pixmap(theme::toneIcon(m_tone), size, theme::toneColour(m_tone, palette()), devicePixelRatioF()));
}

void HomeCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        drawSign();
}

} // namespace certdesk
