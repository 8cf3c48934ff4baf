// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QProcessEnvironment>
#include <QStringList>

namespace certdesk::test {

/// What one call of the real certdeskctl answered.
struct CtlAnswer
{
    int exitCode = -1; ///< -1: it crashed or did not end
    QByteArray out;
    QByteArray err;

    /// The one document of --json; empty when the output is anything else.
    QJsonObject json() const;
    QJsonObject error() const { return json().value(QLatin1String("error")).toObject(); }
    QString errorCode() const { return error().value(QLatin1String("code")).toString(); }
    /// For failure messages.
    QByteArray told() const;
};

/// Calls certdeskctl as a person on a database. The password goes through the environment.
class Ctl
{
public:
    explicit Ctl(const QString &database = {}, const QString &user = {}, const QString &password = {}) : m_database(database), m_user(user), m_password(password) {}

    CtlAnswer operator()(const QStringList &arguments) const;
    /// The same with --json.
    CtlAnswer json(const QStringList &arguments) const { return (*this)(arguments + QStringList{QStringLiteral("--json")}); }
    QString contentHash() const;
    QProcessEnvironment environment() const;

private:
    QString m_database;
    QString m_user;
    QString m_password;
};

/// Writes a file and returns its path.
QString writeFile(const QString &path, const QByteArray &content);

} // namespace certdesk::test
