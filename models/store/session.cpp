// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/session.h"

#include "models/domain/progress.h"
#include "models/store/accounts/signin.h"
#include "models/store/migrator.h"
#include "models/store/rowcodec.h"
#include "models/store/safekeeping.h"
#include "models/store/scopefilter.h"
#include "models/store/sqlitecopy.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>

namespace certdesk {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("Session", text);
}
} // namespace

Result<std::unique_ptr<Session>> Session::open(const DatabaseUrl &url, Connection::Mode mode)
{
    std::unique_ptr<Session> session(new Session);
    try {
        session->openConnection(url, mode);
        Migrator(*session->m_connection).check();
        session->loadInfo();
    } catch (const StoreFailure &failure) {
        return tl::unexpected(failure.error);
    }
    return session;
}

void Session::openConnection(const DatabaseUrl &url, Connection::Mode mode)
{
    auto connection = Connection::open(url, mode);
    const bool isReadable = connection.has_value();
    if (!isReadable && connection.error().kind != Error::Kind::Corrupt)
        throw StoreFailure{connection.error()};
    QString problems = isReadable ? QString() : connection.error().detail;
    if (isReadable && (*connection)->hadUncleanEnd())
        problems = integrityProblems(**connection, true);
    if (isReadable && problems.isEmpty()) {
        m_connection = std::move(*connection);
        return;
    }
    const QString backup = QFileInfo(newestGoodBackup(url)).fileName();
    const QString next = backup.isEmpty() ? tr("Restore a backup.") : tr("Restore the backup %1.").arg(backup);
    connection = Connection::open(url, Connection::Mode::ReadOnly);
    if (!connection)
        fail(Error::Kind::Corrupt, QStringLiteral("DB-CORRUPT"), tr("The file is not a usable CertDesk database."), next, problems);
    m_damage = Error{Error::Kind::Corrupt, QStringLiteral("DB-CORRUPT"), tr("The database file is damaged. It was opened for reading only."), next, problems};
    m_connection = std::move(*connection);
}

Session::~Session() = default;

void Session::loadInfo()
{
    m_info.isState = readSetting(*m_connection, QStringLiteral("edition")) == QLatin1String("state");
    m_info.isSample = !readSetting(*m_connection, QStringLiteral("sample")).isEmpty();
    m_info.schoolYear = readSetting(*m_connection, QStringLiteral("school_year")).toLongLong();
    m_info.organization = readSetting(*m_connection, QStringLiteral("organization")).toLongLong();
    auto &statement = m_connection->prepared(QStringLiteral("SELECT code, name FROM organization WHERE id = ?"));
    statement.query(Value(m_info.organization));
    if (statement.step()) {
        m_info.organizationCode = statement.text(0);
        m_info.organizationName = statement.text(1);
    }
    statement.reset();
}

Done Session::signIn(const QString &name, const QString &password)
{
    signOut();
    try {
        SignIn attempt(*m_connection, now(), m_info.organization);
        m_person = attempt.signIn(name, password);
        m_signedIn = true;
    } catch (const StoreFailure &failure) {
        m_connection->rollback();
        return tl::unexpected(failure.error);
    }
    return {};
}

Done Session::confirmPassword(const QString &password)
{
    if (!m_signedIn)
        return notSignedIn();
    try {
        SignIn(*m_connection, now(), m_info.organization).signIn(m_person.name, password);
    } catch (const StoreFailure &failure) {
        m_connection->rollback();
        return tl::unexpected(failure.error);
    }
    return {};
}

void Session::actAsProgram()
{
    m_person = Person::program();
    m_signedIn = true;
}

void Session::signOut()
{
    m_person = Person();
    m_signedIn = false;
}

tl::unexpected<Error> Session::notSignedIn()
{
    return failure(Error::Kind::Denied, QStringLiteral("SIGN-IN"), tr("Nobody is signed in."), tr("Sign in first."));
}

