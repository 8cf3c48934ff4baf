// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/databaseurl.h"

#include <QCoreApplication>
#include <QUrl>

namespace certdesk {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("DatabaseUrl", text);
}
} // namespace

Result<DatabaseUrl> DatabaseUrl::parse(const QString &text)
{
    DatabaseUrl url;
    if (text.isEmpty())
        return failure(Error::Kind::Invalid, QStringLiteral("DB-URL"), tr("No database is named."),
                       tr("Name one with --database or set CERTDESK_DATABASE."));
    if (!text.startsWith(QLatin1String("postgresql://")) && !text.startsWith(QLatin1String("postgres://"))) {
        url.path = text.startsWith(QLatin1String("sqlite:")) ? text.mid(7) : text;
        return url;
    }
    const QUrl parsed(text, QUrl::StrictMode);
    url.engine = Engine::Postgresql;
    url.host = parsed.host();
    url.user = parsed.userName();
    url.name = parsed.path().mid(1);
    url.port = parsed.port(5432);
    if (!parsed.isValid() || url.name.isEmpty())
        return failure(Error::Kind::Invalid, QStringLiteral("DB-URL"), tr("The database address is not complete."),
                       tr("Write postgresql://user@host:port/name."));
    if (!parsed.password().isEmpty())
        return failure(Error::Kind::Invalid, QStringLiteral("DB-URL"), tr("A password may not stand in the database address."),
                       tr("Leave it out; use PGPASSWORD or a password file."));
    return url;
}

QString DatabaseUrl::display() const
{
    if (engine == Engine::Sqlite)
        return path;
    return QStringLiteral("postgresql://%1@%2:%3/%4").arg(user, host).arg(port).arg(name);
}

} // namespace certdesk
