// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/certification/certificationcommand.h"

#include <QHash>
#include <QJsonArray>

namespace certdesk {

/// Kinds of rows that a district sends by itself, parents first. Sign-offs and requests travel as packages of their own.
QVector<EntityKind> exchangedKinds();

/// One row on its way to the state. References to rows of the district are the district's ids, to rows of the state the
/// state's ids.
struct ExchangedRow
{
    EntityKind kind = EntityKind::None;
    qint64 source = 0; ///< id at the district
    bool isRemoved = false;
    QString organizationCode;
    QJsonObject fields;

    QJsonObject toJson() const;
    static ExchangedRow fromJson(const QJsonObject &json);
    bool operator==(const ExchangedRow &) const = default;
};

struct RowRefusal
{
    qsizetype position = 0; ///< in the batch
    QString reason;
    bool isReferenced = false; ///< a removal that other rows still refer to: may work later
};

/// At the state: applies a batch of a district all or nothing (C-384). A row of another organization, or one whose parents
/// are missing, refuses the batch with the reasons of all such rows.
class ApplyExchangedRows : public CertificationCommand
{
public:
    ApplyExchangedRows(const QString &organizationCode, const QString &messageId, const QVector<ExchangedRow> &rows)
        : CertificationCommand("ApplyExchangedRows", Right::Resync), m_organizationCode(organizationCode), m_messageId(messageId), m_rows(rows)
    {
    }
    void perform(Transaction &transaction) override;
    const QVector<RowRefusal> &refusals() const { return m_refusals; }
    int applied() const { return m_applied; }

private:
    bool resolve(Transaction &transaction, const ExchangedRow &row, Record &record, QString &reason) const;
    void write(Transaction &transaction, const ExchangedRow &row, Record &record);
    void remove(Transaction &transaction, const ExchangedRow &row);

    QString m_organizationCode;
    QString m_messageId;
    QVector<ExchangedRow> m_rows;
    qint64 m_organization = 0;
    QVector<RowRefusal> m_refusals;
    int m_applied = 0;
};

/// At the district: rows changed since a journal number, as they are now; removals first, children before parents, then the
/// others, parents before children. `upTo` is the journal number that was looked at.
struct PendingRows
{
    QVector<ExchangedRow> rows;
    qint64 upTo = 0;
};
PendingRows pendingRows(Connection &connection, qint64 since);
qint64 pendingCount(Connection &connection, qint64 since);
/// The rows of a kind with these ids, as they travel.
QVector<ExchangedRow> exchangedRows(Connection &connection, EntityKind kind, const QVector<qint64> &ids);

/// Content hashes by district id, equal on both sides when the rows are: at the district of the own rows, at the state of
/// the rows of that organization.
QHash<qint64, QString> exchangeDigests(Connection &connection, EntityKind kind, qint64 organization, bool isState);

} // namespace certdesk
