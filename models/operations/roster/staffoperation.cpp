// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/roster/staffoperation.h"

#include "models/domain/names.h"
#include "models/intake/mapping.h"
#include "models/intake/values.h"
#include "models/store/accounts/peopleaccounts.h"
#include "models/store/batch.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("StaffOperation", text);
}

struct Wanted
{
    int row = 0;
    QStringList keys; ///< any of them names the person
};

Result<QVector<Wanted>> readStaffFile(const QString &path, Progress *progress)
{
    const auto table = readTableFile(path, {}, progress);
    if (!table)
        return tl::unexpected(table.error());
    for (const IntakeFinding &finding : table->findings) {
        if (finding.isError())
            return failure(Error::Kind::Refused, finding.code, finding.message, finding.next);
    }
    const ImportKind &kind = *importKind(QStringLiteral("staff"));
    const Mapping mapping = matchColumns(*table, kind, {});
    QVector<int> columns;
    for (const char *field : {"staff_id", "login", "email", "staff_state_id"}) {
        const int column = kind.find(QLatin1String(field)) < 0 ? -1 : mapping.columnOfField.value(kind.index(field), -1);
        if (column >= 0 && !columns.contains(column))
            columns.append(column);
    }
    if (columns.isEmpty())
        return failure(Error::Kind::Refused, QStringLiteral("H03"), tr("No column holds a staff ID, a login or an e-mail."), tr("Export one of them for each person."));
    QVector<Wanted> wanted;
    for (int i = 0; i < table->rowCount(); ++i) {
        if (table->footerRows.contains(table->dataRows[static_cast<std::size_t>(i)]))
            continue;
        Wanted one{table->line(i), {}};
        for (const int column : std::as_const(columns)) {
            const QString key = cleanText(table->cell(i, column)).text;
            if (!key.isEmpty())
                one.keys.append(key);
        }
        wanted.append(one);
    }
    return wanted;
}

class Planning
{
public:
    Planning(Session &session, const StaffRequest &request) : m_session(session), m_request(request) {}
    Result<PlannedStaffOperation> run(Progress *progress);

private:
    Done load();
    qint64 find(const QStringList &keys) const;
    void add(const Wanted &wanted);
    bool mayNotGo(const Record &staff, StaffPlanRow &row) const;
    bool leavesNobody(qint64 account) const;

    Session &m_session;
    const StaffRequest &m_request;
    PlannedStaffOperation m_planned;
    QVector<Record> m_staff;
    QHash<qint64, qsizetype> m_places;
    QHash<QString, qint64> m_byKey;
    QHash<qint64, int> m_groups;
    QVector<PersonAccount> m_accounts;
    QHash<qint64, int> m_seen;
};

Done Planning::load()
{
    auto staff = m_session.records(EntityKind::Staff);
    auto places = m_session.records(EntityKind::StaffSchool);
    auto schools = m_session.records(EntityKind::School);
    auto groups = m_session.records(EntityKind::Group);
    auto teaching = m_session.records(EntityKind::GroupStaff);
    auto accounts = readPeopleAccounts(m_session);
    if (!staff || !places || !schools || !groups || !teaching)
        return tl::unexpected(!staff ? staff.error() : !places ? places.error() : !schools ? schools.error() : !groups ? groups.error() : teaching.error());
    if (!accounts)
        return tl::unexpected(accounts.error());
    m_accounts = std::move(*accounts);
    qint64 school = 0;
    for (const Record &one : *schools)
        school = one.text("school_code") == m_request.school ? one.id : school;
    if (school == 0 && !m_request.school.isEmpty())
        return failure(Error::Kind::Invalid, QStringLiteral("K13"), tr("School %1 is unknown, or not one of yours.").arg(m_request.school), tr("Look it up with: list schools"));
    QSet<qint64> here;
    for (const Record &place : *places) {
        if (place.integer("school_id") == school)
            here.insert(place.integer("staff_id"));
    }
    for (const Record &one : *staff) {
        if (school == 0 || here.contains(one.id))
            m_staff.append(one);
    }
    QSet<qint64> active;
    for (const Record &group : *groups) {
        if (group.text("status") != QLatin1String("archived"))
            active.insert(group.id);
    }
    for (const Record &one : *teaching)
        m_groups[one.integer("staff_id")] += active.contains(one.integer("group_id")) ? 1 : 0;
    for (qsizetype i = 0; i < m_staff.size(); ++i) {
        m_places.insert(m_staff[i].id, i);
        for (const char *field : {"staff_state_id", "email", "login", "staff_id"}) {
            if (m_staff[i].has(field))
                m_byKey.insert(foldedLogin(m_staff[i].text(field)), m_staff[i].id);
        }
    }
    return {};
}

