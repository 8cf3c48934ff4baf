// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/migrator.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace certdesk {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("Migrator", text);
}

int newestIn(const QString &schema)
{
    int version = 0;
    for (const QString &folder : QDir(schema).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        version = std::max(version, folder.toInt());
    return version;
}

} // namespace

QString readSetting(Connection &connection, const QString &name)
{
    auto &statement = connection.prepared(QStringLiteral("SELECT value FROM setting WHERE name = ?")).query(Value(name));
    const QString value = statement.step() ? statement.text(0) : QString();
    statement.reset();
    return value;
}

void writeSetting(Connection &connection, const QString &name, const QString &value)
{
    connection.prepared(QStringLiteral("INSERT INTO setting (name, value) VALUES (?, ?) "
                                       "ON CONFLICT (name) DO UPDATE SET value = excluded.value"))
        .run(Value(name), Value(value));
}

int Migrator::databaseVersion()
{
    if (!m_connection.tables().contains(QLatin1String("setting")))
        return 0;
    return readSetting(m_connection, QStringLiteral("schema_version")).toInt();
}

int Migrator::programVersion()
{
    static const int version = newestIn(QStringLiteral(":/schema"));
    return version;
}

int Migrator::newestVersion() const
{
    return newestIn(m_schema);
}

void Migrator::check()
{
    const int version = databaseVersion();
    if (version == 0)
        fail(Error::Kind::Invalid, QStringLiteral("DB-FOREIGN"), tr("This is not a CertDesk database."), tr("Choose another file."));
    if (version > newestVersion())
        fail(Error::Kind::Refused, QStringLiteral("DB-NEWER"), tr("A newer CertDesk has written this database. It was not opened."),
             tr("Install the newest version of CertDesk."));
    if (version < newestVersion())
        fail(Error::Kind::Refused, QStringLiteral("DB-OLDER"), tr("This database is of an older CertDesk and has to be brought up to date."),
             tr("Run migrate-database; a copy is made first."));
}

void Migrator::migrate()
{
    for (int version = databaseVersion() + 1; version <= newestVersion(); ++version)
        runVersion(version);
}

void Migrator::runVersion(int version)
{
    const QDir folder(QStringLiteral("%1/%2").arg(m_schema).arg(version, 4, 10, QLatin1Char('0')));
    const QString other = m_connection.isSqlite() ? QStringLiteral(".postgresql.sql") : QStringLiteral(".sqlite.sql");
    m_connection.begin();
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
        if (name.endsWith(other))
            continue;
        QFile file(folder.filePath(name));
        Q_ASSERT(file.exists());
        if (!file.open(QIODevice::ReadOnly))
            fail(Error::Kind::Unavailable, QStringLiteral("DB-SCHEMA"), tr("The schema of the program cannot be read."));
        m_connection.execute(m_connection.dialect(QString::fromUtf8(file.readAll())));
    }
    writeSetting(m_connection, QStringLiteral("schema_version"), QString::number(version));
    m_connection.commit();
}

} // namespace certdesk
