// SPDX-License-Identifier: GPL-3.0-or-later
// Passwords for all and archived staff, on both engines.
#include "models/intake/table.h"
#include "models/operations/passphrases.h"
#include "models/operations/passwordmaker.h"
#include "models/operations/roster/passwordoperation.h"
#include "models/operations/roster/staffoperation.h"
#include "models/store/accounts/accounts.h"
#include "models/store/safekeeping.h"
#include "models/store/undo.h"
#include "tests/support/scopefixture.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>
#include <cmath>

using namespace certdesk;
using namespace certdesk::test;

namespace {

using Outcome = PasswordPlanRow::Outcome;

QString latin(const char *text)
{
    return QString::fromLatin1(text);
}

const QString sharedWord = QStringLiteral("tulip wagon 5583");
const QString ownWord = QStringLiteral("quartz meadow 9921");

/// Students with logins, one of them archived, one at a school with single sign-on, one without login; two teachers.
struct Desk
{
    explicit Desk(Engine engine) : database(engine), session(database.session())
    {
        school = addSchool(*session, latin("100"));
        Record sso(EntityKind::School);
        const qint64 clever = insertRecord(*session, sso.set("school_code", Value(latin("200"))).set("name", Value(latin("Sso"))).set("roster_source", Value(latin("Clever"))));
        student("ann", school);
        student("bob", school);
        student("cy", school);
        student("gone", school, true);
        student("sso", clever);
        student("", school);
        addStaff(*session, latin("T1"), latin("tea"), latin("Birch"), latin("Tea"));
        addStaff(*session, latin("T2"), latin("tom"), latin("Cedar"), latin("Tom"));
        addAccount(*session, latin("ann"), latin("student"));
        addAccount(*session, latin("bob"), latin("student"));
        addAccount(*session, latin("tea"), latin("teacher"));
    }
    void student(const char *login, qint64 where, bool archived = false)
    {
        Record record(EntityKind::Student);
        record.set("student_state_id", Value(QString::number(1000000001 + number++))).set("first_name", Value(latin("Robin"))).set("last_name", Value(latin("Oak")));
        record.set("school_id", Value(where)).set("grade", Value(latin("02"))).set("login", Value(latin(login)));
        if (archived)
            record.set("status", Value(latin("archived"))).set("archived_on", Value(dayNumber(2027, 1, 1)));
        insertRecord(*session, record);
    }
    bool canSignIn(const char *name, const QString &password) const
    {
        const auto other = Session::open(database.url()).value();
        return other->signIn(latin(name), password).has_value();
    }
    bool mustChange(const char *name, const QString &password) const
    {
        const auto other = Session::open(database.url()).value();
        return other->signIn(latin(name), password).has_value() && other->person().mustChangePassword;
    }
    void changeOwn(const char *name, const QString &from, const QString &to) const
    {
        const auto other = Session::open(database.url()).value();
        QVERIFY(other->signIn(latin(name), from));
        ChangeOwnPassword command(from, to);
        QVERIFY(other->apply(command));
    }

    TestDatabase database;
    std::unique_ptr<Session> session;
    qint64 school = 0;
    int number = 0;
};

} // namespace

