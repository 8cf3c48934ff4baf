// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace certdesk {

class FieldTray;
class IntakeDesk;
class MappingTable;
class MappingView;
class TextLabel;

/// Which column of the file feeds which field: suggested by the program, put right by drag and drop or by keyboard.
class MappingPanel : public QWidget
{
    Q_OBJECT

public:
    explicit MappingPanel(IntakeDesk &desk, QWidget *parent = nullptr);
    MappingTable *table() const { return m_table; }
    MappingView *view() const { return m_view; }
    /// To be called when table or mapping of the desk are others.
    void showMapping();

Q_SIGNALS:
    void refused(const QString &why);

private:
    void showTrays();
    void tell();

    IntakeDesk &m_desk;
    MappingTable *m_table;
    MappingView *m_view;
    FieldTray *m_required;
    FieldTray *m_optional;
    TextLabel *m_findings;
    QPushButton *m_accept;
};

} // namespace certdesk
