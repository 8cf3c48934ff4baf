// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/rules/rowsource.h"

#include "models/domain/record.h"
#include "models/store/rowcodec.h"
#include "models/store/scopefilter.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace certdesk {

namespace {

QString tableOf(EntityKind kind)
{
    return QLatin1String(entityDef(kind).table);
}

QString currentSchema(Connection &connection)
{
    if (connection.isSqlite())
        return QStringLiteral("main");
    auto statement = connection.prepare(QStringLiteral("SELECT current_schema()"));
    statement->step();
    return QLatin1Char('"') + statement->text(0) + QLatin1Char('"');
}

/// Names the plain tables with their schema, since the bare names mean the temporary views from now on.
QString withSchema(QString condition, const QString &schema)
{
    static const QRegularExpression table(QStringLiteral("\\b(FROM|JOIN) ([a-z_]+)\\b"));
    return condition.replace(table, QStringLiteral("\\1 %1.\\2").arg(schema));
}

/// Kinds of which a re-check reads only the rows of the given students.
bool isGiven(EntityKind kind)
{
    return kind == EntityKind::Student || kind == EntityKind::Attempt;
}

void shadowByViews(Connection &connection, const RowSource &source)
{
    const QString schema = currentSchema(connection);
    for (const EntityKind kind : checkedKinds()) {
        QStringList conditions;
        if (!source.scope.seesEverything())
            conditions.append(withSchema(scopeCondition(source.scope, kind, QStringLiteral("t")), schema));
        if (source.organization != 0 && kind != EntityKind::Organization)
            conditions.append(QStringLiteral("t.org_id = %1").arg(source.organization));
        if (source.givenStudents && isGiven(kind))
            continue;
        if (!conditions.isEmpty())
            connection.execute(QStringLiteral("CREATE TEMP VIEW %1 AS SELECT t.* FROM %2.%1 t WHERE %3")
                                   .arg(tableOf(kind), schema, conditions.join(QLatin1String(" AND "))));
    }
}

QString columnType(FieldType type)
{
    switch (type) {
    case FieldType::Text:
    case FieldType::Json:
        return QStringLiteral("{text}");
    case FieldType::Real:
        return QStringLiteral("{real}");
    default:
        return QStringLiteral("{int}");
    }
}

void makeTable(Connection &connection, const EntityDef &def)
{
    QStringList columns{QStringLiteral("id {id}"), QStringLiteral("org_id {int}"), QStringLiteral("source_id {int}"), QStringLiteral("version {int}"),
                        QStringLiteral("hash {blob}")};
    for (const FieldDef &field : def.fields)
        columns.append(field.key() + QLatin1Char(' ') + columnType(field.type));
    connection.execute(connection.dialect(
        QStringLiteral("CREATE TEMP TABLE %1 (%2)").arg(QLatin1String(def.table), columns.join(QLatin1String(", ")))));
}

/// The indexes that the rules' joins live on.
void makeIndexes(Connection &connection, const QStringList &tables)
{
    static const QVector<QPair<const char *, const char *>> indexes{
        {"student", "student_state_id"},           {"enrollment", "student_id, school_year"},
        {"attempt", "student_id, exam_first"},     {"member", "student_id, group_id"},
        {"group_staff", "group_id, staff_id"},     {"evidence_link", "attempt_id, evidence_id"},
        {"course", "school_year, course_number"},  {"certificate", "school_year, certificate_code"},
        {"program", "school_year, program_code"},  {"program_certificate", "program_id, certificate_id"},
    };
    for (const auto &[table, columns] : indexes) {
        if (!tables.contains(QLatin1String(table)))
            continue;
        const QString name = QStringLiteral("frozen_") + QLatin1String(table);
        connection.execute(connection.isSqlite()
                               ? QStringLiteral("CREATE INDEX temp.%1 ON %2 (%3)").arg(name, QLatin1String(table), QLatin1String(columns))
                               : QStringLiteral("CREATE INDEX %1 ON pg_temp.%2 (%3)").arg(name, QLatin1String(table), QLatin1String(columns)));
        if (!connection.isSqlite())
            connection.execute(QStringLiteral("ANALYZE pg_temp.%1").arg(QLatin1String(table)));
    }
}

qint64 organizationOfSnapshot(Connection &connection, qint64 snapshot)
{
    auto statement = connection.prepare(QStringLiteral("SELECT o.id FROM snapshot s JOIN participation p ON p.id = s.participation_id "
                                                       "JOIN organization o ON o.code = p.organization_code WHERE s.id = ?"));
    statement->query(Value(snapshot));
    return statement->step() ? statement->integer(0) : 0;
}

Record frozenRecord(EntityKind kind, qint64 id, qint64 organization, const QString &content)
{
    Record record(kind);
    record.id = id;
    record.organization = organization;
    const QJsonObject fields = QJsonDocument::fromJson(content.toUtf8()).object();
    for (int i = 0; i < record.values.size(); ++i)
        record.values[i] = Value::fromJson(fields.value(record.def().fields[i].key()));
    deriveFields(record);
    return record;
}

void fillFromSnapshot(Connection &connection, EntityKind kind, qint64 snapshot, qint64 organization)
{
    const EntityDef &def = entityDef(kind);
    QStringList columns{QStringLiteral("id"), QStringLiteral("org_id"), QStringLiteral("version")};
    for (const FieldDef &field : def.fields)
        columns.append(field.key());
    BulkInsert rows(connection, QLatin1String(def.table), columns);
    auto statement = connection.prepare(
        QStringLiteral("SELECT record_id, content FROM snapshot_row WHERE snapshot_id = ? AND entity = ? ORDER BY record_id"));
    statement->query(Value(snapshot), Value(QString::fromLatin1(def.name)));
    while (statement->step()) {
        const Record record = frozenRecord(kind, statement->integer(0), organization, statement->text(1));
        rows.put(Value(record.id));
        rows.put(Value(organization));
        rows.put(Value(1));
        for (const Value &value : record.values)
            rows.put(value);
        rows.endRow();
    }
    rows.finish();
}

bool isInSnapshot(Connection &connection, EntityKind kind, qint64 snapshot)
{
    auto statement = connection.prepare(QStringLiteral("SELECT 1 FROM snapshot_row WHERE snapshot_id = ? AND entity = ? LIMIT 1"));
    statement->query(Value(snapshot), Value(QString::fromLatin1(entityDef(kind).name)));
    return statement->step();
}

/// An event need not freeze every kind of record (C-280): lists that it leaves out are read as they are.
void shadowBySnapshot(Connection &connection, const RowSource &source)
{
    const qint64 organization = organizationOfSnapshot(connection, source.snapshot);
    const QString schema = currentSchema(connection);
    QStringList frozen;
    for (const EntityKind kind : checkedKinds()) {
        const bool always = kind == EntityKind::Student || kind == EntityKind::Attempt;
        if (kind == EntityKind::Organization)
            continue;
        if (always || isInSnapshot(connection, kind, source.snapshot)) {
            makeTable(connection, entityDef(kind));
            fillFromSnapshot(connection, kind, source.snapshot, organization);
            frozen.append(tableOf(kind));
        } else {
            connection.execute(QStringLiteral("CREATE TEMP VIEW %1 AS SELECT t.* FROM %2.%1 t WHERE t.org_id = %3").arg(tableOf(kind), schema).arg(organization));
        }
    }
    makeIndexes(connection, frozen);
}

} // namespace

