// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace certdesk {

/// A password with a button that shows it; paste is allowed (S-002).
class PasswordInput : public QLineEdit
{
    Q_OBJECT

public:
    explicit PasswordInput(const char *objectName, QWidget *parent = nullptr);
};

} // namespace certdesk
