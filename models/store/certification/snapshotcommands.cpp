// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/certification/snapshotcommands.h"

#include "models/domain/progress.h"
#include "models/store/mirror.h"
#include "models/store/rowcodec.h"
#include "models/store/scopefilter.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("SnapshotCommands", text);
}

qint64 organizationId(Connection &connection, const QString &code)
{
    const auto found = recordsWhere(connection, Scope::wholeDatabase(), EntityKind::Organization, QStringLiteral("t.code = ?"), {Value(code)});
    return found.isEmpty() ? 0 : found.first().id;
}

/// Walks the participant's rows at the state, in a fixed order, and digests them.
class RowWalk
{
public:
    RowWalk(Connection &connection, const ParticipationFacts &facts)
        : m_connection(connection), m_facts(facts), m_organization(organizationId(connection, facts.participation.text("organization_code")))
    {
    }

    RowsDigest walk(const std::function<void(const Record &)> &visit = {})
    {
        RowsDigest result;
        QCryptographicHash hash(QCryptographicHash::Sha256);
        const Scope scope = rowScope();
        for (const EntityKind kind : snapshotKinds(m_facts.document)) {
            const EntityDef &def = entityDef(kind);
            auto statement = m_connection.prepare(QStringLiteral("SELECT %1 FROM %2 t WHERE t.org_id = ? AND %3 ORDER BY t.id")
                                                      .arg(recordColumns(def, QStringLiteral("t")), QLatin1String(def.table),
                                                           scopeCondition(scope, kind, QStringLiteral("t"))));
            statement->bind(1, Value(m_organization));
            while (statement->step()) {
                const Record record = readRecord(kind, *statement);
                hash.addData(QByteArray(def.name) + '|' + QByteArray::number(record.id) + '|' + rowHash(record).toHex() + '\n');
                ++result.rows;
                if (visit)
                    visit(record);
            }
        }
        result.digest = QString::fromLatin1(hash.result().toHex());
        return result;
    }

private:
    /// A school-level participant is the rows of its school.
    Scope rowScope() const
    {
        if (m_facts.schoolCode().isEmpty())
            return Scope::wholeDatabase();
        QSet<qint64> ids;
        for (const Record &school : recordsWhere(m_connection, Scope::wholeDatabase(), EntityKind::School,
                                                 QStringLiteral("t.org_id = ? AND t.school_code = ?"), {Value(m_organization), Value(m_facts.schoolCode())}))
            ids.insert(school.id);
        return Scope::schools(QString(), ids);
    }

    Connection &m_connection;
    const ParticipationFacts &m_facts;
    qint64 m_organization;
};

QString claimName(const Record &event, qint64 plannedAt)
{
    return QStringLiteral("snapshots:%1:%2").arg(event.id).arg(plannedAt);
}

/// Published, open events whose planned snapshot time has come and was not claimed yet.
QVector<Record> dueEvents(Connection &connection, qint64 now)
{
    QVector<Record> due;
    for (const Record &event : recordsWhere(connection, Scope::wholeDatabase(), EntityKind::Event,
                                            QStringLiteral("t.status IN ('EVT_PUBLISHED', 'EVT_CHANGED')"))) {
        const EventDocument document = publishedVersion(connection, event.id).document;
        if (document.snapshotMethod == QLatin1String("none") || document.snapshotTime == 0 || document.snapshotTime > now)
            continue;
        if (linkState(connection, claimName(event, document.snapshotTime)).isEmpty())
            due.append(event);
    }
    return due;
}

} // namespace

QVector<EntityKind> snapshotKinds(const EventDocument &document)
{
    QVector<EntityKind> wanted;
    for (const QJsonValue &name : document.options.value(QLatin1String("entities")).toArray()) {
        if (const auto kind = entityKindFromName(name.toString()))
            wanted.append(*kind);
    }
    QVector<EntityKind> kinds;
    for (const EntityKind kind : entityKinds()) {
        const EntityDef &def = entityDef(kind);
        if (def.owner == Owner::District && kind < EntityKind::Account && (wanted.isEmpty() || wanted.contains(kind)))
            kinds.append(kind);
    }
    return kinds;
}

RowsDigest stateRowsDigest(Connection &connection, const ParticipationFacts &facts)
{
    return RowWalk(connection, facts).walk();
}