const QVector<EntityKind> &checkedKinds()
{
    static const QVector<EntityKind> kinds = [] {
        QVector<EntityKind> list;
        for (const EntityKind kind : entityKinds()) {
            if (kind <= EntityKind::EvidenceLink)
                list.append(kind);
        }
        return list;
    }();
    return kinds;
}

void applyRowSource(Connection &connection, const RowSource &source)
{
    if (source.isPlain())
        return;
    connection.execute(connection.isSqlite() ? QStringLiteral("BEGIN") : QStringLiteral("BEGIN READ WRITE"));
    if (source.givenStudents) {
        for (const EntityKind kind : {EntityKind::Student, EntityKind::Attempt})
            makeTable(connection, entityDef(kind));
    }
    if (source.snapshot != 0)
        shadowBySnapshot(connection, source);
    else
        shadowByViews(connection, source);
    connection.execute(QStringLiteral("COMMIT"));
}

void giveStudents(Connection &connection, const QSet<qint64> &students)
{
    const QString schema = currentSchema(connection);
    const QString temporary = connection.isSqlite() ? QStringLiteral("temp") : QStringLiteral("pg_temp");
    connection.execute(connection.isSqlite() ? QStringLiteral("BEGIN") : QStringLiteral("BEGIN READ WRITE"));
    for (const EntityKind kind : {EntityKind::Student, EntityKind::Attempt}) {
        const QString columns = recordColumns(entityDef(kind));
        connection.prepared(QStringLiteral("DELETE FROM %1.%2").arg(temporary, tableOf(kind))).run();
        auto &copy = connection.prepared(QStringLiteral("INSERT INTO %1.%2 (%3) SELECT %3 FROM %4.%2 WHERE %5 = ?")
                                             .arg(temporary, tableOf(kind), columns, schema, kind == EntityKind::Student ? QStringLiteral("id") : QStringLiteral("student_id")));
        for (const qint64 student : students)
            copy.run(Value(student));
    }
    connection.execute(QStringLiteral("COMMIT"));
}

} // namespace certdesk
