// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/databasecreator.h"

#include "models/store/accounts/password.h"
#include "models/store/migrator.h"
#include "models/store/transaction.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("DatabaseCreator", text);
}

void writeRolePresets(Transaction &transaction)
{
    for (const QString &role : roleNames()) {
        for (const Right right : presetRights(role)) {
            Record record(EntityKind::RoleRight);
            record.set("role", Value(role)).set("right_name", Value(rightName(right)));
            transaction.insert(record);
        }
    }
}

void writeAdministrator(Transaction &transaction, const NewDatabase &wanted)
{
    Record account(EntityKind::Account);
    account.set("name", Value(wanted.adminName)).set("display_name", Value(wanted.adminName));
    account.set("password_hash", Value(hashPassword(wanted.adminPassword)));
    transaction.insert(account);
    Record role(EntityKind::AccountRole);
    role.set("account_id", Value(account.id));
    role.set("role", Value(wanted.isState ? QStringLiteral("state-administrator") : QStringLiteral("district-administrator")));
    transaction.insert(role);
}

void fill(Connection &connection, const NewDatabase &wanted)
{
    const QDate day = wanted.clockDay.isEmpty() ? QDate::currentDate() : QDate::fromString(wanted.clockDay, Qt::ISODate);
    const qint64 year = wanted.schoolYear ? wanted.schoolYear : schoolYearOf(dayNumber(day));
    connection.begin();
    writeSetting(connection, QStringLiteral("edition"), wanted.isState ? QStringLiteral("state") : QStringLiteral("district"));
    writeSetting(connection, QStringLiteral("school_year"), QString::number(year));
    if (!wanted.clockDay.isEmpty())
        writeSetting(connection, QStringLiteral("clock_day"), wanted.clockDay);
    if (wanted.isSample)
        writeSetting(connection, QStringLiteral("sample"), QStringLiteral("1"));
    const qint64 now = QDateTime(day, QDateTime::currentDateTimeUtc().time(), Qt::UTC).toMSecsSinceEpoch();
    Transaction transaction(connection, {Person::program(), QStringLiteral("CreateDatabase"), {}, 1, now, dayNumber(day), nullptr});
    Record organization(EntityKind::Organization);
    organization.set("code", Value(wanted.code)).set("name", Value(wanted.name));
    organization.set("kind", Value(wanted.isState ? QStringLiteral("state") : QStringLiteral("district")));
    organization.organization = 1;
    transaction.insert(organization);
    writeSetting(connection, QStringLiteral("organization"), QString::number(organization.id));
    writeRolePresets(transaction);
    if (!wanted.adminName.isEmpty())
        writeAdministrator(transaction, wanted);
    transaction.finish();
    connection.commit();
}

} // namespace

Done createDatabase(const DatabaseUrl &url, const NewDatabase &wanted)
{
    if (wanted.name.isEmpty() || wanted.code.isEmpty())
        return failure(Error::Kind::Invalid, QStringLiteral("C01"), tr("A database needs a name and a code."));
    if (!wanted.adminName.isEmpty()) {
        if (const auto good = checkNewPassword(wanted.adminPassword, {wanted.adminName, wanted.name}); !good)
            return good;
    }
    const bool isFile = url.engine == Engine::Sqlite;
    const auto exists = [] {
        return failure(Error::Kind::Refused, QStringLiteral("DB-EXISTS"), tr("There is a database at this place already. It was not touched."),
                       tr("Choose another name."));
    };
    if (isFile && QFileInfo::exists(url.path))
        return exists();
    auto connection = Connection::open(url, Connection::Mode::Create);
    if (!connection)
        return tl::unexpected(connection.error());
    try {
        if (!isFile && !(*connection)->tables().isEmpty())
            return exists();
        Migrator(**connection).migrate();
        fill(**connection, wanted);
    } catch (const StoreFailure &failed) {
        connection->reset();
        if (isFile) {
            for (const char *suffix : {"", "-wal", "-shm", "-journal"})
                QFile::remove(url.path + QLatin1String(suffix));
        }
        return tl::unexpected(failed.error);
    }
    return {};
}

} // namespace certdesk
