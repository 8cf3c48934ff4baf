// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/eventeditorpage.h"

#include "models/domain/certification/statuses.h"
#include "models/store/certification/certificationreader.h"
#include "models/store/certification/eventcommands.h"
#include "models/store/storethread.h"
#include "ui/common/prompt.h"
#include "ui/common/theme.h"
#include "ui/common/whendone.h"

#include <QBoxLayout>

namespace certdesk {

EventEditorPage::EventEditorPage(const PageContext &context, QWidget *parent)
    : Page(QStringLiteral("event"), parent), m_context(context), m_form(new EventForm)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::margin, 0, spacing::margin, spacing::group);
    column->addWidget(m_form);
    connect(m_form, &EventForm::headingChanged, this, &Page::headerChanged);
    connect(m_form, &EventForm::saveWanted, this, [this] { save(false); });
    connect(m_form, &EventForm::publishWanted, this, [this] { save(true); });
    connect(m_form, &EventForm::cancelWanted, this, &EventEditorPage::leave);
    connect(m_form, &EventForm::deleteWanted, this, &EventEditorPage::removeEvent);
    if (!context.store->person().may(Right::PublishEvents))
        m_form->setPublishHindrance(tr("You lack the right \"%1\"; a state administrator has it.").arg(rightTitle(Right::PublishEvents)));
}

QString EventEditorPage::sentence() const
{
    return m_version > 0 ? tr("Published as version %1; districts see changes after the next publication.").arg(m_version) : tr("Not published yet; no district sees it.");
}

PageAddress EventEditorPage::address() const
{
    PageAddress address{name(), {}};
    if (m_event)
        address.set("event", QString::number(m_event));
    return address;
}

Result<EventEditorPage::Loaded> EventEditorPage::load(Session &session, qint64 event)
{
    Loaded loaded;
    const auto categories = session.records(EntityKind::Category);
    const auto groups = session.records(EntityKind::RuleGroup);
    const auto organizations = session.records(EntityKind::Organization);
    const auto schools = session.records(EntityKind::School);
    for (const auto *read : {&categories, &groups, &organizations, &schools}) {
        if (!*read)
            return tl::unexpected(read->error());
    }
    QHash<qint64, const Record *> districts;
    for (const Record &organization : *organizations) {
        if (organization.text("kind") != QLatin1String("district"))
            continue;
        districts.insert(organization.id, &organization);
        loaded.choices.participants.append({organization.text("code"), organization.text("name"), {}, {}});
    }
    for (const Record &school : *schools) {
        if (const Record *district = districts.value(school.organization))
            loaded.choices.participants.append({district->text("code"), district->text("name"), school.text("school_code"), school.text("name")});
    }
    for (const Record &category : *categories) {
        if (category.isTrue("active"))
            loaded.choices.categories.append({category.text("name"), category.text("level")});
    }
    for (const Record &group : *groups) {
        if (group.isTrue("active"))
            loaded.choices.groups.append({group.text("code"), group.text("name")});
    }
    for (qint64 year = session.info().schoolYear + 1; year >= session.info().schoolYear - 2; --year)
        loaded.choices.schoolYears.append(year);
    if (event == 0) {
        EventDocument fresh;
        fresh.schoolYear = session.info().schoolYear;
        fresh.level = QStringLiteral("district");
        fresh.start = fresh.opens = session.today();
        fresh.end = session.today() + 30;
        loaded.document = fresh.toJson();
        return loaded;
    }
    const auto record = session.record(EntityKind::Event, event);
    if (!record)
        return failure(Error::Kind::NotFound, QStringLiteral("NOT-FOUND"), tr("The event is not there any more."), tr("Go back to the list."));
    const auto category = session.record(EntityKind::Category, record->integer("category_id"));
    loaded.document = EventDocument::fromRecord(*record, category ? category->text("name") : QString()).toJson();
    loaded.version = record->integer("published_version");
    loaded.canDelete = loaded.version == 0 && session.person().may(Right::DeleteEvents);
    if (loaded.version > 0) {
        const auto participants = readParticipants(session, event);
        if (!participants)
            return tl::unexpected(participants.error());
        for (const ParticipantStatus status : {ParticipantStatus::InProgress, ParticipantStatus::Sent, ParticipantStatus::Approved, ParticipantStatus::Requested, ParticipantStatus::Recertification}) {
            const auto count = std::count_if(participants->cbegin(), participants->cend(), [status](const ParticipantRow &row) { return row.status == status; });
            loaded.counts.append({statusLabel(status), static_cast<int>(count)});
        }
    }
    return loaded;
}