qint64 Planning::find(const QStringList &keys) const
{
    for (const QString &key : keys) {
        if (const qint64 found = m_byKey.value(foldedLogin(key)))
            return found;
    }
    return 0;
}

/// S-006: somebody else who can sign in still manages the accounts.
bool Planning::leavesNobody(qint64 account) const
{
    QSet<qint64> leaving;
    for (const StaffPlanRow &row : m_planned.rows) {
        if (row.status == RowStatus::Archive)
            leaving.insert(row.staff);
    }
    return std::none_of(m_accounts.cbegin(), m_accounts.cend(), [&](const PersonAccount &other) {
        const auto place = m_places.constFind(other.staffId);
        const bool isArchived = place != m_places.cend() && m_staff[*place].text("status") == QLatin1String("archived");
        return other.id != account && other.managesUsers && !isArchived && !leaving.contains(other.staffId);
    });
}

bool Planning::mayNotGo(const Record &staff, StaffPlanRow &row) const
{
    for (const PersonAccount &account : m_accounts) {
        if (account.staffId != staff.id)
            continue;
        if (account.id == m_session.person().accountId) {
            row.code = QStringLiteral("OWN-ACCOUNT");
            row.message = tr("This is your own account");
            row.next = tr("Ask another administrator.");
        } else if (!account.isWithin(m_session.scope())) {
            row.code = QStringLiteral("K17");
            row.message = tr("This account reaches beyond your schools");
            row.next = tr("Ask a district administrator.");
        } else if (account.managesUsers && leavesNobody(account.id)) {
            row.code = QStringLiteral("LAST-ADMIN");
            row.message = tr("This is the last administrator");
            row.next = tr("Make another person administrator first.");
        }
    }
    return !row.code.isEmpty();
}

void Planning::add(const Wanted &wanted)
{
    StaffPlanRow row;
    row.fileRow = wanted.row;
    row.key = wanted.keys.value(0);
    row.staff = find(wanted.keys);
    if (row.staff == 0) {
        row.status = RowStatus::Error;
        row.code = QStringLiteral("K01");
        row.message = tr("Nobody of the staff has %1").arg(row.key);
        row.next = tr("Check it with: list staff --archived");
        m_planned.rows.append(row);
        return;
    }
    const Record &staff = m_staff[m_places.value(row.staff)];
    row.name = staff.text("last_name") + QLatin1String(", ") + staff.text("first_name");
    row.groups = m_groups.value(row.staff);
    const bool isArchived = staff.text("status") == QLatin1String("archived");
    if (m_seen.contains(row.staff)) {
        row.status = RowStatus::Duplicate;
        row.message = tr("Same as row %1").arg(m_seen.value(row.staff));
    } else if (isArchived != m_request.restore) {
        row.status = RowStatus::Unchanged;
    } else if (!m_request.restore && mayNotGo(staff, row)) {
        row.status = RowStatus::Conflict;
    } else {
        row.status = m_request.restore ? RowStatus::Restore : RowStatus::Archive;
        const EntityDef &def = staff.def();
        RowChange change{RowChange::Operation::Update, EntityKind::Staff, staff.id, staff.version, {}, wanted.row};
        change.fields = {{def.index("status"), Value(m_request.restore ? QStringLiteral("active") : QStringLiteral("archived"))},
                         {def.index("archived_on"), m_request.restore ? Value() : Value(m_session.today())},
                         {def.index("archive_reason"), m_request.restore ? Value() : Value(m_request.archiveReason)}};
        m_planned.changes.append(change);
    }
    m_seen.insert(row.staff, wanted.row);
    m_planned.rows.append(row);
}

