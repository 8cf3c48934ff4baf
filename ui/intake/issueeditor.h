// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/intake/keptrows.h"

#include <QWidget>

class QLineEdit;

namespace certdesk {

/// One kept row: what is wrong with it, its cells to be corrected and tried again, and what else can be done about it.
class IssueEditor : public QWidget
{
    Q_OBJECT

public:
    explicit IssueEditor(const KeptRow &row, const QString &assignedTo, QWidget *parent = nullptr);
    QJsonObject cells() const;

Q_SIGNALS:
    void retryWanted(const QJsonObject &cells);
    void dismissWanted(const QString &reason);
    void waitingWanted(bool waiting);
    void assignWanted(const QString &person);

private:
    QJsonObject m_cells;
    QHash<QString, QLineEdit *> m_inputs;
};

} // namespace certdesk