void EventEditorPage::open(const PageAddress &address)
{
    m_event = address.parameter("event").toLongLong();
    const qint64 event = m_event;
    whenDone(m_context.store->run<Loaded>([event](Session &session) { return load(session, event); }), this, [this](const Result<Loaded> &loaded) {
        if (loaded)
            present(*loaded);
        else
            showError(loaded.error());
    });
}

void EventEditorPage::present(const Loaded &loaded)
{
    m_version = loaded.version;
    m_form->setChoices(loaded.choices);
    m_form->setDocument(loaded.document, m_event == 0, loaded.canDelete);
    m_form->setStatusCounts(loaded.counts);
    Q_EMIT headerChanged();
}

void EventEditorPage::save(bool publish)
{
    if (!m_form->validate())
        return;
    const auto document = EventDocument::fromJson(m_form->document());
    if (!document)
        return showError(document.error());
    auto saved = std::make_shared<SaveEvent>(m_event, *document);
    whenDone(m_context.store->apply(saved), this, [this, saved, publish](const Result<Change> &done) {
        if (!done)
            return showError(done.error());
        m_event = saved->id();
        m_form->markSaved();
        Q_EMIT addressChanged();
        if (!publish) {
            showDone(tr("The event is saved"), 0);
            return open(address());
        }
        auto published = std::make_shared<PublishEvent>(m_event);
        whenDone(m_context.store->apply(published), this, [this, published](const Result<Change> &done) {
            if (!done)
                return showError(done.error());
            showNotice(tr("Published as version %1 to %n participant(s). Review in-progress events here.", nullptr, static_cast<int>(published->participants())).arg(published->version()),
                       PageAddress{QStringLiteral("submissions"), {}}.set("event", QString::number(m_event)));
            open(address());
        });
    });
}

void EventEditorPage::removeEvent()
{
    const QString name = m_form->document()[QLatin1String("name")].toString();
    Prompt::ask(this, {tr("Delete %1?").arg(name), tr("The event was never published. Deleting it cannot be undone."), tr("Delete the event"), tr("Keep it"), true}, [this](bool yes) {
        if (!yes)
            return;
        whenDone(m_context.store->apply(std::make_shared<DeleteEvent>(m_event)), this, [this](const Result<Change> &done) {
            if (!done)
                return showError(done.error());
            m_form->markSaved();
            leave();
        });
    });
}

void EventEditorPage::leave()
{
    const auto go = [this] { goTo({QStringLiteral("events"), {}}); };
    if (!m_form->isChanged())
        return go();
    Prompt::ask(this, {tr("Leave without saving?"), tr("What you typed in this event is not saved."), tr("Leave without saving"), tr("Stay"), true}, [this, go](bool yes) {
        if (!yes)
            return;
        m_form->markSaved();
        go();
    });
}

QJsonObject EventEditorPage::draft() const
{
    return m_form->isChanged() ? QJsonObject{{QStringLiteral("event"), m_event}, {QStringLiteral("document"), m_form->document()}} : QJsonObject();
}

void EventEditorPage::restoreDraft(const QJsonObject &draft)
{
    m_event = draft[QLatin1String("event")].toInteger();
    m_form->setDocument(draft[QLatin1String("document")].toObject(), m_event == 0, false);
    Q_EMIT m_form->edited();
}

} // namespace certdesk