class TestPasswordOperation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passphrasesAreStrongAndReadable()
    {
        const QStringList &words = passphraseWords();
        QVERIFY(words.size() >= 2048);
        QCOMPARE(QSet<QString>(words.cbegin(), words.cend()).size(), words.size());
        static const QRegularExpression word(QStringLiteral("^[a-z]{3,8}$"));
        for (const QString &one : words)
            QVERIFY2(word.match(one).hasMatch(), qPrintable(one));
        static const QRegularExpression phrase(QStringLiteral("^([a-z]+-){3}[2-9]{2}$"));
        QVERIFY(phrase.match(generatePassphrase(3)).hasMatch());
        QCOMPARE(passphraseLength(latin("03")), 2);
        QCOMPARE(passphraseLength(latin("KG")), 2);
        QCOMPARE(passphraseLength(latin("04")), 3);
        QCOMPARE(passphraseLength(QString()), 3);
        // at least 28 and 35 bits.
        const double digits = std::log2(64);
        QVERIFY(2 * std::log2(words.size()) + digits >= 28 && 3 * std::log2(words.size()) + digits >= 35);
    }

    void onePasswordForAllAndBack_data() { addEngineRows(); }
    void onePasswordForAllAndBack()
    {
        QFETCH(Engine, engine);
        const Desk desk(engine);
        PasswordRequest request;
        request.students = true;
        request.sharedPassword = sharedWord;
        const auto planned = planPasswordOperation(*desk.session, request);
        QVERIFY(planned);
        QCOMPARE(planned->count(Outcome::Issue), 2);
        QCOMPARE(planned->count(Outcome::Create), 1);
        QCOMPARE(planned->leftOut(), (QMap<QString, int>{{latin("archived"), 1}, {latin("no-login"), 1}, {latin("sso"), 1}}));
        const auto batch = commitPasswordOperation(*desk.session, *planned);
        QVERIFY2(batch && *batch > 0, batch ? "" : qPrintable(batch.error().message));
        for (const char *name : {"ann", "bob", "cy"})
            QVERIFY2(desk.mustChange(name, sharedWord), name);
        QVERIFY(!desk.canSignIn("ann", ScopeFixture::password()));
        QVERIFY(desk.canSignIn("tea", ScopeFixture::password())); // students only
        desk.changeOwn("ann", sharedWord, ownWord);

        UndoBatch undo(*batch, {});
        const auto done = desk.session->apply(undo);
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
        QCOMPARE(undo.plan().conflicts.size(), 1);
        QVERIFY(desk.canSignIn("ann", ownWord)); // her own word stays
        QVERIFY(desk.canSignIn("bob", ScopeFixture::password()) && !desk.canSignIn("bob", sharedWord));
        QVERIFY(!desk.mustChange("bob", ScopeFixture::password()));
        QVERIFY(!desk.canSignIn("cy", sharedWord));
        UndoBatch again(undo.batchId(), {});
        QVERIFY(desk.session->apply(again));
        QVERIFY(desk.mustChange("bob", sharedWord));
    }

    void aPassphraseEachInAList_data() { addEngineRows(); }
    void aPassphraseEachInAList()
    {
        QFETCH(Engine, engine);
        const Desk desk(engine);
        const QTemporaryDir folder;
        PasswordRequest request;
        request.students = true;
        request.staff = true;
        request.out = folder.filePath(latin("list.csv"));
        const auto planned = planPasswordOperation(*desk.session, request);
        QVERIFY(planned);
        QCOMPARE(planned->leftOut().value(latin("own")), 1);
        QCOMPARE(planned->byRole(), (QMap<QString, int>{{latin("student"), 3}, {latin("teacher"), 2}}));
        const auto batch = commitPasswordOperation(*desk.session, *planned);
        QVERIFY2(batch, batch ? "" : qPrintable(batch.error().message));
        const auto table = readTableFile(request.out);
        QVERIFY(table && table->rowCount() == 5);
        QCOMPARE(QFileInfo(request.out).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        const qsizetype login = table->columns.indexOf(latin("login"));
        const qsizetype password = table->columns.indexOf(latin("password"));
        QSet<QString> different;
        for (int i = 0; i < table->rowCount(); ++i) {
            const QString word = table->text(i, static_cast<int>(password));
            different.insert(word);
            QCOMPARE(word.count(QLatin1Char('-')), table->text(i, static_cast<int>(login)).startsWith(QLatin1Char('t')) ? 3 : 2);
            QVERIFY(desk.mustChange(table->text(i, static_cast<int>(login)).toLatin1().constData(), word));
            // clear text stands nowhere in the database.
            const auto found = desk.session->read<int>([&](Connection &connection) {
                auto rows = connection.prepare(QStringLiteral("SELECT COUNT(*) FROM journal WHERE fields LIKE ?"));
                rows->query(Value(QLatin1Char('%') + word + QLatin1Char('%')));
                return rows->step() ? static_cast<int>(rows->integer(0)) : -1;
            });
            QCOMPARE(found.value(), 0);
        }
        QCOMPARE(different.size(), 5);
    }

    void aCancelledRunLeavesNothing()
    {
        const Desk desk(Engine::Sqlite);
        const QTemporaryDir folder;
        PasswordRequest request;
        request.students = true;
        request.out = folder.filePath(latin("list.csv"));
        Progress progress;
        progress.cancel();
        const auto planned = planPasswordOperation(*desk.session, request);
        const auto done = commitPasswordOperation(*desk.session, *planned, &progress);
        QVERIFY(!done);
        QCOMPARE(done.error().kind, Error::Kind::Cancelled);
        QVERIFY(!QFile::exists(request.out));
        QVERIFY(desk.canSignIn("ann", ScopeFixture::password()));
    }

    void weakWordsAndForeignAccountsAreRefused()
    {
        const TestDatabase database(Engine::Sqlite);
        const ScopeFixture fixture(database);
        const auto session = Session::open(database.url()).value();
        QVERIFY(session->signIn(latin("ada"), ScopeFixture::password()));
        PasswordRequest request;
        request.staff = true;
        request.students = true;
        request.sharedPassword = sharedWord;
        QCOMPARE(planPasswordOperation(*session, request).error().code, latin("K17"));
        QVERIFY(session->signIn(latin("head"), ScopeFixture::password()));
        const auto planned = planPasswordOperation(*session, request);
        QVERIFY(planned);
        for (const PasswordPlanRow &row : planned->rows) {
            QVERIFY2(!row.lastName.contains(ScopeFixture::hiddenFromSchool()), "people of the other school are none of this plan");
            QVERIFY2(row.login != latin("admin") && row.login != latin("clerk"), "nor are accounts of the whole district");
        }
        const auto done = commitPasswordOperation(*session, *planned);
        QVERIFY2(done && *done > 0, done ? "nothing was done" : qPrintable(done.error().code + done.error().message));
        // Who gave the passwords out may take them back, accounts of students included.
        UndoBatch undo(*done, {});
        const auto undone = session->apply(undo);
        QVERIFY2(undone && undo.plan().isComplete, undone ? "something stayed" : qPrintable(undone.error().message));
        request.sharedPassword = latin("password");
        QCOMPARE(planPasswordOperation(*session, request).error().code, latin("C12"));
    }

    void archivedStaffCannotSignIn_data() { addEngineRows(); }
    void archivedStaffCannotSignIn()
    {
        QFETCH(Engine, engine);
        const Desk desk(engine);
        StaffRequest request;
        request.staff = {latin("tea"), latin("T2")};
        const auto planned = planStaffOperation(*desk.session, request);
        QVERIFY(planned);
        QCOMPARE(planned->count(RowStatus::Archive), 2);
        const auto batch = commitStaffOperation(*desk.session, *planned);
        QVERIFY(batch && *batch > 0);
        QVERIFY(!desk.canSignIn("tea", ScopeFixture::password()));
        StaffRequest back;
        back.restore = true;
        back.staff = {latin("T1"), latin("nobody")};
        const auto refused = planStaffOperation(*desk.session, back);
        QCOMPARE(refused->heldBack(), 1);
        QVERIFY(!commitStaffOperation(*desk.session, *refused));
        UndoBatch undo(*batch, {});
        QVERIFY(desk.session->apply(undo));
        QVERIFY(undo.plan().isComplete);
        QVERIFY(desk.canSignIn("tea", ScopeFixture::password()));
    }

    void issuedPasswordsMoveWithTheDatabase_data() { addEngineRows(); }
    void issuedPasswordsMoveWithTheDatabase()
    {
        QFETCH(Engine, engine);
        const Desk desk(engine);
        PasswordRequest request;
        request.students = true;
        request.sharedPassword = sharedWord;
        QVERIFY(commitPasswordOperation(*desk.session, *planPasswordOperation(*desk.session, request)).value_or(0) > 0);
        const QTemporaryDir folder;
        const auto target = DatabaseUrl::parse(folder.filePath(latin("copy.db"))).value();
        const auto copied = copyDatabase(*desk.session, target);
        QVERIFY2(copied, copied ? "" : qPrintable(copied.error().message + copied.error().detail));
        const auto copy = Session::open(target).value();
        QVERIFY(copy->signIn(latin("ann"), sharedWord));
    }
};

QTEST_GUILESS_MAIN(TestPasswordOperation)
#include "tst_passwordoperation.moc"
