// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roster/rosterpages.h"

#include "ui/roster/boardpage.h"
#include "ui/roster/groupoperationpage.h"
#include "ui/roster/passwordspage.h"
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
    const auto page = [](const char *name, const QString &word, const char *icon, Right right, std::function<Page *(const PageContext &)> create) {
        return PageEntry{QString::fromLatin1(name), word, QString::fromLatin1(icon), Place::Hidden, right, std::move(create)};
    };
    return {page("board", tr("Returning-school board"), "students", Right::ViewRoster, [](const PageContext &context) { return new BoardPage(context); }),
            page("student-operation", tr("Operations on students"), "students", Right::BatchOperations,
                 [](const PageContext &context) { return new StudentOperationPage(context); }),
            page("group-operation", tr("Operations on groups"), "groups", Right::BatchOperations,
                 [](const PageContext &context) { return new GroupOperationPage(context); }),
            page("passwords", tr("Change passwords"), "settings", Right::BatchOperations, [](const PageContext &context) { return new PasswordsPage(context); })};
}

} // namespace certdesk
