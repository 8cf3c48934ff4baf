// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/submissionspage.h"

#include "models/domain/certification/statuses.h"
#include "models/store/certification/decisioncommands.h"
#include "models/store/storethread.h"
#include "ui/certification/tones.h"
#include "ui/common/card.h"
#include "ui/common/emptystate.h"
#include "ui/common/form.h"
#include "ui/common/icons.h"
#include "ui/common/text.h"
#include "ui/common/whendone.h"

#include <QBoxLayout>
#include <QDateEdit>
#include <QDateTime>
#include <QHeaderView>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTreeWidget>

namespace certdesk {

namespace {

constexpr int idRole = Qt::UserRole;

QString dayText(DayNumber day)
{
    return day ? QLocale().toString(QDate::fromJulianDay(day), QLocale::ShortFormat) : QString();
}

QString markerText(const QString &marker)
{
    static const QHash<QString, const char *> words{
        {QStringLiteral("exception"), QT_TRANSLATE_NOOP("certdesk::SubmissionsPage", "approved without submission")},
        {QStringLiteral("late"), QT_TRANSLATE_NOOP("certdesk::SubmissionsPage", "delivered late")},
        {QStringLiteral("quorum-changed"), QT_TRANSLATE_NOOP("certdesk::SubmissionsPage", "quorum changed")},
        {QStringLiteral("request"), QT_TRANSLATE_NOOP("certdesk::SubmissionsPage", "asks to recertify")},
        {QStringLiteral("overdue"), QT_TRANSLATE_NOOP("certdesk::SubmissionsPage", "overdue")},
        {QStringLiteral("ended"), QT_TRANSLATE_NOOP("certdesk::SubmissionsPage", "ended")}};
    const char *word = words.value(marker);
    return word ? SubmissionsPage::tr(word) : marker;
}

} // namespace

SubmissionsPage::SubmissionsPage(const PageContext &context, QWidget *parent)
    : Page(QStringLiteral("submissions"), parent), m_context(context), m_list(new QTreeWidget), m_empty(new EmptyState)
{
    m_list->setObjectName(QStringLiteral("submissionList"));
    m_list->setAccessibleName(tr("Participants of the event"));
    m_list->setHeaderLabels({tr("Participant"), tr("Status"), tr("Signed"), tr("Snapshot"), tr("Due"), tr("Markers")});
    m_list->setRootIsDecorated(false);
    m_list->header()->setStretchLastSection(false);
    for (int column = 0; column < 6; ++column)
        m_list->header()->setSectionResizeMode(column, column == 0 ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
    m_empty->setReason(tr("No participant yet"), tr("Publish the event; then its participants stand here."));
    m_submission = buildSubmission();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(spacing::margin, 0, spacing::margin, spacing::group);
    row->setSpacing(spacing::group);
    row->addWidget(m_list, 3);
    row->addWidget(m_empty, 3);
    row->addWidget(m_submission, 2);
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this] {
        showSubmission();
        Q_EMIT addressChanged();
    });
    connect(context.store, &StoreThread::changed, this, [this](const Change &change) {
        if ((change.touches(EntityKind::Participation) || change.touches(EntityKind::SignOff) || change.touches(EntityKind::Request)) && isVisible())
            refresh();
    });
}

