// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/page.h"

namespace certdesk {

class EventListPanel;

/// **Certification Event** of the district: the list, from where a row's wizard is opened.
class CertificationPage : public Page
{
    Q_OBJECT

public:
    explicit CertificationPage(const PageContext &context, QWidget *parent = nullptr);

    QString title() const override { return tr("Certification Event Details"); }
    QString sentence() const override;
    QList<QAction *> pageActions() const override { return {m_sync, m_categories}; }
    PageAddress address() const override;
    void open(const PageAddress &address) override;
    bool showsSchoolYear() const override { return false; }
    void refresh() override;

private:
    void synchronize();

    PageContext m_context;
    EventListPanel *m_list;
    QAction *m_sync;
    QAction *m_categories;
    qint64 m_wanted = 0; ///< participation to select as soon as it is there
    int m_generation = 0;
};

} // namespace certdesk
