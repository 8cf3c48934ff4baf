// SPDX-License-Identifier: GPL-3.0-or-later
// Row-level security of PostgreSQL (S-021, AC-03): a hand-written SELECT under a person's database login.
#include "models/store/accounts/accounts.h"
#include "tests/support/scopefixture.h"

#include <QTest>
#include <QUuid>

using namespace certdesk;
using namespace certdesk::test;

class TestRowSecurity : public QObject
{
    Q_OBJECT

    /// A database role that lives as long as the object.
    struct DatabaseRole
    {
        DatabaseRole(const TestDatabase &database, Session &session) : m_database(database), name(QStringLiteral("r_") + QUuid::createUuid().toString(QUuid::Id128))
        {
            session.connection().execute(QStringLiteral("CREATE ROLE %1").arg(name));
            session.connection().execute(QStringLiteral("GRANT SELECT ON ALL TABLES IN SCHEMA public TO %1").arg(name));
        }
        ~DatabaseRole()
        {
            const auto session = m_database.programSession();
            session->connection().execute(QStringLiteral("DROP OWNED BY %1").arg(name));
            session->connection().execute(QStringLiteral("DROP ROLE %1").arg(name));
        }
        const TestDatabase &m_database;
        QString name;
    };

    static QStringList select(Session &session, const QString &role, const QString &sql)
    {
        Connection &connection = session.connection();
        connection.execute(QStringLiteral("SET ROLE %1").arg(role));
        QStringList rows;
        auto statement = connection.prepare(sql);
        while (statement->step())
            rows.append(statement->text(0));
        statement.reset();
        connection.execute(QStringLiteral("RESET ROLE"));
        return rows;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!engines().contains(Engine::Postgresql))
            QSKIP("needs CERTDESK_TEST_POSTGRESQL");
    }

    void aHandWrittenSelectSeesWhatTheAccountSees_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<QStringList>("schools");
        QTest::newRow("ada") << QStringLiteral("teacher") << QStringList();
        QTest::newRow("head") << QStringLiteral("administrator") << QStringList{QStringLiteral("100")};
        QTest::newRow("clerk") << QStringLiteral("cte-director") << QStringList();
        QTest::newRow("tess") << QStringLiteral("it-department") << QStringList();
    }
    void aHandWrittenSelectSeesWhatTheAccountSees()
    {
        QFETCH(QString, role);
        QFETCH(QStringList, schools);
        TestDatabase database(Engine::Postgresql);
        const ScopeFixture fixture(database);
        const auto owner = database.programSession();
        const DatabaseRole login(database, *owner);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        owner->connection().execute(QStringLiteral("UPDATE account SET database_login = '%1' WHERE name = '%2'").arg(login.name, name));
        auto session = Session::open(database.url());
        QVERIFY((*session)->signIn(name, ScopeFixture::password()));
        for (const EntityKind kind : entityKinds()) {
            if (kind == EntityKind::Account || kind == EntityKind::AccountRole)
                continue;
            QStringList expected;
            const auto records = (*session)->records(kind);
            for (const Record &record : *records)
                expected.append(QString::number(record.id));
            const QString table = QLatin1String(entityDef(kind).table);
            const QStringList found = select(*owner, login.name, QStringLiteral("SELECT id FROM %1 ORDER BY id").arg(table));
            QVERIFY2(found == expected, qPrintable(table + QStringLiteral(": ") + found.join(QLatin1Char(',')) + QStringLiteral(" instead of ") + expected.join(QLatin1Char(','))));
        }
    }

    void accountsJournalAndSettingsAreClosed()
    {
        TestDatabase database(Engine::Postgresql);
        const ScopeFixture fixture(database);
        const auto owner = database.programSession();
        const DatabaseRole login(database, *owner);
        owner->connection().execute(QStringLiteral("UPDATE account SET database_login = '%1' WHERE name = 'clerk'").arg(login.name));
        for (const char *table : {"account", "account_role", "account_lock", "journal", "setting", "stored_file"})
            QCOMPARE(select(*owner, login.name, QStringLiteral("SELECT COUNT(*) FROM %1").arg(QLatin1String(table))), QStringList{QStringLiteral("0")});
    }

    void aLoginWithoutAccountSeesNothing()
    {
        TestDatabase database(Engine::Postgresql);
        const ScopeFixture fixture(database);
        const auto owner = database.programSession();
        const DatabaseRole login(database, *owner);
        // Every table, also those of later versions.
        for (const QString &table : owner->connection().tables())
            QCOMPARE(select(*owner, login.name, QStringLiteral("SELECT COUNT(*) FROM %1").arg(table)), QStringList{QStringLiteral("0")});
    }

    void writingIsRefused()
    {
        TestDatabase database(Engine::Postgresql);
        const ScopeFixture fixture(database);
        const auto owner = database.programSession();
        const DatabaseRole login(database, *owner);
        owner->connection().execute(QStringLiteral("GRANT UPDATE, DELETE, INSERT ON ALL TABLES IN SCHEMA public TO %1").arg(login.name));
        owner->connection().execute(QStringLiteral("UPDATE account SET database_login = '%1' WHERE name = 'ada'").arg(login.name));
        QCOMPARE(select(*owner, login.name, QStringLiteral("WITH w AS (UPDATE attempt SET note = 'x' RETURNING id) SELECT COUNT(*) FROM w")), QStringList{QStringLiteral("0")});
        QCOMPARE(select(*owner, login.name, QStringLiteral("WITH w AS (DELETE FROM attempt RETURNING id) SELECT COUNT(*) FROM w")), QStringList{QStringLiteral("0")});
    }
};

QTEST_GUILESS_MAIN(TestRowSecurity)
#include "tst_rowsecurity.moc"
