// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <functional>

class QLineEdit;

namespace certdesk {

/// Rows are made void with a reason (T-036).
class VoidDialog : public QDialog
{
    Q_OBJECT

public:
    /// The answer comes only when a reason was given.
    static void ask(QWidget *parent, int rows, std::function<void(const QString &reason)> answer);

private:
    VoidDialog(QWidget *parent, int rows);
    QLineEdit *m_reason;
};

} // namespace certdesk