QWidget *SubmissionsPage::buildSubmission()
{
    auto *card = new Card(tr("Submission"));
    m_who = strongLabel(QString());
    m_facts = bodyLabel(QString());
    m_reason = new QPlainTextEdit;
    m_reason->setObjectName(QStringLiteral("decisionReason"));
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(theme::scaled(64, font()));
    m_due = new QDateEdit;
    m_due->setObjectName(QStringLiteral("recertificationDue"));
    m_due->setCalendarPopup(true);
    const auto button = [](const char *name, const QString &text) {
        auto *made = new QPushButton(text);
        made->setObjectName(QLatin1String(name));
        made->setAccessibleName(text);
        return made;
    };
    m_approve = button("approveCertification", tr("Approve"));
    m_ask = button("askRecertification", tr("Ask recertification"));
    m_deny = button("denyRequest", tr("Deny request"));
    m_revoke = button("revokeApproval", tr("Revoke approval"));
    auto *reason = new FormField(tr("Reason"), m_reason);
    reason->help(tr("Shown to all members."));
    auto *due = new FormField(tr("Due date of a recertification"), m_due);
    auto *buttons = new QVBoxLayout;
    for (QPushButton *made : {m_approve, m_ask, m_deny, m_revoke})
        buttons->addWidget(made);
    card->content()->addWidget(m_who);
    card->content()->addWidget(m_facts);
    card->content()->addWidget(reason);
    card->content()->addWidget(due);
    card->content()->addLayout(buttons);
    connect(m_approve, &QPushButton::clicked, this, [this] {
        decide([](qint64 id, const QString &why) { return std::make_shared<ApproveCertification>(id, why); }, tr("The certification is approved"));
    });
    connect(m_ask, &QPushButton::clicked, this, [this] {
        const DayNumber until = dayNumber(m_due->date());
        decide([until](qint64 id, const QString &why) { return std::make_shared<AskRecertification>(id, why, until); }, tr("Recertification is asked"));
    });
    connect(m_deny, &QPushButton::clicked, this, [this] {
        decide([](qint64 id, const QString &why) { return std::make_shared<DenyRequest>(id, why); }, tr("The request is denied"));
    });
    connect(m_revoke, &QPushButton::clicked, this, [this] {
        decide([](qint64 id, const QString &why) { return std::make_shared<RevokeApproval>(id, why); }, tr("The approval is revoked"));
    });
    auto *scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("submissionScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(card);
    scroll->viewport()->setAutoFillBackground(false);
    return scroll;
}

QString SubmissionsPage::sentence() const
{
    qsizetype sent = 0;
    qsizetype approved = 0;
    for (const ParticipantRow &row : m_rows) {
        sent += row.status == ParticipantStatus::Sent || row.status == ParticipantStatus::Requested;
        approved += row.status == ParticipantStatus::Approved;
    }
    return tr("%1 of %2 approved, %3 wait for a decision").arg(approved).arg(m_rows.size()).arg(sent);
}

PageAddress SubmissionsPage::address() const
{
    PageAddress address = PageAddress{name(), {}}.set("event", QString::number(m_event));
    if (const ParticipantRow *row = current())
        address.set("participation", QString::number(row->id));
    return address;
}

void SubmissionsPage::open(const PageAddress &address)
{
    m_event = address.parameter("event").toLongLong();
    m_wanted = address.parameter("participation").toLongLong();
    refresh();
}

void SubmissionsPage::refresh()
{
    struct Read
    {
        QString name;
        QVector<ParticipantRow> rows;
    };
    const qint64 event = m_event;
    const auto read = m_context.store->run<Read>([event](Session &session) -> Result<Read> {
        const auto rows = readParticipants(session, event);
        if (!rows)
            return tl::unexpected(rows.error());
        const auto record = session.record(EntityKind::Event, event);
        return Read{record ? record->text("name") : QString(), *rows};
    });
    whenDone(read, this, [this](const Result<Read> &done) {
        if (!done)
            return showError(done.error());
        m_eventName = done->name;
        m_rows = done->rows;
        showRows();
        Q_EMIT headerChanged();
    });
}

void SubmissionsPage::showRows()
{
    const ParticipantRow *before = current();
    const qint64 wanted = m_wanted ? std::exchange(m_wanted, 0) : before ? before->id : 0;
    m_list->clear();
    QTreeWidgetItem *chosen = nullptr;
    for (const ParticipantRow &row : std::as_const(m_rows)) {
        QStringList markers;
        for (const QString &marker : row.markers)
            markers.append(markerText(marker));
        const QString who = row.school.isEmpty() ? row.districtName : row.districtName + QLatin1String(", ") + row.school;
        const QString signedText = tr("%1 of %2").arg(row.signedBy.size()).arg(row.signedBy.size() + row.missing.size());
        auto *item = new QTreeWidgetItem(m_list, {who, statusLabel(row.status), signedText, row.snapshotVersion ? QString::number(row.snapshotVersion) : QString(),
                                                  dayText(row.dueDate), markers.join(QLatin1String(", "))});
        item->setData(0, idRole, row.id);
        const QColor colour = theme::toneColour(toneOfStatus(statusCode(row.status)), palette());
        item->setForeground(1, colour);
        item->setIcon(1, icons::icon(theme::toneIcon(toneOfStatus(statusCode(row.status))), colour));
        if (row.id == wanted || !chosen)
            chosen = item;
    }
    m_list->setVisible(!m_rows.isEmpty());
    m_empty->setVisible(m_rows.isEmpty());
    m_submission->setVisible(!m_rows.isEmpty());
    m_list->setCurrentItem(chosen);
    showSubmission();
}

const ParticipantRow *SubmissionsPage::current() const
{
    const qint64 id = m_list->currentItem() ? m_list->currentItem()->data(0, idRole).toLongLong() : 0;
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(), [id](const ParticipantRow &row) { return row.id == id; });
    return found == m_rows.cend() ? nullptr : &*found;
}

