// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/page.h"

class QScrollArea;

namespace certdesk {

class BackupPanel;
class FormSection;
class StateLinkPanel;

/// Look, dates, lock, language, password: each takes effect at once, there is nothing to save. In a district also the link to
/// the state. The parameter "section" leads to a part: "link" or "backup".
class SettingsPage : public Page
{
    Q_OBJECT

public:
    /// `changePassword` is the window's action; null when this program cannot do it.
    SettingsPage(const PageContext &context, QAction *changePassword, QWidget *parent = nullptr);

    QString title() const override { return tr("Settings"); }
    QString sentence() const override { return tr("For you at this computer"); }
    bool showsSchoolYear() const override { return false; }
    void open(const PageAddress &address) override;
    void refresh() override;

private:
    QWidget *buildLook();
    QWidget *buildSafety(QAction *changePassword);
    PageContext m_context;
    StateLinkPanel *m_link = nullptr; ///< absent in a state database
    BackupPanel *m_backup = nullptr; ///< for those who may
    QScrollArea *m_scroll = nullptr;
};

} // namespace certdesk
