// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/connection.h"

#include <QSqlQuery>
#include <QSqlError>

namespace certdesk {

[[noreturn]] void failPostgresql(const QSqlError &error);

/// PostgreSQL through QSqlQuery. Rows are held by the client: read large tables in ranges of ids.
class QueryStatement final : public Statement
{
public:
    QueryStatement(const QSqlDatabase &database, const QString &sql);
    void bind(int position, const Value &value) override;
    void bind(int position, const QByteArray &bytes) override;
    void bindName(const QString &name, const Value &value) override;
    void bindUtf8(int position, QByteArrayView text) override;
    void bindBytes(int position, QByteArrayView bytes) override;
    bool step() override;
    void reset() override;
    int columnCount() const override;
    QString columnName(int column) const override;
    Value value(int column) const override;
    QByteArray bytes(int column) const override;
    qint64 integer(int column) const override;
    QString text(int column) const override;
    bool isEmpty(int column) const override;
    bool isBytes(int column) const override;
    bool isNumber(int column) const override;
    QByteArrayView utf8(int column) const override;
    qint64 affected() const override;

private:
    QSqlQuery m_query;
    bool m_executed = false;
    mutable QByteArray m_text;
};

} // namespace certdesk
