// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/package/packageplanner.h"

#include <QCoreApplication>
#include <algorithm>

namespace certdesk {

namespace {

constexpr EntityKind X = EntityKind::ExternalId;

QString tr(const char *text)
{
    return QCoreApplication::translate("intake", text);
}

/// The records as a table whose columns are the fields.
Table tableOf(const PackageSet &set, const QVector<const PackageRecord *> &records, const QStringList &fields)
{
    Table table;
    table.file = set.identity;
    table.dialect.encoding = QStringLiteral("UTF-8");
    table.columns = fields;
    table.headerCount = 1;
    table.headerCells = static_cast<int>(fields.size());
    std::vector<QByteArray> cells;
    for (const PackageRecord *record : records) {
        cells.clear();
        for (const QString &field : fields)
            cells.push_back(record->values.value(field).toUtf8());
        const int line = set.files[static_cast<size_t>(record->source.file)].table.line(record->source.row);
        table.dataRows.push_back(table.raw.rowCount());
        table.raw.appendRow(cells, static_cast<quint32>(line));
    }
    return table;
}

IntakeFinding deltaWithoutFullSet()
{
    IntakeFinding finding = intakeFinding("R09", IntakeSeverity::Error, {});
    finding.message = tr("This is a delta set, and no full set of this system came in before");
    finding.next = tr("Import the full set first");
    return finding;
}

} // namespace

PackagePlanner::PackagePlanner(PackageSet &set, const ImportOptions &options, PresentData &present, PackagePlan &plan)
    : m_set(set), m_options(options), m_present(present), m_plan(plan), m_changes(&present)
{
}

Done PackagePlanner::run(Progress *progress)
{
    learnExternal();
    if (m_set.delta && m_external.isEmpty())
        m_set.reportFile(-1, deltaWithoutFullSet());
    using Step = Done (PackagePlanner::*)(Progress *);
    for (const Step step : {&PackagePlanner::planSchools, &PackagePlanner::planCourses, &PackagePlanner::planStaff, &PackagePlanner::planStudents,
                            &PackagePlanner::planClasses, &PackagePlanner::planTeaching, &PackagePlanner::planMemberships}) {
        if (!m_set.isUsable())
            break;
        if (progress && progress->isCancelled())
            return Progress::cancelledError();
        if (const Done done = (this->*step)(progress); !done)
            return done;
    }
    count();
    return {};
}

qint64 PackagePlanner::line(const PackageRecord &record) const
{
    return m_set.files[static_cast<size_t>(record.source.file)].table.line(record.source.row);
}

/// The first status in the order of R-050 wins; the rows that only tell more about the record share it.
void PackagePlanner::effect(const PackageRecord &record, RowStatus status)
{
    const auto apply = [&](const SourceRow &at) {
        RowStatus &there = m_set.status(at);
        there = std::min(there, status);
    };
    apply(record.source);
    for (const SourceRow &at : record.also)
        apply(at);
}

void PackagePlanner::decide(const PackageRecord &record, const char *ledger, RowStatus status)
{
    effect(record, status);
    ++m_plan.ledgers[QLatin1String(ledger)][static_cast<size_t>(status)];
}

bool PackagePlanner::mayWrite(const PackageRecord &record)
{
    const RowStatus status = m_set.status(record.source);
    return !holdsBack(status, m_options) && status != RowStatus::Skipped;
}

void PackagePlanner::takeFindings(const ImportPlan &plan, const QVector<const PackageRecord *> &records)
{
    if (records.isEmpty())
        return;
    for (const IntakeFinding &finding : plan.fileFindings) {
        if (finding.code != QLatin1String("H07") && finding.code != QLatin1String("R01"))
            m_set.reportFile(records.first()->source.file, finding);
    }
    qsizetype at = 0;
    for (IntakeFinding finding : plan.rowFindings) {
        while (at + 1 < plan.rows.size() && plan.rows[at].row != finding.row)
            ++at;
        finding.file = m_set.files[static_cast<size_t>(records[at]->source.file)].name;
        m_set.findings.append(finding);
    }
}

Result<QVector<qint64>> PackagePlanner::planList(const char *kind, const char *ledger, const QVector<const PackageRecord *> &records,
                                                 const QStringList &fields, Progress *progress)
{
    QVector<qint64> targets(records.size(), 0);
    if (records.isEmpty())
        return targets;
    const ImportKind &importKind = *certdesk::importKind(QLatin1String(kind));
    const Table table = tableOf(m_set, records, fields);
    MappingOptions mapping;
    mapping.schoolYear = m_options.schoolYear;
    mapping.onlyGiven = true;
    for (const QString &field : fields)
        mapping.given.append({field, field});
    const auto plan = planImport(table, matchColumns(table, importKind, mapping), m_options, m_present, progress);
    if (!plan)
        return tl::unexpected(plan.error());
    takeFindings(*plan, records);
    const QVector<qint64> written = m_changes.absorb(*plan);
    for (qsizetype i = 0; i < records.size(); ++i) {
        const PlanRow &row = plan->rows[i];
        decide(*records[i], ledger, row.status);
        for (int change = row.firstChange; change < row.firstChange + row.changeCount; ++change) {
            if (plan->changes[change].kind == importKind.primary && targets[i] == 0)
                targets[i] = written[change];
        }
    }
    return targets;
}

void PackagePlanner::archive(const PackageRecord &record, const char *ledger, EntityKind kind, qint64 id)
{
    const Record *there = id == 0 ? nullptr : m_changes.record(kind, id);
    if (!there) {
        decide(record, ledger, RowStatus::Skipped);
        return;
    }
    if (there->text("status") == QLatin1String("archived")) {
        decide(record, ledger, RowStatus::Unchanged);
        return;
    }
    decide(record, ledger, RowStatus::Archive);
    if (!mayWrite(record))
        return;
    QVector<FieldValue> fields;
    const EntityDef &def = entityDef(kind);
    fields.append({def.index("status"), Value(QStringLiteral("archived"))});
    if (const int day = def.find(QLatin1String("archived_on")); day >= 0)
        fields.append({day, Value(m_options.today)});
    if (const int reason = def.find(QLatin1String("archive_reason")); reason >= 0)
        fields.append({reason, Value(QStringLiteral("left"))});
    m_changes.update(kind, id, fields, line(record));
}

void PackagePlanner::learnExternal()
{
    for (const Record &row : m_present.of(X)) {
        if (row.text("system") != m_set.kind)
            continue;
        const QString key = row.text("id_kind") + QLatin1Char('\n') + row.text("external_value");
        for (const char *reference : {"student_id", "staff_id", "school_id", "group_id"}) {
            if (row.has(reference))
                m_external.insert(key, row.integer(reference));
        }
        m_externalRows.insert(key, row.id);
    }
}

qint64 PackagePlanner::known(const char *kind, const QString &id) const
{
    return m_external.value(QLatin1String(kind) + QLatin1Char('\n') + id);
}

void PackagePlanner::writeExternal(const PackageRecord &record, const char *kind, const char *reference, qint64 target)
{
    const QString key = QLatin1String(kind) + QLatin1Char('\n') + record.id;
    if (target == 0 || record.id.isEmpty() || m_external.value(key) == target || !mayWrite(record))
        return;
    const EntityDef &def = entityDef(X);
    const FieldValue to{def.index(reference), Value(target)};
    effect(record, RowStatus::Update);
    if (const qint64 row = m_externalRows.value(key); row != 0) {
        m_changes.update(X, row, {to}, line(record));
    } else {
        const qint64 created = m_changes.create(X,
                                                {{def.index("system"), Value(m_set.kind)}, {def.index("id_kind"), Value(QString(QLatin1String(kind)))},
                                                 {def.index("external_value"), Value(record.id)}, to},
                                                line(record));
        m_externalRows.insert(key, created);
    }
    m_external.insert(key, target);
}

void PackagePlanner::count()
{
    m_plan.findings = m_set.findings;
    for (size_t index = 0; index < m_set.files.size(); ++index) {
        const PackageFile &file = m_set.files[index];
        PackageFilePlan part{file.name, file.role, file.delta, file.rowCount(), {}};
        for (int row = 0; row < file.rowCount(); ++row) {
            const RowStatus status = m_set.isUsable() ? file.statuses[row] : RowStatus::Error;
            ++part.counts[static_cast<size_t>(status)];
            ++m_plan.counts[static_cast<size_t>(status)];
            if (holdsBack(status, m_options))
                m_plan.held.append({static_cast<int>(index), row});
        }
        m_plan.rows += part.rows;
        m_plan.files.append(part);
    }
    if (m_set.isUsable())
        m_plan.changes = m_changes.take();
}

bool PackagePlan::isRefused() const
{
    return std::any_of(findings.cbegin(), findings.cend(), [](const IntakeFinding &finding) { return finding.isError() && finding.row == 0; });
}

QVector<EntityKind> packageRecordsNeeded()
{
    QVector<EntityKind> all{EntityKind::ExternalId};
    for (const char *kind : {"schools", "students", "staff", "courses", "sections", "enrollments"}) {
        for (const EntityKind needed : recordsNeeded(*importKind(QLatin1String(kind)))) {
            if (!all.contains(needed))
                all.append(needed);
        }
    }
    return all;
}

Result<PackagePlan> planPackage(PackageSet &set, const ImportOptions &options, PresentData present, Progress *progress)
{
    PackagePlan plan;
    plan.kind = set.kind;
    plan.version = set.version;
    plan.identity = set.identity;
    plan.options = options;
    if (const Done done = PackagePlanner(set, options, present, plan).run(progress); !done)
        return tl::unexpected(done.error());
    return plan;
}

} // namespace certdesk