void TakeSnapshot::checkMayTake(Transaction &transaction, const ParticipationFacts &facts) const
{
    if (facts.isClosed())
        refuse("C-514", tr("The state closed this event."), tr("Nothing more can be done."));
    if (!facts.document.needsSnapshot())
        refuse("C-247", tr("This event has no snapshot step."), tr("Go on to the next step."));
    const bool open = facts.status() == ParticipantStatus::InProgress || facts.status() == ParticipantStatus::Recertification;
    if (!open)
        refuse("C-287", standing(facts), tr("Withdraw the sign-off or request recertification first."));
    if (transaction.today() < facts.document.start)
        refuse("C-184", tr("Review begins on %1.").arg(isoDay(facts.document.start)), tr("Come back on that day."));
    if (m_mode == Mode::First && facts.snapshot)
        refuse("C-246", tr("There is snapshot %1 already.").arg(facts.snapshot->integer("number")), tr("Review it, or retake it."));
    if (m_mode != Mode::Retake || m_afterSignature)
        return;
    for (const SignOffFacts &signOff : facts.signOffs) {
        if (isValid(signOff, facts.basis()))
            refuse("C-288", tr("%1 has signed on this snapshot. Only a Certifier may retake it now.").arg(signOff.personName), tr("Ask a Certifier."));
    }
}

/// C-287: earlier versions are kept, but no longer the current one.
void TakeSnapshot::supersedeEarlier(Transaction &transaction)
{
    for (Record old : recordsWhere(transaction.connection(), Scope::wholeDatabase(), EntityKind::Snapshot, QStringLiteral("t.participation_id = ?"),
                                   {Value(m_participation)})) {
        m_number = std::max(m_number, old.integer("number"));
        if (old.text("status") != QLatin1String("SNP_AVAILABLE"))
            continue;
        old.set("status", Value(QStringLiteral("SNP_SUPERSEDED")));
        transaction.update(old);
    }
}

void TakeSnapshot::perform(Transaction &transaction)
{
    Connection &connection = transaction.connection();
    ParticipationFacts facts = loadParticipation(connection, m_participation);
    if (!transaction.person().scope.isWholeDatabase() && !transaction.person().roles.contains(QLatin1String("state-administrator")))
        requireStateMember(transaction, facts.event, {});
    if (m_mode == Mode::WhenMissing && facts.snapshot)
        return;
    checkMayTake(transaction, facts);
    supersedeEarlier(transaction);
    ++m_number;
    Record snapshot(EntityKind::Snapshot);
    snapshot.id = transaction.reserveIds(QStringLiteral("snapshot"), 1);
    BulkInsert rows(connection, QStringLiteral("snapshot_row"), {QStringLiteral("snapshot_id"), QStringLiteral("entity"), QStringLiteral("record_id"), QStringLiteral("content")});
    const RowsDigest digest = RowWalk(connection, facts).walk([&](const Record &record) {
        rows.put(Value(snapshot.id));
        rows.put(Value(QString::fromLatin1(record.def().name)));
        rows.put(Value(record.id));
        rows.put(Value(QString::fromUtf8(fieldsJson(record))));
        rows.endRow();
    });
    rows.finish();
    snapshot.set("participation_id", Value(m_participation)).set("number", Value(m_number)).set("round", facts.participation["round"]);
    snapshot.set("status", Value(QStringLiteral("SNP_AVAILABLE"))).set("planned_at", m_plannedAt ? Value(m_plannedAt) : Value());
    snapshot.set("taken_at", Value(transaction.now())).set("cause", Value(m_cause)).set("person", Value(m_person));
    snapshot.set("row_count", Value(digest.rows)).set("digest", Value(digest.digest));
    transaction.insert(snapshot);
    facts.participation.set("snapshot_version", Value(m_number));
    transaction.update(facts.participation);
    m_taken = true;
}

bool RunScheduledSnapshots::isDue(Connection &connection, qint64 now)
{
    return !dueEvents(connection, now).isEmpty();
}

void RunScheduledSnapshots::perform(Transaction &transaction)
{
    for (const Record &event : dueEvents(transaction.connection(), transaction.now())) {
        const EventDocument document = publishedVersion(transaction.connection(), event.id).document;
        setLinkState(transaction.connection(), claimName(event, document.snapshotTime), QString::number(transaction.now()));
        const QString cause = document.snapshotMethod == QLatin1String("full") ? QStringLiteral("full") : QStringLiteral("missing");
        for (const Record &participation : participationsOf(transaction.connection(), event.id)) {
            const ParticipantStatus status = loadParticipation(transaction.connection(), participation.id).status();
            if (status != ParticipantStatus::InProgress && status != ParticipantStatus::Recertification)
                continue;
            TakeSnapshot take(participation.id, TakeSnapshot::Mode::WhenMissing, cause, QString());
            take.plannedFor(document.snapshotTime);
            take.perform(transaction);
            if (!take.wasTaken())
                continue;
            ++m_taken;
            notifyParticipant(transaction, participation,
                              {QStringLiteral("SNAPSHOT"), tr("Snapshot of \"%1\"").arg(document.name), tr("The state made the planned snapshot."),
                               document.name, {}, 0, {}});
        }
    }
}

} // namespace certdesk
