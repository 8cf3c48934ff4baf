// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roster/rosterpages.h"

#include "ui/roster/studentoperationpage.h"

#include <QCoreApplication>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("certdesk::RosterPages", text);
}

} // namespace

QVector<PageEntry> rosterPages()
{
    using Place = PageEntry::Place;
    return {{QStringLiteral("student-operation"), tr("Operations on students"), QStringLiteral("students"), Place::Hidden, Right::BatchOperations,
             [](const PageContext &context) { return new StudentOperationPage(context); }}};
}

} // namespace certdesk
