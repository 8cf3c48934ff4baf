// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/passwordinput.h"

#include "ui/common/icons.h"

#include <QAction>

namespace certdesk {

PasswordInput::PasswordInput(const char *objectName, QWidget *parent) : QLineEdit(parent)
{
    setObjectName(QString::fromLatin1(objectName));
    setEchoMode(Password);
    QAction *look = addAction(icons::icon(QStringLiteral("show")), TrailingPosition);
    look->setObjectName(QStringLiteral("showPassword"));
    look->setToolTip(tr("Show the password"));
    look->setCheckable(true);
    connect(look, &QAction::toggled, this, [this, look](bool shown) {
        setEchoMode(shown ? Normal : Password);
        look->setIcon(icons::icon(shown ? QStringLiteral("hide") : QStringLiteral("show")));
        look->setToolTip(shown ? tr("Hide the password") : tr("Show the password"));
    });
}

} // namespace certdesk
