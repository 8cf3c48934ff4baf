// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/databasecreator.h"
#include "models/store/session.h"

#include <QTemporaryDir>

namespace certdesk::test {

/// The engines this run has: SQLite always, PostgreSQL when CERTDESK_TEST_POSTGRESQL names a server whose login may create
/// databases (postgresql://user@host:port/postgres). Fill a data column with it to run a test on both.
QVector<Engine> engines();
QByteArray engineName(Engine engine);
/// Adds a row an engine to a _data() function: QFETCH(Engine, engine).
void addEngineRows();

/// A new, empty database that lives as long as this object.
class TestDatabase
{
public:
    explicit TestDatabase(Engine engine, NewDatabase wanted = defaults());
    ~TestDatabase();
    static NewDatabase defaults(); ///< district "Test District" D1, year 2026-27, today 2027-05-31, admin "admin"
    static QString password();     ///< of admin
    /// A place for a database of the engine where none is yet.
    static DatabaseUrl emptyPlace(Engine engine, const QTemporaryDir &folder);
    static void drop(const DatabaseUrl &url);

    const DatabaseUrl &url() const { return m_url; }
    QString urlText() const { return m_url.display(); }
    /// Signed in as admin; or as the program.
    std::unique_ptr<Session> session() const;
    std::unique_ptr<Session> programSession() const;

private:
    QTemporaryDir m_folder;
    DatabaseUrl m_url;
};

/// Path of ../shared/data, empty when it is not there (then QSKIP with a message).
QString sharedData(const QString &name);

/// Short builders for the records most tests need; each inserts through a command and returns the id.
qint64 insertRecord(Session &session, Record record);
qint64 addSchool(Session &session, const QString &code, const QString &name = {});
qint64 addStudent(Session &session, qint64 school, const QString &stateId, const QString &last = QStringLiteral("Alder"),
                  const QString &first = QStringLiteral("Robin"), const QString &grade = QStringLiteral("10"));
qint64 addStaff(Session &session, const QString &staffId, const QString &login, const QString &last = QStringLiteral("Birch"),
                const QString &first = QStringLiteral("Sam"));

} // namespace certdesk::test

Q_DECLARE_METATYPE(certdesk::Engine)
