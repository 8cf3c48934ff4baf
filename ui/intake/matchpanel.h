// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector>
#include <QWidget>

class QComboBox;

namespace certdesk {

class FormField;
class IntakeDesk;
class TextLabel;

/// What the rows are matched with, and what is done on a match: school, policy, order of dates, students who are not in the file.
class MatchPanel : public QWidget
{
    Q_OBJECT

public:
    struct School
    {
        QString code;
        QString name;
    };

    explicit MatchPanel(IntakeDesk &desk, QWidget *parent = nullptr);
    void setSchools(const QVector<School> &schools);
    void showWork();

Q_SIGNALS:
    /// A decision is another one: the plan has to be made again.
    void changed();

private:
    void take();

    IntakeDesk &m_desk;
    QComboBox *m_school;
    QComboBox *m_policy;
    QComboBox *m_dates;
    QComboBox *m_absent;
    QComboBox *m_reason;
    FormField *m_policyField;
    FormField *m_datesField;
    FormField *m_absentField;
    FormField *m_reasonField;
    TextLabel *m_how;
    bool m_showing = false;
};

} // namespace certdesk