void SubmissionsPage::showSubmission()
{
    const ParticipantRow *row = current();
    if (!row)
        return;
    m_who->setText(row->school.isEmpty() ? row->districtName : row->districtName + QLatin1String(", ") + row->school);
    QStringList lines{tr("Round %1, %2").arg(row->round).arg(statusLabel(row->status))};
    for (const ParticipantRow::Member &member : row->members) {
        const QString when = member.signedAt ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(member.signedAt), QLocale::ShortFormat) : QString();
        lines.append(tr("%1 (%2): %3 %4").arg(member.name, member.role, statusLabel(member.status), when).trimmed());
    }
    if (row->snapshotVersion)
        lines.append(tr("Snapshot %1 of %2").arg(row->snapshotVersion).arg(QLocale().toString(QDateTime::fromMSecsSinceEpoch(row->snapshotTakenAt), QLocale::ShortFormat)));
    if (!row->requestReason.isEmpty())
        lines.append(tr("Asks to recertify: %1").arg(row->requestReason));
    if (!row->reason.isEmpty())
        lines.append(tr("Last reason: %1").arg(row->reason));
    m_facts->setText(lines.join(QLatin1Char('\n')));
    m_due->setDate(QDate::fromJulianDay(row->dueDate));
    const bool may = m_context.store->person().may(Right::Decide);
    const bool isOpen = row->status == ParticipantStatus::InProgress || row->status == ParticipantStatus::Recertification;
    const bool isRequested = row->status == ParticipantStatus::Requested;
    const bool isApproved = row->status == ParticipantStatus::Approved;
    m_approve->setText(isOpen ? tr("Approve without submission") : tr("Approve"));
    m_approve->setVisible(!isApproved && !isRequested);
    m_ask->setText(isRequested ? tr("Accept request") : tr("Ask recertification"));
    m_ask->setVisible(!isOpen);
    m_deny->setVisible(isRequested);
    m_revoke->setVisible(isApproved);
    for (QPushButton *button : {m_approve, m_ask, m_deny, m_revoke}) {
        button->setEnabled(may);
        button->setToolTip(may ? QString() : tr("You lack the right \"%1\"; a state approver has it.").arg(rightTitle(Right::Decide)));
    }
}

void SubmissionsPage::decide(const std::function<std::shared_ptr<Command>(qint64, const QString &)> &make, const QString &done)
{
    const ParticipantRow *row = current();
    if (!row)
        return;
    whenDone(m_context.store->apply(make(row->id, m_reason->toPlainText().trimmed())), this, [this, done](const Result<Change> &change) {
        if (!change)
            return showError(change.error());
        m_reason->clear();
        showDone(done, 0);
        refresh();
    });
}

} // namespace certdesk