qint64 Session::now()
{
    if (m_clock)
        return *m_clock;
    const QString day = readSetting(*m_connection, QStringLiteral("clock_day"));
    const QDateTime real = QDateTime::currentDateTimeUtc();
    if (day.isEmpty())
        return real.toMSecsSinceEpoch();
    return QDateTime(QDate::fromString(day, Qt::ISODate), real.time(), Qt::UTC).toMSecsSinceEpoch();
}

DayNumber Session::today()
{
    if (m_asOf)
        return *m_asOf;
    if (m_clock)
        return dayNumber(QDateTime::fromMSecsSinceEpoch(*m_clock, Qt::UTC).date());
    const QString day = readSetting(*m_connection, QStringLiteral("clock_day"));
    return dayNumber(day.isEmpty() ? QDate::currentDate() : QDate::fromString(day, Qt::ISODate));
}

Done Session::requireSignedIn() const
{
    if (!m_signedIn)
        return notSignedIn();
    if (m_person.mustChangePassword)
        return failure(Error::Kind::Denied, QStringLiteral("PASSWORD-CHANGE"), tr("The password has to be changed before anything else."),
                       tr("Choose a new password."));
    return {};
}

Done Session::require(Right right) const
{
    if (const Done ready = requireSignedIn(); !ready)
        return ready;
    if (m_person.may(right))
        return {};
    return failure(Error::Kind::Denied, QStringLiteral("K17"), tr("You lack the right \"%1\".").arg(rightTitle(right)),
                   tr("Ask a person with one of these roles: %1.").arg(rolesWith(right).join(QLatin1String(", "))));
}

Result<Change> Session::apply(Command &command, Progress *progress)
{
    if (!m_signedIn)
        return notSignedIn();
    if (const Done allowed = command.needsRight() ? require(command.right()) : Done(); !allowed)
        return tl::unexpected(allowed.error());
    if (m_damage)
        return tl::unexpected(*m_damage);
    try {
        m_connection->begin();
        // Rights and account may have changed since the sign-in: the newest ones count (S-006).
        if (m_person.accountId != 0) {
            SignIn accounts(*m_connection, now(), m_info.organization);
            m_person = accounts.reload(m_person);
            if (command.needsRight())
                orFail(require(command.right()));
        }
        Transaction transaction(*m_connection, {m_person, command.name(), command.reason(), m_info.organization, now(), today(), progress});
        command.perform(transaction);
        Change change = transaction.finish();
        if (progress && progress->isCancelled())
            throw StoreFailure{Progress::cancelledError().value()};
        m_connection->commit();
        return change;
    } catch (const StoreFailure &failure) {
        m_connection->rollback();
        return tl::unexpected(failure.error);
    }
}

std::optional<Record> Session::record(EntityKind kind, qint64 id)
{
    const auto found = read<std::optional<Record>>([&](Connection &connection) -> std::optional<Record> {
        const EntityDef &def = entityDef(kind);
        auto &statement = connection.prepared(QStringLiteral("SELECT %1 FROM %2 t WHERE t.id = ? AND %3")
                                                  .arg(recordColumns(def), QLatin1String(def.table),
                                                       scopeCondition(m_person.scope, kind, QStringLiteral("t"))));
        statement.query(Value(id));
        std::optional<Record> record;
        if (statement.step())
            record = readRecord(kind, statement);
        statement.reset();
        return record;
    });
    return found ? *found : std::nullopt;
}

Result<QVector<Record>> Session::records(EntityKind kind)
{
    return read<QVector<Record>>([&](Connection &connection) {
        const EntityDef &def = entityDef(kind);
        auto statement = connection.prepare(QStringLiteral("SELECT %1 FROM %2 t WHERE %3 ORDER BY id")
                                                .arg(recordColumns(def), QLatin1String(def.table),
                                                     scopeCondition(m_person.scope, kind, QStringLiteral("t"))));
        QVector<Record> records;
        while (statement->step())
            records.append(readRecord(kind, *statement));
        return records;
    });
}

QString Session::setting(const QString &name)
{
    return readSetting(*m_connection, name);
}

} // namespace certdesk
