// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QRadioButton;

namespace certdesk {

class IntakeDesk;

/// What the person accepts for whole statuses and codes, and whether open rows hold the others back.
class ReviewDecisions : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewDecisions(IntakeDesk &desk, bool mayOverride, QWidget *parent = nullptr);
    void showReview();

Q_SIGNALS:
    /// The plan has to be made again.
    void acceptedChanged();
    void modeChanged();

private:
    void addBox(const QString &word, const QString &text, bool isOverride);

    IntakeDesk &m_desk;
    bool m_mayOverride;
    QWidget *m_boxes;
    QRadioButton *m_all;
    QRadioButton *m_good;
    bool m_showing = false;
};

} // namespace certdesk
