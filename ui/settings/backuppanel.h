// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/card.h"

class QPushButton;

namespace certdesk {

class Job;
class StoreThread;
class TextLabel;

/// When the last backup was made, and the button that makes one (S-041). For persons with the right.
class BackupPanel : public Card
{
    Q_OBJECT

public:
    explicit BackupPanel(StoreThread &store, QWidget *parent = nullptr);
    void refresh();
    void enter();

Q_SIGNALS:
    /// The receiver owns it.
    void jobStarted(certdesk::Job *job);

private:
    void backUp(const QString &path);

    StoreThread &m_store;
    TextLabel *m_last;
    QPushButton *m_backUp;
};

} // namespace certdesk
