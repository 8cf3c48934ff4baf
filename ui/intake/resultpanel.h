// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace certdesk {

class IntakeDesk;
class TextLabel;

/// What became of the file: outcomes that add up to its rows, and the ways from here.
class ResultPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ResultPanel(IntakeDesk &desk, QWidget *parent = nullptr);
    void showOutcome();

Q_SIGNALS:
    void undoWanted();
    void issuesWanted();
    void listWanted();
    void detailsWanted();

private:
    QPushButton *button(const char *name, const QString &text, const QString &icon, void (ResultPanel::*signal)());

    IntakeDesk &m_desk;
    TextLabel *m_head;
    TextLabel *m_more;
    QPushButton *m_list;
    QPushButton *m_issues;
    QPushButton *m_details;
    QPushButton *m_undo;
};

} // namespace certdesk
