// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testdatabase.h"

#include <QFileInfo>
#include <QTest>
#include <QUuid>

namespace certdesk::test {

namespace {

QString serverUrl()
{
    return qEnvironmentVariable("CERTDESK_TEST_POSTGRESQL");
}

void onServer(const QString &sql)
{
    auto connection = Connection::open(*DatabaseUrl::parse(serverUrl()), Connection::Mode::ReadWrite);
    if (!connection)
        qFatal("PostgreSQL: %s", qPrintable(connection.error().message));
    (*connection)->execute(sql);
}

} // namespace

QVector<Engine> engines()
{
    QVector<Engine> list{Engine::Sqlite};
    if (!serverUrl().isEmpty())
        list.append(Engine::Postgresql);
    return list;
}

QByteArray engineName(Engine engine)
{
    return engine == Engine::Sqlite ? "sqlite" : "postgresql";
}

void addEngineRows()
{
    QTest::addColumn<Engine>("engine");
    for (const Engine engine : engines())
        QTest::newRow(engineName(engine).constData()) << engine;
}

NewDatabase TestDatabase::defaults()
{
    NewDatabase wanted;
    wanted.name = QStringLiteral("Test District");
    wanted.code = QStringLiteral("D1");
    wanted.adminName = QStringLiteral("admin");
    wanted.adminPassword = password();
    wanted.schoolYear = 2027;
    wanted.clockDay = QStringLiteral("2027-05-31");
    return wanted;
}

QString TestDatabase::password()
{
    return QStringLiteral("heron lantern quartz");
}

DatabaseUrl TestDatabase::emptyPlace(Engine engine, const QTemporaryDir &folder)
{
    if (engine == Engine::Sqlite)
        return *DatabaseUrl::parse(folder.filePath(QUuid::createUuid().toString(QUuid::Id128) + QStringLiteral(".db")));
    DatabaseUrl url = *DatabaseUrl::parse(serverUrl());
    url.name = QStringLiteral("t_") + QUuid::createUuid().toString(QUuid::Id128);
    onServer(QStringLiteral("CREATE DATABASE %1").arg(url.name));
    return url;
}

void TestDatabase::drop(const DatabaseUrl &url)
{
    if (url.engine == Engine::Postgresql)
        onServer(QStringLiteral("DROP DATABASE IF EXISTS %1 WITH (FORCE)").arg(url.name));
}

TestDatabase::TestDatabase(Engine engine, NewDatabase wanted) : m_url(emptyPlace(engine, m_folder))
{
    const auto made = createDatabase(m_url, wanted);
    if (!made)
        qFatal("%s %s", qPrintable(made.error().message), qPrintable(made.error().detail));
}

TestDatabase::~TestDatabase()
{
    drop(m_url);
}

std::unique_ptr<Session> TestDatabase::session() const
{
    auto session = Session::open(m_url);
    if (!session || !(*session)->signIn(QStringLiteral("admin"), password()))
        qFatal("cannot sign in to the test database");
    return std::move(*session);
}

std::unique_ptr<Session> TestDatabase::programSession() const
{
    auto session = Session::open(m_url);
    if (!session)
        qFatal("cannot open the test database");
    (*session)->actAsProgram();
    return std::move(*session);
}

QString sharedData(const QString &name)
{
    QString folder = qEnvironmentVariable("CERTDESK_SHARED");
    if (folder.isEmpty())
        folder = QStringLiteral(CERTDESK_SOURCE_DIR "/../shared");
    const QString path = folder + QStringLiteral("/data/") + name;
    return QFileInfo::exists(path) ? path : QString();
}

qint64 insertRecord(Session &session, Record record)
{
    RowChange change{RowChange::Operation::Create, record.kind, 0, 0, {}};
    for (int i = 0; i < record.values.size(); ++i) {
        if (!record.values[i].isEmpty())
            change.fields.append({i, record.values[i]});
    }
    ApplyChanges command(QStringLiteral("AddForTest"), Right::EditRoster, {change});
    const auto done = session.apply(command);
    if (!done)
        qFatal("%s: %s %s", record.def().name, qPrintable(done.error().message), qPrintable(done.error().detail));
    return command.createdIds().first();
}

qint64 addSchool(Session &session, const QString &code, const QString &name)
{
    Record record(EntityKind::School);
    record.set("school_code", Value(code)).set("name", Value(name.isEmpty() ? QStringLiteral("School %1").arg(code) : name));
    record.set("status", Value(QStringLiteral("active")));
    return insertRecord(session, record);
}

qint64 addStudent(Session &session, qint64 school, const QString &stateId, const QString &last, const QString &first, const QString &grade)
{
    Record record(EntityKind::Student);
    record.set("school_id", Value(school)).set("student_state_id", Value(stateId)).set("last_name", Value(last));
    record.set("first_name", Value(first)).set("grade", Value(grade)).set("status", Value(QStringLiteral("active")));
    return insertRecord(session, record);
}

qint64 addStaff(Session &session, const QString &staffId, const QString &login, const QString &last, const QString &first)
{
    Record record(EntityKind::Staff);
    record.set("staff_id", Value(staffId)).set("login", Value(login)).set("last_name", Value(last)).set("first_name", Value(first));
    record.set("status", Value(QStringLiteral("active")));
    return insertRecord(session, record);
}

} // namespace certdesk::test
