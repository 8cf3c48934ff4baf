// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/value.h"
#include "models/store/databaseurl.h"
#include "models/store/failure.h"

#include <QByteArray>
#include <QHash>
#include <QSqlDatabase>
#include <QStringList>
#include <QVector>
#include <memory>
#include <variant>

namespace certdesk {

class Connection;

/// One prepared statement, the same on both engines. Parameters are `?`, bound in order from 1, or `:name`.
/// SQLite runs on the native handle, PostgreSQL through QSqlQuery. Throws StoreFailure.
class Statement
{
public:
    virtual ~Statement() = default;
    virtual void bind(int position, const Value &value) = 0;
    virtual void bind(int position, const QByteArray &bytes) = 0;
    virtual void bindName(const QString &name, const Value &value) = 0;
    /// The bytes have to stay where they are until the statement was stepped.
    virtual void bindUtf8(int position, QByteArrayView text) = 0;
    virtual void bindBytes(int position, QByteArrayView bytes) = 0;
    /// Runs to the next row; false at the end. The first call executes.
    virtual bool step() = 0;
    virtual void reset() = 0;
    virtual int columnCount() const = 0;
    virtual QString columnName(int column) const = 0;
    virtual Value value(int column) const = 0;
    virtual QByteArray bytes(int column) const = 0;
    virtual qint64 integer(int column) const = 0;
    virtual QString text(int column) const = 0;
    virtual bool isEmpty(int column) const = 0; ///< NULL or empty text
    virtual bool isBytes(int column) const = 0;
    virtual bool isNumber(int column) const = 0;
    /// The value as Value::text() would give it, in UTF-8; valid until the next step or question about the column.
    virtual QByteArrayView utf8(int column) const = 0;
    virtual qint64 affected() const = 0;

    /// Binds all, executes and resets: for statements without rows. Returns the number of rows touched.
    template <class... Args> qint64 run(const Args &...args)
    {
        reset();
        int position = 0;
        (bind(++position, args), ...);
        step();
        const qint64 count = affected();
        reset();
        return count;
    }
    /// Binds all and stands before the first row.
    template <class... Args> Statement &query(const Args &...args)
    {
        reset();
        int position = 0;
        (bind(++position, args), ...);
        return *this;
    }
};

/// One connection to one engine; belongs to the thread that opened it. Knows the few places where the engines differ
/// (see dialect()). Everything throws StoreFailure.
class Connection
{
public:
    enum class Mode { ReadWrite, ReadOnly, Create };

    static Result<std::unique_ptr<Connection>> open(const DatabaseUrl &url, Mode mode);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    Engine engine() const { return m_url.engine; }
    bool isSqlite() const { return m_url.engine == Engine::Sqlite; }
    const DatabaseUrl &url() const { return m_url; }
    bool isReadOnly() const { return m_mode == Mode::ReadOnly; }
    /// SQLite on a network share: rollback journal instead of WAL (S-044).
    bool isOnNetworkShare() const { return m_networkShare; }
    /// SQLite found at opening that the last writer had not ended well (a kill, a power cut) and brought the file in order.
    bool hadUncleanEnd() const { return m_uncleanEnd; }
    /// How long a write waits for another writer before it is refused as DB-LOCKED; ten seconds unless told.
    void setLockWait(int milliseconds);
    /// WAL, or a rollback journal on a network share. Writes the file's header, so only for a file known to be ours.
    void chooseJournalMode();

    void execute(const QString &sql);
    /// A cached statement: valid as long as the connection; one user at a time.
    Statement &prepared(const QString &sql);
    std::unique_ptr<Statement> prepare(const QString &sql);
    void begin(); ///< BEGIN IMMEDIATE on SQLite
    void beginRead();
    void commit();
    void rollback() noexcept;
    bool inTransaction() const { return m_inTransaction; }

    QStringList tables();
    /// Replaces the type words of schema files ({id}, {int}, {text}, {real}, {blob}).
    QString dialect(QString sql) const;
    /// Stops the statement that runs now (it fails as cancelled); the only call that may come from another thread.
    void interrupt();
    void *nativeHandle() const { return m_native; }

private:
    friend class BulkInsert;
    Connection() = default;
    void openSqlite();
    void openPostgresql();

    DatabaseUrl m_url;
    Mode m_mode = Mode::ReadWrite;
    QString m_name;
    QSqlDatabase m_database;
    void *m_native = nullptr;
    qint64 m_backend = 0; ///< PostgreSQL: the server's process
    bool m_inTransaction = false;
    bool m_networkShare = false;
    bool m_uncleanEnd = false;
    QHash<QString, std::shared_ptr<Statement>> m_statements;
};

class PostgresqlCopy;

/// Inserts many rows as fast as the engine can: SQLite steps one prepared statement, PostgreSQL gets many rows a statement, or
/// a COPY once they are more than a few.
/// Put the columns in order, then endRow(); finish() writes what is left.
class BulkInsert
{
public:
    BulkInsert(Connection &connection, const QString &table, const QStringList &columns);
    ~BulkInsert();
    Q_DISABLE_COPY_MOVE(BulkInsert)
    void put(const Value &value);
    void put(const QByteArray &bytes);
    void putNull();
    void putInteger(qint64 number);
    /// The bytes have to stay where they are until the row is ended.
    void putUtf8(QByteArrayView text);
    void putBytes(QByteArrayView bytes);
    void endRow();
    void finish();

private:
    void flush();
    void startCopy();

    Connection &m_connection;
    std::unique_ptr<PostgresqlCopy> m_copy;
    QString m_table;
    QStringList m_columns;
    Statement *m_single = nullptr;
    int m_position = 0;
    int m_rowCount = 0;
    QVector<bool> m_isNull; ///< SQLite keeps what was bound before: most empty columns stay empty
    QVector<std::variant<Value, QByteArray>> m_pending;
};

} // namespace certdesk
