// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/home/homefacts.h"
#include "ui/common/card.h"
#include "ui/common/theme.h"

namespace certdesk {

/// One number, one sentence, one button (W-010).
class HomeCard : public Card
{
    Q_OBJECT

public:
    explicit HomeCard(const HomeFacts::Card &facts, QWidget *parent = nullptr);
    static Tone toneOf(HomeFacts::Urgency urgency);

Q_SIGNALS:
    void wanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void drawSign();
    Tone m_tone;
    QLabel *m_sign;
};

} // namespace certdesk
