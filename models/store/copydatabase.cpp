// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/progress.h"
#include "models/store/contenthash.h"
#include "models/store/journal.h"
#include "models/store/migrator.h"
#include "models/store/safekeeping.h"
#include "models/store/session.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Safekeeping", text);
}

constexpr qint64 rowsAtOnce = 5000;

/// Bookkeeping by name, then the records, parents first, then the bookkeeping that names records: so every reference finds its
/// target.
QStringList tablesInOrder(Connection &source)
{
    const QStringList last{QStringLiteral("issue"), QStringLiteral("password_issue")};
    QStringList records;
    for (const EntityKind kind : entityKinds())
        records.append(QLatin1String(entityDef(kind).table));
    QStringList order;
    for (const QString &table : source.tables()) {
        if (!records.contains(table) && !last.contains(table) && !table.startsWith(QLatin1String("sqlite_")))
            order.append(table);
    }
    return order + records + last;
}

/// Columns of a table, as a statement that reads nothing tells them, and the column that orders it.
QStringList columnsOf(Connection &connection, const QString &table)
{
    auto statement = connection.prepare(QStringLiteral("SELECT * FROM %1 WHERE 1 = 0").arg(table));
    statement->step();
    QStringList columns;
    for (int i = 0; i < statement->columnCount(); ++i)
        columns.append(statement->columnName(i));
    return columns;
}

/// Copies in ranges of the first column, which is the (first) key of every table, so that neither side holds a large table.
/// Tables with a key of several columns are small or are read whole.
qint64 copyTable(Connection &source, Connection &target, const QString &table, Progress *progress)
{
    const QStringList columns = columnsOf(target, table);
    const bool byId = columns.first() == QLatin1String("id") || columns.first() == QLatin1String("sequence");
    auto select = source.prepare(QStringLiteral("SELECT %1 FROM %2%3")
                                     .arg(columns.join(QLatin1String(", ")), table,
                                          byId ? QStringLiteral(" WHERE %1 > ? ORDER BY %1 LIMIT %2").arg(columns.first()).arg(rowsAtOnce) : QString()));
    BulkInsert insert(target, table, columns);
    qint64 last = std::numeric_limits<qint64>::min();
    qint64 rows = 0;
    qint64 read = 0;
    do {
        read = 0;
        if (byId)
            select->query(Value(last));
        while (select->step()) {
            for (int i = 0; i < columns.size(); ++i) {
                if (select->isBytes(i))
                    insert.put(select->bytes(i));
                else
                    insert.put(select->value(i));
            }
            insert.endRow();
            last = byId ? select->integer(0) : last;
            ++read;
        }
        rows += read;
        if (progress) {
            progress->report(tr("Copying"), rows, 0);
            if (progress->isCancelled())
                throw StoreFailure{Progress::cancelledError().value()};
        }
    } while (byId && read == rowsAtOnce);
    insert.finish();
    return rows;
}

CopyReport copyAll(Connection &source, Connection &target, Progress *progress)
{
    CopyReport report;
    Migrator(target).migrate();
    target.begin();
    target.execute(QStringLiteral("DELETE FROM setting"));
    for (const QString &table : tablesInOrder(source)) {
        report.rows += copyTable(source, target, table, progress);
        ++report.tables;
    }
    target.commit();
    report.contentHash = computeContentHash(source, {}, progress).sha256;
    if (computeContentHash(target, {}, progress).sha256 != report.contentHash)
        fail(Error::Kind::Corrupt, QStringLiteral("COPY-CHECK"), tr("The copy does not hold what the database holds. It was removed."),
             tr("Verify the database, then try again."));
    if (const QString broken = verifyJournal(target); !broken.isEmpty())
        fail(Error::Kind::Corrupt, QStringLiteral("COPY-CHECK"), tr("The journal of the copy is not whole. It was removed."),
             tr("Verify the database, then try again."), broken);
    return report;
}

void removeTarget(std::unique_ptr<Connection> target, const DatabaseUrl &url)
{
    if (url.engine == Engine::Sqlite) {
        target.reset();
        for (const char *suffix : {"", "-wal", "-shm", "-journal"})
            QFile::remove(url.path + QLatin1String(suffix));
        return;
    }
    try {
        target->rollback();
        for (const QString &table : target->tables())
            target->execute(QStringLiteral("DROP TABLE IF EXISTS %1 CASCADE").arg(table));
    } catch (const StoreFailure &) {
        // The server is gone, and what had been committed there with it is only an empty schema.
    }
}

} // namespace

Result<CopyReport> copyDatabase(Session &session, const DatabaseUrl &targetUrl, Progress *progress)
{
    if (const auto allowed = session.require(Right::Backup); !allowed)
        return tl::unexpected(allowed.error());
    const auto exists = [] {
        return failure(Error::Kind::Refused, QStringLiteral("DB-EXISTS"), tr("There is a database at this place already. It was not touched."),
                       tr("Choose another name, or an empty database."));
    };
    if (targetUrl.engine == Engine::Sqlite && QFileInfo::exists(targetUrl.path))
        return exists();
    auto target = Connection::open(targetUrl, Connection::Mode::Create);
    if (!target)
        return tl::unexpected(target.error());
    if (!(*target)->isSqlite() && !(*target)->tables().isEmpty())
        return exists();
    auto report = session.read<CopyReport>([&](Connection &source) { return copyAll(source, **target, progress); });
    if (!report)
        removeTarget(std::move(*target), targetUrl);
    return report;
}

} // namespace certdesk
