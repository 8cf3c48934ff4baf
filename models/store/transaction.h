// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/day.h"
#include "models/domain/record.h"
#include "models/domain/scope.h"
#include "models/store/connection.h"
#include "models/store/encodedrow.h"
#include "models/store/journal.h"

#include <QJsonObject>
#include <optional>

namespace certdesk {

class Progress;
struct CreatedRow;

/// One write transaction, as commands see it. Every change goes through insert/update/remove, which check the scope, write
/// the row with its next version and hash, and journal it; nothing else may write records. Throws StoreFailure: the caller
/// (Session::apply) then rolls everything back.
class Transaction
{
public:
    struct Context
    {
        Person person;
        QString command;
        QString reason;
        qint64 organization = 0; ///< rows are made for this organization
        qint64 now = 0;          ///< milliseconds since 1970 UTC, the database's own time
        DayNumber today = 0;
        Progress *progress = nullptr;
    };

    Transaction(Connection &connection, const Context &context);

    Connection &connection() { return m_connection; }
    const Person &person() const { return m_context.person; }
    const Context &context() const { return m_context; }
    qint64 now() const { return m_context.now; }
    DayNumber today() const { return m_context.today; }

    /// Within the person's scope; nothing when absent or not visible.
    std::optional<Record> find(EntityKind kind, qint64 id);
    /// Records whose fields have exactly these values, within the scope, by id.
    QVector<Record> findAll(EntityKind kind, const QVector<QPair<const char *, Value>> &values);
    Record get(EntityKind kind, qint64 id); ///< fails with NOT-FOUND

    /// Stores a new record; gives it id, organization (unless set) and version 1.
    qint64 insert(Record &record);
    /// Stores a new record that the person need not be able to see afterwards: a message to somebody else.
    qint64 deposit(Record &record);
    /// Writes the fields of `record` over the stored row, if that still has `record.version`; else a conflict.
    void update(Record &record);
    void remove(EntityKind kind, qint64 id, qint64 version);
    /// Removes rows of one kind, given as (id, version).
    void removeAll(EntityKind kind, const QVector<QPair<qint64, qint64>> &rows);
    /// Applies wanted changes in order (see BulkChanges); returns the ids of the records created, by position (0 for other operations).
    QVector<qint64> apply(const QVector<RowChange> &changes);

    /// Entries from here on belong to this batch.
    void setBatch(qint64 batchId) { m_batchId = Value(batchId); }
    const Value &batch() const { return m_batchId; }
    /// A journal entry that changes no record: an export, a refused sign-in, a report about a record.
    void note(const QString &what, const QJsonObject &detail = {}, const RecordRef &about = {});
    /// The next free id of a table, `count` of them.
    qint64 reserveIds(const QString &table, qint64 count);
    /// Brings what follows from the changes so far up to date: the members of rule groups. A command that looks at the result
    /// of its changes calls it before; finish() does it for all others.
    void settle();
    Change finish(); ///< settles, writes journal and id heads; the caller commits

    /// While it lives every row is seen: for what the program itself derives from a change that was allowed.
    class WholeScope
    {
    public:
        explicit WholeScope(Transaction &transaction) : m_transaction(transaction), m_scope(transaction.m_context.person.scope)
        {
            transaction.m_context.person.scope = Scope::wholeDatabase();
        }
        ~WholeScope() { m_transaction.m_context.person.scope = m_scope; }
        WholeScope(const WholeScope &) = delete;
        WholeScope &operator=(const WholeScope &) = delete;

    private:
        Transaction &m_transaction;
        Scope m_scope;
    };

private:
    friend class BulkChanges;
    friend class CreateJournal;
    struct Removal
    {
        qint64 id = 0;
        qint64 version = 0;
        qint64 sourceRow = 0;
    };
    [[noreturn]] static void failStale();
    [[noreturn]] static void failNotFound();
    void journal(const Record &record, const QString &operation, QByteArrayView fields, qint64 sourceRow);
    void journal(EntityKind kind, qint64 id, qint64 version, const QString &operation, QByteArrayView fields, qint64 sourceRow);
    void requireVisible(EntityKind kind, qint64 id);
    void requireVisibleNew(const Record &record);
    void requireOwnStudent(const Record &record);
    void checkValues(const Record &record) const;
    void checkLoginIsFree(const Record &record);
    void touched(EntityKind kind, qint64 id);
    void insertRow(const Record &record, BulkInsert &rows, qint64 sourceRow);
    void writeCreated(const CreatedRow &row, BulkInsert &rows);
    JournalEntry &entryFor(EntityKind kind);
    void removeRows(EntityKind kind, const QVector<Removal> &rows);
    void removeChunk(EntityKind kind, const QVector<Removal> &rows);

    Connection &m_connection;
    Context m_context;
    JournalWriter m_journal;
    Value m_batchId;
    EncodedRow m_row; ///< used again for each row, like the two that follow
    QByteArray m_json;
    JournalEntry m_entry;
    EntityKind m_entryKind = EntityKind::None;
    Change m_change;
    QHash<EntityKind, int> m_touchCount;
    QHash<EntityKind, int> m_settledCount;
    qsizetype m_settledRecords = 0;
    QHash<QString, qint64> m_nextIds;
};

} // namespace certdesk
