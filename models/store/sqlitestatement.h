// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/connection.h"

struct sqlite3;
struct sqlite3_stmt;

namespace certdesk {

[[noreturn]] void failSqlite(sqlite3 *database, int code);

class SqliteStatement final : public Statement
{
public:
    SqliteStatement(sqlite3 *database, const QString &sql);
    ~SqliteStatement() override;
    Q_DISABLE_COPY_MOVE(SqliteStatement)
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
    mutable QByteArray m_text;
    sqlite3 *m_database;
    sqlite3_stmt *m_statement = nullptr;
};

} // namespace certdesk
