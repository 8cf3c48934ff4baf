// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/windowfind.h"

#include "ui/common/findbox.h"
#include "ui/frame/windowactions.h"
#include "ui/frame/workarea.h"
#include "ui/help/helpindex.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPointer>

namespace certdesk {

namespace {

using Item = ListFindProvider::Item;

QString tr(const char *text)
{
    return QCoreApplication::translate("certdesk::FindBox", text);
}

Item actionItem(QAction *action)
{
    FindHit hit;
    hit.kind = tr("Action");
    hit.icon = QStringLiteral("forward");
    hit.title = action->text().remove(QLatin1Char('&'));
    hit.detail = action->shortcut().toString(QKeySequence::NativeText);
    hit.run = [pointer = QPointer<QAction>(action)] {
        if (pointer)
            pointer->trigger();
    };
    return {hit, {}};
}

QVector<Item> pageItems(const WorkArea &work)
{
    QVector<Item> items;
    for (const PageEntry &entry : work.entries())
        if (!entry.word.isEmpty())
            items.append({{tr("Page"), entry.icon, entry.word, {}, {entry.name, {}}, {}}, entry.name});
    return items;
}

QVector<Item> actionItems(const WorkArea &work, const WindowActions &actions)
{
    QVector<Item> items;
    if (const Page *page = work.currentPage()) {
        const auto own = page->pageActions();
        for (QAction *action : own)
            if (action->isEnabled())
                items.append(actionItem(action));
    }
    for (QAction *action : actions.all())
        if (action->isEnabled() && action->isVisible() && action != actions.find && action != actions.home && action != actions.settings)
            items.append(actionItem(action));
    return items;
}

QVector<Item> helpItems()
{
    QVector<Item> items;
    const auto topics = helpTopics(QLocale().name().left(2));
    for (const HelpTopic &topic : topics) {
        const PageAddress address = PageAddress{QStringLiteral("help"), {}}.set("topic", topic.name);
        items.append({{tr("Help"), QStringLiteral("help"), topic.title, {}, address, {}}, topic.words});
    }
    return items;
}

} // namespace

void addWindowProviders(FindBox &find, WorkArea &work, WindowActions &actions)
{
    find.addProvider(std::make_unique<ListFindProvider>([&work] { return pageItems(work); }));
    find.addProvider(std::make_unique<ListFindProvider>([&work, &actions] { return actionItems(work, actions); }));
    find.addProvider(std::make_unique<ListFindProvider>([items = helpItems()] { return items; }));
}

} // namespace certdesk
