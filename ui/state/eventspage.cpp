// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/eventspage.h"

#include "models/store/certification/certificationreader.h"
#include "models/store/certification/eventcommands.h"
#include "models/store/storethread.h"
#include "ui/common/grid/grid.h"
#include "ui/common/icons.h"
#include "ui/common/prompt.h"
#include "ui/common/whendone.h"

#include <QAction>
#include <QLocale>

namespace certdesk {

namespace {

ListPage::Words words()
{
    ListPage::Words words;
    words.title = EventsPage::tr("Certification Events");
    words.sentence = [](qint64 rows) { return EventsPage::tr("%n event(s)", nullptr, static_cast<int>(rows)); };
    words.emptyWhy = EventsPage::tr("No event yet");
    words.emptyMore = EventsPage::tr("An event tells districts what to certify, and until when.");
    words.nextStep = EventsPage::tr("New event");
    words.leadsTo = {QStringLiteral("event"), {}};
    words.columns = QStringLiteral("name status school_year category start_date opens_date end_date published_version").split(QLatin1Char(' '));
    return words;
}

} // namespace

EventsPage::EventsPage(const PageContext &context, QWidget *parent) : ListPage(QStringLiteral("events"), QStringLiteral("events"), words(), context, parent)
{
    auto *fresh = action("newEvent", tr("New"), QStringLiteral("add"), QKeySequence::New);
    auto *edits = action("editEvent", tr("Edit"), QStringLiteral("edit"));
    auto *view = action("viewEvent", tr("View"), QStringLiteral("districts"));
    auto *copy = action("copyEvent", tr("Copy"), QStringLiteral("file"));
    auto *closing = action("closeEvent", tr("Close"), QStringLiteral("close"));
    auto *categories = action("openCategories", tr("Categories"), QStringLiteral("groups"));
    connect(categories, &QAction::triggered, this, [this] { goTo({QStringLiteral("categories"), {}}); });
    connect(fresh, &QAction::triggered, this, [this] { goTo({QStringLiteral("event"), {}}); });
    connect(edits, &QAction::triggered, this, [this] { withCurrent([this](qint64 event) { edit(event); }); });
    connect(view, &QAction::triggered, this, [this] {
        withCurrent([this](qint64 event) { goTo(PageAddress{QStringLiteral("submissions"), {}}.set("event", QString::number(event))); });
    });
    connect(copy, &QAction::triggered, this, [this] { withCurrent([this](qint64 event) { apply(std::make_shared<CopyEvent>(event), tr("The event is copied")); }); });
    connect(closing, &QAction::triggered, this, [this] { withCurrent([this](qint64 event) { close(event); }); });
    connect(grid(), &Grid::activated, this, &EventsPage::edit);
    fresh->setEnabled(context.store->person().may(Right::CreateEvents));
    copy->setEnabled(context.store->person().may(Right::CreateEvents));
    closing->setEnabled(context.store->person().may(Right::CloseEvents));
}

QAction *EventsPage::action(const char *name, const QString &text, const QString &icon, const QKeySequence &keys)
{
    auto *made = new QAction(icons::icon(icon), text, this);
    made->setObjectName(QLatin1String(name));
    made->setToolTip(text);
    if (!keys.isEmpty()) {
        made->setShortcut(keys);
        made->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    }
    QWidget::addAction(made);
    m_actions.append(made);
    return made;
}

void EventsPage::edit(qint64 event)
{
    goTo(PageAddress{QStringLiteral("event"), {}}.set("event", QString::number(event)));
}

void EventsPage::withCurrent(const std::function<void(qint64)> &act)
{
    if (const qint64 event = grid()->currentId())
        act(event);
    else
        showNotice(tr("Choose an event first"));
}

void EventsPage::apply(const std::shared_ptr<Command> &command, const QString &done)
{
    whenDone(context().store->apply(command), this, [this, done](const Result<Change> &change) {
        if (change)
            showDone(done, 0);
        else
            showError(change.error());
    });
}

void EventsPage::close(qint64 event)
{
    const auto read = context().store->run<QVector<ParticipantRow>>([event](Session &session) { return readParticipants(session, event); });
    whenDone(read, this, [this, event](const Result<QVector<ParticipantRow>> &participants) {
        if (!participants)
            return showError(participants.error());
        QStringList open;
        for (const ParticipantRow &row : *participants) {
            if (row.status != ParticipantStatus::Approved)
                open.append(row.school.isEmpty() ? row.districtName : row.districtName + QLatin1Char(' ') + row.school);
        }
        const QString text = open.isEmpty() ? tr("All participants are approved. The event can be reopened.")
                                            : tr("Not approved yet: %1. The event leaves their lists; it can be reopened.").arg(open.join(QLatin1String(", ")));
        Prompt::ask(this, {tr("Close this event?"), text, tr("Close the event"), tr("Keep it open"), false}, [this, event](bool yes) {
            if (yes)
                apply(std::make_shared<CloseEvent>(event), tr("The event is closed"));
        });
    });
}

} // namespace certdesk
