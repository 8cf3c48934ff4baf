// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/intake/plan.h"

#include <initializer_list>

namespace certdesk {

/// A database in memory: applies plans the way the store does, so that a second run can be planned.
class PlanDatabase
{
public:
    PresentData data;

    Record &add(EntityKind kind, std::initializer_list<QPair<const char *, Value>> values)
    {
        Record record(kind);
        record.id = ++m_lastId;
        record.version = 1;
        for (const auto &[field, value] : values)
            record.set(field, value);
        data.of(kind).append(record);
        return data.of(kind).last();
    }

    void apply(const ImportPlan &plan)
    {
        QHash<qint64, qint64> created;
        for (int i = 0; i < plan.changes.size(); ++i) {
            const RowChange &change = plan.changes[i];
            QVector<Record> &records = data.of(change.kind);
            if (change.operation == RowChange::Operation::Create) {
                Record record(change.kind);
                record.id = ++m_lastId;
                record.version = 1;
                created.insert(-(i + 1), record.id);
                write(record, change, created);
                records.append(record);
                continue;
            }
            for (Record &record : records) {
                if (record.id == change.id) {
                    Q_ASSERT(record.version == change.baseVersion);
                    ++record.version;
                    write(record, change, created);
                }
            }
        }
    }

    const Record *find(EntityKind kind, const char *field, const QString &value) const
    {
        for (const Record &record : data.of(kind)) {
            if (record.text(field) == value)
                return &record;
        }
        return nullptr;
    }

private:
    static void write(Record &record, const RowChange &change, const QHash<qint64, qint64> &created)
    {
        for (const FieldValue &wanted : change.fields) {
            const bool isNew = record.def().fields[wanted.field].type == FieldType::Reference && wanted.value.integer() < 0;
            record.values[wanted.field] = isNew ? Value(created.value(wanted.value.integer())) : wanted.value;
        }
    }

    qint64 m_lastId = 0;
};

inline Result<ImportPlan> planTable(const Table &table, const char *kind, const ImportOptions &options, const PresentData &present,
                                    MappingOptions mapping = {})
{
    mapping.schoolYear = options.schoolYear;
    mapping.acceptNear = options.accepts(QStringLiteral("H05"));
    return planImport(table, matchColumns(table, *importKind(QLatin1String(kind)), mapping), options, present);
}

inline ImportPlan planText(const QByteArray &text, const char *kind, const ImportOptions &options, const PresentData &present,
                           const MappingOptions &mapping = {})
{
    return *planTable(*readTable(text), kind, options, present, mapping);
}

inline QString countsOf(const ImportPlan &plan)
{
    QStringList words;
    int sum = 0;
    for (int i = 0; i < rowStatusCount; ++i) {
        const auto status = static_cast<RowStatus>(i);
        if (plan.count(status) > 0)
            words.append(QStringLiteral("%1 %2").arg(plan.count(status)).arg(rowStatusName(status)));
        sum += plan.count(status);
    }
    return sum == plan.rowCount() ? words.join(QStringLiteral(", ")) : QStringLiteral("the counts do not sum to the rows");
}

inline QStringList rowCodes(const ImportPlan &plan)
{
    QStringList codes;
    for (const IntakeFinding &finding : plan.rowFindings)
        codes.append(finding.code);
    return codes;
}

} // namespace certdesk
