// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/page.h"

namespace certdesk {

class FormSection;

/// Look, dates, lock, language, password. Each takes effect at once; there is nothing to save.
class SettingsPage : public Page
{
    Q_OBJECT

public:
    /// `changePassword` is the window's action; null when this program cannot do it.
    SettingsPage(const PageContext &context, QAction *changePassword, QWidget *parent = nullptr);

    QString title() const override { return tr("Settings"); }
    QString sentence() const override { return tr("For you at this computer"); }
    bool showsSchoolYear() const override { return false; }

private:
    QWidget *buildLook();
    QWidget *buildSafety(QAction *changePassword);
    PageContext m_context;
};

} // namespace certdesk
