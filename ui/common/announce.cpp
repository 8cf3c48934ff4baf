// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/announce.h"

#include <QAccessible>
#include <QWidget>

namespace certdesk {

void announce(QWidget *region, const QString &text)
{
    region->setAccessibleName(text);
    QAccessibleEvent changed(region, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&changed);
    QAccessibleEvent alert(region, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void named(QWidget *widget, const char *objectName, const QString &accessibleName)
{
    widget->setObjectName(QString::fromLatin1(objectName));
    widget->setAccessibleName(accessibleName);
}

} // namespace certdesk
