// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/statelink/districtlink.h"

#include "models/statelink/directlink.h"
#include "models/store/certification/certificationcommand.h"
#include "models/store/certification/statefeed.h"
#include "models/store/migrator.h"
#include "models/store/mirror.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Synchronizer", text);
}

QString linkSetting()
{
    return QStringLiteral("state_database");
}

/// A setting of the link, journaled like every change.
class SetLink : public CertificationCommand
{
public:
    explicit SetLink(const QString &url) : CertificationCommand("SetStateLink", Right::Configure), m_url(url) {}
    void perform(Transaction &transaction) override
    {
        writeSetting(transaction.connection(), linkSetting(), m_url);
        transaction.note(QStringLiteral("SetStateLink"), {{QStringLiteral("transport"), QStringLiteral("database")}});
    }

private:
    QString m_url;
};

/// A state in a file of the same folder is stored by its name alone, so that the two can be moved together.
DatabaseUrl resolved(DatabaseUrl url, const Session &district)
{
    if (url.engine == Engine::Sqlite && district.url().engine == Engine::Sqlite && QFileInfo(url.path).isRelative())
        url.path = QFileInfo(district.url().path).dir().filePath(url.path);
    return url;
}

/// What is stored of a state's address: a path that a person wrote counts from where that person stands.
QString storedAddress(DatabaseUrl url, const Session &district)
{
    if (url.engine == Engine::Postgresql)
        return url.display();
    const QFileInfo file(QFileInfo(url.path).absoluteFilePath());
    const bool isBeside = district.url().engine == Engine::Sqlite && QFileInfo(district.url().path).absoluteDir() == file.dir();
    return isBeside ? file.fileName() : file.filePath();
}

DistrictIdentity identityOf(const Session &district)
{
    return {district.info().organizationCode, district.info().organizationName};
}

/// The rights and the kind of database that a new address needs.
Result<DatabaseUrl> newAddress(Session &district, const QString &text)
{
    if (district.info().isState)
        return failure(Error::Kind::Refused, QStringLiteral("LINK-EDITION"), tr("A state is not connected to a state."), tr("Open the district's database."));
    if (const auto allowed = district.require(Right::Configure); !allowed)
        return tl::unexpected(allowed.error());
    return DatabaseUrl::parse(text);
}

} // namespace

Done sameVersion(const StateLink::Hello &hello)
{
    if (hello.schemaVersion == Migrator::programVersion())
        return {};
    return failure(Error::Kind::Refused, QStringLiteral("C-388"), tr("The state works with another version of CertDesk. Exchange waits; nothing is lost."),
                   tr("Install the version the state uses."));
}

bool hasLink(Session &district)
{
    return !district.setting(linkSetting()).isEmpty();
}

QString linkAddress(Session &district)
{
    const auto url = DatabaseUrl::parse(district.setting(linkSetting()));
    return url ? resolved(*url, district).display() : QString();
}

Result<std::unique_ptr<StateLink>> linkOf(Session &district)
{
    const QString text = district.setting(linkSetting());
    if (text.isEmpty())
        return failure(Error::Kind::Refused, QStringLiteral("LINK-NONE"), tr("This district is not connected to a state."), tr("Connect to state first (link set)."));
    const auto url = DatabaseUrl::parse(text);
    if (!url)
        return tl::unexpected(url.error());
    return std::unique_ptr<StateLink>(std::make_unique<DirectLink>(resolved(*url, district), identityOf(district)));
}

Done setStateDatabase(Session &district, const QString &text)
{
    const auto url = newAddress(district, text);
    if (!url)
        return tl::unexpected(url.error());
    DirectLink link(*url, identityOf(district));
    if (const auto connected = link.connect(); !connected)
        return connected;
    SetLink command(storedAddress(*url, district));
    const auto stored = district.apply(command);
    if (!stored)
        return tl::unexpected(stored.error());
    return {};
}

Result<LinkTest> testLink(Session &district, const QString &text)
{
    Result<std::unique_ptr<StateLink>> link;
    if (text.isEmpty()) {
        link = linkOf(district);
    } else if (const auto url = newAddress(district, text)) {
        link = std::make_unique<DirectLink>(*url, identityOf(district));
    } else {
        return tl::unexpected(url.error());
    }
    if (!link)
        return tl::unexpected(link.error());
    const auto hello = (*link)->hello();
    if (!hello)
        return tl::unexpected(hello.error());
    if (const auto same = sameVersion(*hello); !same)
        return tl::unexpected(same.error());
    const auto health = linkHealth(district);
    if (!health)
        return tl::unexpected(health.error());
    return LinkTest{*hello, health->waiting};
}

Result<LinkHealth> linkHealth(Session &district)
{
    const bool isConnected = hasLink(district);
    return district.read<LinkHealth>([isConnected](Connection &connection) {
        LinkHealth health;
        health.isConnected = isConnected;
        health.waiting = pendingCount(connection, linkState(connection, QStringLiteral("push_cursor")).toLongLong());
        health.lastSuccess = linkState(connection, QStringLiteral("last_success")).toLongLong();
        for (const QJsonValue &problem : QJsonDocument::fromJson(linkState(connection, QStringLiteral("sync_problems")).toUtf8()).array())
            health.problems.append(problem.toString());
        return health;
    });
}

} // namespace certdesk
