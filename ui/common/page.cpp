// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/page.h"

namespace certdesk {

Page::Page(const QString &name, QWidget *parent) : QWidget(parent), m_name(name)
{
    setObjectName(name + QStringLiteral("Page"));
}

} // namespace certdesk
