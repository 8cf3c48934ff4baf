// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/progress.h"
#include "models/store/journal.h"
#include "models/store/rowcodec.h"
#include "models/store/rowreader.h"
#include "models/store/safekeeping.h"
#include "models/store/session.h"
#include "models/store/sqlitecopy.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <functional>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Safekeeping", text);
}

void requireRunning(Progress *progress, const QString &phase, int done, int total)
{
    if (!progress)
        return;
    progress->report(phase, done, total);
    if (progress->isCancelled())
        throw StoreFailure{Progress::cancelledError().value()};
}

/// Of each reference, the rows that name a record which is not there.
QString brokenReferences(Connection &connection)
{
    QStringList broken;
    const auto ask = [&](const QString &table, const QString &column, const QString &target) {
        auto statement = connection.prepare(QStringLiteral("SELECT COUNT(*) FROM %1 t WHERE t.%2 IS NOT NULL AND NOT EXISTS (SELECT 1 FROM %3 r WHERE r.id = t.%2)")
                                                .arg(table, column, target));
        statement->step();
        if (const qint64 count = statement->integer(0); count > 0)
            broken.append(tr("%1 rows of %2 name a missing %3").arg(QString::number(count), table, target));
    };
    for (const EntityKind kind : entityKinds()) {
        const EntityDef &def = entityDef(kind);
        for (const FieldDef &field : def.fields) {
            if (field.type == FieldType::Reference)
                ask(QLatin1String(def.table), field.key(), QLatin1String(entityDef(field.reference).table));
        }
    }
    ask(QStringLiteral("issue"), QStringLiteral("batch_id"), QStringLiteral("batch"));
    return broken.join(QLatin1String("; "));
}

/// Rows whose fields are not what their stored hash says: written by something else than this program.
QString alteredRows(Connection &connection, Progress *progress)
{
    QStringList altered;
    for (const EntityKind kind : entityKinds()) {
        const EntityDef &def = entityDef(kind);
        auto statement = connection.prepare(QStringLiteral("SELECT %1, hash FROM %2 WHERE id > ? ORDER BY id LIMIT 20000").arg(recordColumns(def), QLatin1String(def.table)));
        const int hashColumn = static_cast<int>(def.fields.size()) + 3;
        qint64 last = std::numeric_limits<qint64>::min();
        qint64 count = 0;
        qint64 read = 0;
        do {
            read = 0;
            statement->query(Value(last));
            while (statement->step()) {
                const Record record = readRecord(kind, *statement);
                last = record.id;
                ++read;
                count += rowHash(record) == statement->bytes(hashColumn) ? 0 : 1;
            }
            requireRunning(progress, tr("Comparing rows"), static_cast<int>(kind), entityKindCount);
        } while (read > 0);
        if (count > 0)
            altered.append(tr("%1 rows of %2 were altered outside the program").arg(QString::number(count), QLatin1String(def.plural)));
    }
    return altered.join(QLatin1String("; "));
}

/// PostgreSQL has no check of pages for everyone: reading each row of each table meets a damaged one.
QString unreadableTables(Connection &connection)
{
    QStringList unreadable;
    for (const QString &table : connection.tables()) {
        try {
            connection.prepare(QStringLiteral("SELECT COUNT(*) FROM %1 t WHERE t.* IS NOT NULL").arg(table))->step();
        } catch (const StoreFailure &) {
            unreadable.append(table);
        }
    }
    return unreadable.isEmpty() ? QString() : tr("cannot be read: %1").arg(unreadable.join(QLatin1String(", ")));
}

} // namespace

bool VerifyReport::isGood() const
{
    return std::all_of(checks.cbegin(), checks.cend(), [](const VerifyCheck &check) { return check.isGood; });
}

Result<VerifyReport> verifyDatabase(Session &session, Progress *progress)
{
    if (const auto allowed = session.require(Right::Backup); !allowed)
        return tl::unexpected(allowed.error());
    return session.read<VerifyReport>([&](Connection &connection) {
        VerifyReport report;
        // A damaged page must not end the report: what can still be said is said.
        const auto check = [&](const char *name, const QString &phase, const std::function<QString()> &work) {
            requireRunning(progress, phase, static_cast<int>(report.checks.size()), 4);
            QString problem;
            try {
                problem = work();
            } catch (const StoreFailure &failure) {
                if (failure.error.kind == Error::Kind::Cancelled)
                    throw;
                problem = failure.error.message;
            }
            report.checks.append({QString::fromLatin1(name), problem.isEmpty(), problem});
        };
        check("integrity", tr("Reading pages"),
              [&] { return connection.isSqlite() ? integrityProblems(connection, false) : unreadableTables(connection); });
        check("foreignKeys", tr("Following references"), [&] { return brokenReferences(connection); });
        check("journal", tr("Following the journal"), [&] { return verifyJournal(connection); });
        check("rowHashes", tr("Comparing rows"), [&] { return alteredRows(connection, progress); });
        return report;
    });
}

QJsonObject verifyJson(const VerifyReport &report)
{
    QJsonArray checks;
    for (const VerifyCheck &check : report.checks)
        checks.append(QJsonObject{{QStringLiteral("name"), check.name}, {QStringLiteral("good"), check.isGood}, {QStringLiteral("detail"), check.detail}});
    return {{QStringLiteral("good"), report.isGood()}, {QStringLiteral("checks"), checks}};
}

} // namespace certdesk
