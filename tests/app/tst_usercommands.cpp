// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ctl.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace certdesk;
using namespace certdesk::test;

class TestUserCommands : public QObject
{
    Q_OBJECT

    static QStringList words(const char *text) { return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts); }

private Q_SLOTS:
    void anAccountFromFirstPasswordToDisabled_data() { addEngineRows(); }
    void anAccountFromFirstPasswordToDisabled()
    {
        QFETCH(Engine, engine);
        const TestDatabase database(engine);
        addStaff(*database.session(), QStringLiteral("S1"), QStringLiteral("robin.b"), QStringLiteral("Birch"), QStringLiteral("Robin"));
        const Ctl admin(database.urlText(), QStringLiteral("admin"), TestDatabase::password());
        const CtlAnswer added = admin.json(words("user add robin.b --role teacher"));
        QVERIFY2(added.exitCode == 0, added.told().constData());
        QVERIFY(added.json().value(QLatin1String("linked")).toBool());
        const QString first = added.json().value(QLatin1String("password")).toString();
        QVERIFY(first.size() >= 10);
        const Ctl robin(database.urlText(), QStringLiteral("robin.b"), first);
        QCOMPARE(robin.json(words("list students")).errorCode(), QStringLiteral("PASSWORD-CHANGE"));
        QTemporaryDir folder;
        const QString file = writeFile(folder.filePath(QStringLiteral("pw")), "three quiet herons\n");
        QCOMPARE(robin.json(words("user password --new-password-file") + QStringList{file}).exitCode, 0);
        const Ctl changed(database.urlText(), QStringLiteral("robin.b"), QStringLiteral("three quiet herons"));
        QCOMPARE(changed.json(words("list students")).exitCode, 0);
        QCOMPARE(robin.json(words("list students")).exitCode, 3);
        QCOMPARE(admin.json(words("user disable robin.b")).exitCode, 0);
        const CtlAnswer disabled = changed.json(words("list students"));
        QCOMPARE(disabled.exitCode, 3);
        QCOMPARE(disabled.errorCode(), QStringLiteral("DISABLED"));
        QCOMPARE(admin.json(words("user disable admin")).errorCode(), QStringLiteral("LAST-ADMIN"));
        const QJsonObject users = admin.json(words("user list")).json();
        QCOMPARE(users.value(QLatin1String("total")).toInt(), 2);
        QVERIFY(!admin.json(words("journal")).out.contains(first.toUtf8()));
    }

    void aGivenPasswordWorksAtOnce()
    {
        const TestDatabase database(Engine::Sqlite);
        const Ctl admin(database.urlText(), QStringLiteral("admin"), TestDatabase::password());
        QTemporaryDir folder;
        const QString file = writeFile(folder.filePath(QStringLiteral("pw")), "three quiet herons\r\n");
        QCOMPARE(admin.json(words("user add clerk --role data-entry-clerk --new-password-file") + QStringList{file}).exitCode, 0);
        const Ctl clerk(database.urlText(), QStringLiteral("clerk"), QStringLiteral("three quiet herons"));
        QCOMPARE(clerk.json(words("list attempts")).exitCode, 0);
        QCOMPARE(clerk.json(words("user add other --role teacher")).errorCode(), QStringLiteral("K17"));
        // The same password from a file in place of the environment.
        const Ctl fromFile(database.urlText(), QStringLiteral("clerk"));
        QCOMPARE(fromFile.json(words("list attempts --password-file") + QStringList{file}).exitCode, 0);
    }

    void wrongRolesAreRefused_data()
    {
        QTest::addColumn<QString>("call");
        QTest::addColumn<QString>("code");
        QTest::newRow("unknown role") << QStringLiteral("user add a.person --role emperor") << QStringLiteral("C06");
        QTest::newRow("role of the other edition") << QStringLiteral("user add a.person --role state-approver") << QStringLiteral("ROLE-EDITION");
        QTest::newRow("unknown school") << QStringLiteral("user add a.person --role administrator --school 777") << QStringLiteral("K13");
        QTest::newRow("name in use") << QStringLiteral("user add ADMIN --role teacher") << QStringLiteral("USER-EXISTS");
        QTest::newRow("nobody of this name") << QStringLiteral("user reset nobody") << QStringLiteral("NO-USER");
    }
    void wrongRolesAreRefused()
    {
        QFETCH(QString, call);
        QFETCH(QString, code);
        static const TestDatabase database(Engine::Sqlite);
        const Ctl admin(database.urlText(), QStringLiteral("admin"), TestDatabase::password());
        const QString before = admin.contentHash();
        const CtlAnswer answer = admin.json(call.split(QLatin1Char(' ')));
        QVERIFY2(answer.exitCode >= 3 && answer.errorCode() == code, answer.told().constData());
        QCOMPARE(admin.contentHash(), before);
    }

    void rightsOfARoleChange_data() { addEngineRows(); }
    void rightsOfARoleChange()
    {
        QFETCH(Engine, engine);
        const TestDatabase database(engine);
        const Ctl admin(database.urlText(), QStringLiteral("admin"), TestDatabase::password());
        const auto rightsOfTeachers = [&admin] {
            const QJsonArray roles = admin.json({QStringLiteral("role"), QStringLiteral("list")}).json().value(QLatin1String("roles")).toArray();
            for (const QJsonValue &role : roles) {
                if (role.toObject().value(QLatin1String("role")) == QLatin1String("teacher"))
                    return role.toObject().value(QLatin1String("rights")).toArray();
            }
            return QJsonArray();
        };
        QVERIFY(!rightsOfTeachers().contains(QStringLiteral("verify-attempts")));
        QCOMPARE(admin.json(words("role grant teacher verify-attempts")).exitCode, 0);
        QVERIFY(rightsOfTeachers().contains(QStringLiteral("verify-attempts")));
        QCOMPARE(admin.json(words("role revoke teacher verify-attempts")).exitCode, 0);
        QVERIFY(!rightsOfTeachers().contains(QStringLiteral("verify-attempts")));
        const CtlAnswer journal = admin.json(words("journal --entity role_right --limit 2"));
        QCOMPARE(journal.json().value(QLatin1String("entries")).toArray().size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestUserCommands)
#include "tst_usercommands.moc"
