// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/accounts/accounts.h"
#include "models/store/accounts/password.h"
#include "models/store/accounts/signin.h"
#include "tests/support/scopefixture.h"

#include <QTest>

using namespace certdesk;
using namespace certdesk::test;

class TestAccounts : public QObject
{
    Q_OBJECT

    static QString codeOf(const Result<Change> &result) { return result ? QStringLiteral("done") : result.error().code; }

    /// Tries to sign in at a time given in minutes; "" when it works, else the code.
    static QString signInAt(Session &session, qint64 minute, const QString &name, const QString &password)
    {
        try {
            SignIn(session.connection(), 1'000'000'000 + minute * 60'000, session.info().organization).signIn(name, password);
        } catch (const StoreFailure &failure) {
            return failure.error.code + QLatin1Char(' ') + failure.error.message;
        }
        return {};
    }

private Q_SLOTS:
    void weakPasswordsAreRefused_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<bool>("good");
        QTest::newRow("short") << QStringLiteral("q7!xT2zz9") << false;
        QTest::newRow("ten characters") << QStringLiteral("q7!xT2zz9k") << true;
        QTest::newRow("common") << QStringLiteral("Password1234") << false;
        QTest::newRow("keyboard") << QStringLiteral("1q2w3e4r5t") << false;
        QTest::newRow("own name") << QStringLiteral("marigold12") << false;
        QTest::newRow("no composition rules") << QStringLiteral("three plain words here") << true;
    }
    void weakPasswordsAreRefused()
    {
        QFETCH(QString, password);
        QFETCH(bool, good);
        QCOMPARE(checkNewPassword(password, {QStringLiteral("Marigold")}).has_value(), good);
    }

    void tenFailuresLockForAQuarterHourThenTwice_data()
    {
        QTest::addColumn<Engine>("engine");
        QTest::addColumn<QString>("name");
        for (const Engine engine : engines()) {
            QTest::addRow("known name %s", engineName(engine).constData()) << engine << QStringLiteral("admin");
            QTest::addRow("unknown name %s", engineName(engine).constData()) << engine << QStringLiteral("nobody.here");
        }
    }
    void tenFailuresLockForAQuarterHourThenTwice()
    {
        QFETCH(Engine, engine);
        QFETCH(QString, name);
        TestDatabase database(engine);
        const auto session = database.session();
        const QString wrong = QStringLiteral("not the password");
        const QString refused = signInAt(*session, 0, name, wrong);
        QVERIFY(refused.startsWith(QLatin1String("SIGN-IN")));
        for (int i = 2; i <= 10; ++i)
            QCOMPARE(signInAt(*session, 0, name, wrong), refused);
        QVERIFY(signInAt(*session, 14, name, wrong).startsWith(QLatin1String("LOCKED")));
        for (int i = 11; i <= 20; ++i)
            QCOMPARE(signInAt(*session, 16, name, wrong), refused);
        QVERIFY(signInAt(*session, 16 + 29, name, TestDatabase::password()).startsWith(QLatin1String("LOCKED")));
        QCOMPARE(signInAt(*session, 16 + 31, name, TestDatabase::password()).isEmpty(), name == QLatin1String("admin"));
    }

    void aRightPasswordEndsTheCount_data() { addEngineRows(); }
    void aRightPasswordEndsTheCount()
    {
        QFETCH(Engine, engine);
        TestDatabase database(engine);
        const auto session = database.session();
        for (int round = 0; round < 2; ++round) {
            for (int i = 0; i < 9; ++i)
                QVERIFY(!signInAt(*session, 0, QStringLiteral("admin"), QStringLiteral("wrong")).isEmpty());
            QCOMPARE(signInAt(*session, 0, QStringLiteral("admin"), TestDatabase::password()), QString());
        }
    }

    void anAdministratorUnlocks_data() { addEngineRows(); }
    void anAdministratorUnlocks()
    {
        QFETCH(Engine, engine);
        TestDatabase database(engine);
        const auto session = database.session();
        addAccount(*session, QStringLiteral("clerk"), QStringLiteral("data-entry-clerk"));
        for (int i = 0; i < 10; ++i)
            signInAt(*session, 0, QStringLiteral("clerk"), QStringLiteral("wrong"));
        QVERIFY(signInAt(*session, 1, QStringLiteral("clerk"), ScopeFixture::password()).startsWith(QLatin1String("LOCKED")));
        UnlockUser command(QStringLiteral("Clerk"));
        QCOMPARE(codeOf(session->apply(command)), QStringLiteral("done"));
        QCOMPARE(signInAt(*session, 1, QStringLiteral("clerk"), ScopeFixture::password()), QString());
    }

    void theLastAdministratorStays_data() { addEngineRows(); }
    void theLastAdministratorStays()
    {
        QFETCH(Engine, engine);
        TestDatabase database(engine);
        const auto session = database.session();
        addAccount(*session, QStringLiteral("second"), QStringLiteral("cte-director"));
        SetUserDisabled disable(QStringLiteral("admin"), true);
        QCOMPARE(codeOf(session->apply(disable)), QStringLiteral("LAST-ADMIN"));
        SetUserRoles demote(QStringLiteral("admin"), {{QStringLiteral("teacher"), {}}});
        QCOMPARE(codeOf(session->apply(demote)), QStringLiteral("LAST-ADMIN"));
        SetRoleRight revoke(QStringLiteral("district-administrator"), Right::ManageUsers, false);
        QCOMPARE(codeOf(session->apply(revoke)), QStringLiteral("LAST-ADMIN"));
        QVERIFY(session->person().may(Right::ManageUsers));
        SetUserRoles promote(QStringLiteral("second"), {{QStringLiteral("district-administrator"), {}}});
        QCOMPARE(codeOf(session->apply(promote)), QStringLiteral("done"));
        QCOMPARE(codeOf(session->apply(disable)), QStringLiteral("done"));
    }

    void aDisabledAccountIsRefusedAtTheNextAction_data() { addEngineRows(); }
    void aDisabledAccountIsRefusedAtTheNextAction()
    {
        QFETCH(Engine, engine);
        TestDatabase database(engine);
        const auto session = database.session();
        addAccount(*session, QStringLiteral("second"), QStringLiteral("district-administrator"));
        auto open = Session::open(database.url());
        QVERIFY((*open)->signIn(QStringLiteral("second"), ScopeFixture::password()));
        SetUserDisabled disable(QStringLiteral("second"), true);
        QCOMPARE(codeOf(session->apply(disable)), QStringLiteral("done"));
        UnlockUser action(QStringLiteral("admin"));
        QCOMPARE(codeOf((*open)->apply(action)), QStringLiteral("DISABLED"));
        QCOMPARE((*open)->signIn(QStringLiteral("second"), ScopeFixture::password()).error().code, QStringLiteral("DISABLED"));
    }

    void aRevokedRightCountsAtOnce_data() { addEngineRows(); }
    void aRevokedRightCountsAtOnce()
    {
        QFETCH(Engine, engine);
        TestDatabase database(engine);
        const auto session = database.session();
        addAccount(*session, QStringLiteral("clerk"), QStringLiteral("it-department"));
        auto open = Session::open(database.url());
        QVERIFY((*open)->signIn(QStringLiteral("clerk"), ScopeFixture::password()));
        SetRoleRight grant(QStringLiteral("it-department"), Right::ManageUsers, true);
        QCOMPARE(codeOf(session->apply(grant)), QStringLiteral("done"));
        QVERIFY((*open)->signIn(QStringLiteral("clerk"), ScopeFixture::password()));
        SetRoleRight revoke(QStringLiteral("it-department"), Right::ManageUsers, false);
        QCOMPARE(codeOf(session->apply(revoke)), QStringLiteral("done"));
        UnlockUser action(QStringLiteral("admin"));
        QCOMPARE(codeOf((*open)->apply(action)), QStringLiteral("K17"));
    }

    void nothingIsShownBeforeTheFirstPasswordIsChanged_data() { addEngineRows(); }
    void nothingIsShownBeforeTheFirstPasswordIsChanged()
    {
        QFETCH(Engine, engine);
        TestDatabase database(engine);
        const auto session = database.session();
        addAccount(*session, QStringLiteral("clerk"), QStringLiteral("cte-director"));
        ResetPassword reset(QStringLiteral("clerk"), QStringLiteral("first word given"));
        QCOMPARE(codeOf(session->apply(reset)), QStringLiteral("done"));
        auto open = Session::open(database.url());
        QVERIFY((*open)->signIn(QStringLiteral("clerk"), QStringLiteral("first word given")));
        QCOMPARE((*open)->records(EntityKind::School).error().code, QStringLiteral("PASSWORD-CHANGE"));
        QVERIFY(!(*open)->record(EntityKind::Account, (*open)->person().accountId));
        ChangeOwnPassword wrong(QStringLiteral("not it at all"), QStringLiteral("second word taken"));
        QCOMPARE(codeOf((*open)->apply(wrong)), QStringLiteral("SIGN-IN"));
        ChangeOwnPassword same(QStringLiteral("first word given"), QStringLiteral("first word given"));
        QCOMPARE(codeOf((*open)->apply(same)), QStringLiteral("C12"));
        ChangeOwnPassword change(QStringLiteral("first word given"), QStringLiteral("second word taken"));
        QCOMPARE(codeOf((*open)->apply(change)), QStringLiteral("done"));
        QVERIFY((*open)->signIn(QStringLiteral("clerk"), QStringLiteral("second word taken")));
        QVERIFY((*open)->records(EntityKind::School));
    }

    void anAccountFindsItsPerson_data() { addEngineRows(); }
    void anAccountFindsItsPerson()
    {
        QFETCH(Engine, engine);
        TestDatabase database(engine);
        const auto session = database.session();
        const qint64 staff = addStaff(*session, QStringLiteral("S1"), QStringLiteral("Robin.B"), QStringLiteral("Birch"), QStringLiteral("Robin"));
        NewAccount wanted;
        wanted.name = QStringLiteral("robin.b");
        wanted.password = ScopeFixture::password();
        wanted.roles = {{QStringLiteral("teacher"), {}}};
        AddUser command(wanted);
        QCOMPARE(codeOf(session->apply(command)), QStringLiteral("done"));
        const auto account = session->record(EntityKind::Account, command.accountId());
        QCOMPARE(account->integer("staff_id"), staff);
        QCOMPARE(account->text("display_name"), QStringLiteral("Robin Birch"));
        AddUser again(wanted);
        QCOMPARE(codeOf(session->apply(again)), QStringLiteral("USER-EXISTS"));
    }

    void passwordsStandNowhereInTheJournal_data() { addEngineRows(); }
    void passwordsStandNowhereInTheJournal()
    {
        QFETCH(Engine, engine);
        TestDatabase database(engine);
        const auto session = database.session();
        addAccount(*session, QStringLiteral("clerk"), QStringLiteral("cte-director"));
        ResetPassword reset(QStringLiteral("clerk"), QStringLiteral("first word given"));
        QCOMPARE(codeOf(session->apply(reset)), QStringLiteral("done"));
        auto statement = session->connection().prepare(QStringLiteral("SELECT fields FROM journal WHERE fields IS NOT NULL"));
        while (statement->step()) {
            QVERIFY(!statement->text(0).contains(QLatin1String("argon2")));
            QVERIFY(!statement->text(0).contains(QLatin1String("first word given")));
        }
    }
};

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_accounts.moc"