Result<PlannedStaffOperation> Planning::run(Progress *progress)
{
    m_planned.request = m_request;
    if (const auto loaded = load(); !loaded)
        return tl::unexpected(loaded.error());
    for (const QString &key : m_request.staff)
        add({0, {key}});
    if (!m_request.file.isEmpty()) {
        const auto rows = readStaffFile(m_request.file, progress);
        if (!rows)
            return tl::unexpected(rows.error());
        for (const Wanted &wanted : *rows)
            add(wanted);
    }
    return m_planned;
}

QJsonObject countsJson(const PlannedStaffOperation &planned)
{
    QJsonObject counts;
    for (int i = 0; i < rowStatusCount; ++i) {
        const auto status = static_cast<RowStatus>(i);
        if (planned.count(status) > 0)
            counts.insert(rowStatusName(status), planned.count(status));
    }
    return counts;
}

} // namespace

int PlannedStaffOperation::count(RowStatus status) const
{
    return static_cast<int>(std::count_if(rows.cbegin(), rows.cend(), [status](const StaffPlanRow &row) { return row.status == status; }));
}

Result<PlannedStaffOperation> planStaffOperation(Session &session, const StaffRequest &request, Progress *progress)
{
    if (const auto allowed = session.require(Right::BatchOperations); !allowed)
        return tl::unexpected(allowed.error());
    return Planning(session, request).run(progress);
}

Result<qint64> commitStaffOperation(Session &session, const PlannedStaffOperation &planned, Progress *progress)
{
    for (const StaffPlanRow &row : planned.rows) {
        if (row.status == RowStatus::Conflict || row.status == RowStatus::Error)
            return failure(Error::Kind::Refused, row.code, row.message, row.next);
    }
    if (planned.changes.isEmpty())
        return 0;
    BatchInfo batch;
    batch.kind = planned.request.restore ? QStringLiteral("restore-staff") : QStringLiteral("archive-staff");
    batch.schoolYear = session.info().schoolYear;
    if (!planned.request.school.isEmpty())
        batch.schools = {planned.request.school};
    batch.fileName = planned.request.file.section(QLatin1Char('/'), -1);
    batch.counts = countsJson(planned);
    CommitBatch command(QStringLiteral("StaffOperation"), Right::BatchOperations, batch, planned.changes);
    command.setReason(planned.request.reason);
    const auto done = session.apply(command, progress);
    if (!done)
        return tl::unexpected(done.error());
    return command.batchId();
}

QJsonObject staffOperationJson(const PlannedStaffOperation &planned)
{
    QJsonArray staff;
    QJsonArray errors;
    for (const StaffPlanRow &row : planned.rows) {
        QJsonObject json{{QStringLiteral("staff"), row.key}, {QStringLiteral("name"), row.name}, {QStringLiteral("status"), rowStatusName(row.status)}, {QStringLiteral("groups"), row.groups}};
        if (row.fileRow != 0)
            json.insert(QStringLiteral("row"), row.fileRow);
        if (!row.code.isEmpty()) {
            json.insert(QStringLiteral("code"), row.code);
            json.insert(QStringLiteral("next"), row.next);
        }
        if (!row.message.isEmpty())
            json.insert(QStringLiteral("message"), row.message);
        (row.code.isEmpty() ? staff : errors).append(json);
    }
    return {{QStringLiteral("operation"), planned.request.restore ? QStringLiteral("restore-staff") : QStringLiteral("archive-staff")},
            {QStringLiteral("rows"), planned.rows.size()},
            {QStringLiteral("counts"), countsJson(planned)},
            {QStringLiteral("staff"), staff},
            {QStringLiteral("errors"), errors}};
}

} // namespace certdesk
