// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;

namespace certdesk {

class FormField;
class IntakeDesk;
class TextLabel;

/// The confirmation, which reads like a document, and the reason of what is overridden.
class CommitPanel : public QWidget
{
    Q_OBJECT

public:
    explicit CommitPanel(IntakeDesk &desk, QWidget *parent = nullptr);
    void showPlan();
    bool needsReason() const;

Q_SIGNALS:
    void changed();

private:
    IntakeDesk &m_desk;
    TextLabel *m_head;
    TextLabel *m_more;
    QLineEdit *m_reason;
    FormField *m_reasonField;
};

} // namespace certdesk
