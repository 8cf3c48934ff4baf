// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts of imported people: and CK-10.1, on both engines.
#include "models/operations/passphrases.h"
#include "tests/support/ctl.h"
#include "tests/support/scopefixture.h"
#include "tests/support/testdatabase.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace certdesk;
using namespace certdesk::test;

namespace {

QString latin(const char *text)
{
    return QString::fromLatin1(text);
}

const QByteArray header = "student_state_id,login,first_name,last_name,grade,school_code\n";
const QByteArray three = header + "1000000001,ralder,Robin,Alder,10,100\n1000000002,sbirch,Sam,Birch,02,100\n1000000003,,Kim,Cedar,10,100\n";

class Desk
{
public:
    explicit Desk(Engine engine) : database(engine), ctl(database.urlText(), latin("admin"), TestDatabase::password())
    {
        addSchool(*database.session(), latin("100"));
    }
    QString path(const char *name) const { return folder.filePath(latin(name)); }
    CtlAnswer import(const QByteArray &file, const QStringList &more) const
    {
        return ctl.json(QStringList{latin("import"), latin("students"), writeFile(path("in.csv"), file)} + more);
    }
    CtlAnswer importShared(const QByteArray &file, const QByteArray &password) const
    {
        return import(file, {latin("--shared-password-file"), writeFile(path("shared.txt"), password + '\n')});
    }
    /// The code of the answer to a first call as this person: PASSWORD-CHANGE, SIGN-IN …
    CtlAnswer signIn(const char *login, const QString &password) const { return Ctl(database.urlText(), latin(login), password).json({latin("list"), latin("students")}); }
    int users() const { return ctl.json({latin("user"), latin("list")}).json().value(QLatin1String("total")).toInt(); }
    QByteArray content(const char *name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    TestDatabase database;
    Ctl ctl;
    QTemporaryDir folder;
};

QJsonObject accounts(const CtlAnswer &answer)
{
    return answer.json().value(QLatin1String("accounts")).toObject();
}

} // namespace

class TestCtlPasswords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSharedPasswordWorksOnceForCreatedAccountsOnly_data() { addEngineRows(); }
    void aSharedPasswordWorksOnceForCreatedAccountsOnly()
    {
        QFETCH(Engine, engine);
        const Desk desk(engine);
        const QString before = desk.ctl.contentHash();
        const CtlAnswer first = desk.importShared(three, "river otter 4417");
        QVERIFY2(first.exitCode == 0, first.told().constData());
        QCOMPARE(accounts(first), (QJsonObject{{latin("created"), 2}, {latin("withoutLogin"), 1}, {latin("existing"), 0}}));
        QCOMPARE(desk.users(), 3);
        const CtlAnswer mustChange = desk.signIn("ralder", latin("river otter 4417"));
        QVERIFY2(mustChange.exitCode == 3, mustChange.told().constData());
        QVERIFY(mustChange.errorCode() != latin("SIGN-IN"));
        const QString own = writeFile(desk.path("own.txt"), "lantern quilt 7752\n");
        const CtlAnswer changed = Ctl(desk.database.urlText(), latin("ralder"), latin("river otter 4417")).json({latin("user"), latin("password"), latin("--new-password-file"), own});
        QVERIFY2(changed.exitCode == 0, changed.told().constData());

        // Matched people keep theirs; the new one gets the new password.
        const CtlAnswer second = desk.importShared(three + "1000000004,jdogwood,Jo,Dogwood,11,100\n", "maple comet 2230");
        QVERIFY2(second.exitCode == 0, second.told().constData());
        QCOMPARE(accounts(second).value(QLatin1String("created")).toInt(), 1);
        QCOMPARE(desk.signIn("ralder", latin("maple comet 2230")).errorCode(), latin("SIGN-IN"));
        QVERIFY(desk.signIn("ralder", latin("lantern quilt 7752")).errorCode() != latin("SIGN-IN"));
        QCOMPARE(desk.signIn("sbirch", latin("maple comet 2230")).errorCode(), latin("SIGN-IN"));
        QVERIFY(desk.signIn("jdogwood", latin("maple comet 2230")).errorCode() != latin("SIGN-IN"));
        // Undo takes the new account with the new student.
        const QString batch = QString::number(second.json().value(QLatin1String("batch")).toInt());
        QCOMPARE(desk.ctl.json({latin("undo"), batch}).exitCode, 0);
        QCOMPARE(desk.users(), 3);
        QVERIFY(desk.ctl.contentHash() != before);
    }

    void generatedPassphrasesAreReadableAndStandNowhereElse_data() { addEngineRows(); }
    void generatedPassphrasesAreReadableAndStandNowhereElse()
    {
        QFETCH(Engine, engine);
        const Desk desk(engine);
        const QString before = desk.ctl.contentHash();
        const QString out = desk.path("passwords.csv");
        const CtlAnswer dry = desk.import(three, {latin("--generate-passwords"), out, latin("--dry-run")});
        QCOMPARE(accounts(dry).value(QLatin1String("created")).toInt(), 2);
        QVERIFY(!QFile::exists(out));
        const CtlAnswer made = desk.import(three, {latin("--generate-passwords"), out});
        QVERIFY2(made.exitCode == 0, made.told().constData());
        QCOMPARE(QFile::permissions(out) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        const QByteArrayList lines = desk.content("passwords.csv").trimmed().split('\n');
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[0].trimmed(), QByteArray("login,last_name,first_name,grade,password"));
        QStringList phrases;
        for (const QByteArray &line : lines.mid(1))
            phrases.append(QString::fromUtf8(line.trimmed().split(',').last()));
        // Three words from grade 4 on, two below.
        QVERIFY2(QRegularExpression(latin("^[a-z]{4,7}-[a-z]{4,7}-[a-z]{4,7}-[2-9]{2}$")).match(phrases[0]).hasMatch(), qPrintable(phrases[0]));
        QVERIFY2(QRegularExpression(latin("^[a-z]{4,7}-[a-z]{4,7}-[2-9]{2}$")).match(phrases[1]).hasMatch(), qPrintable(phrases[1]));
        QVERIFY(desk.signIn("ralder", phrases[0]).errorCode() != latin("SIGN-IN"));
        QCOMPARE(desk.signIn("ralder", phrases[1]).errorCode(), latin("SIGN-IN"));
        QByteArray told = made.out + made.err + desk.ctl.json({latin("journal")}).out + desk.ctl.json({latin("batches")}).out;
        if (engine == Engine::Sqlite) {
            for (const char *suffix : {"", "-wal"}) {
                QFile file(desk.database.url().path + latin(suffix));
                told += file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
            }
        }
        for (const QString &phrase : std::as_const(phrases))
            QVERIFY(!told.contains(phrase.toUtf8()));
        QCOMPARE(desk.ctl.json({latin("undo"), QString::number(made.json().value(QLatin1String("batch")).toInt())}).exitCode, 0);
        QCOMPARE(desk.ctl.contentHash(), before);
    }

    void aPlanHoldsNoPassword_data() { addEngineRows(); }
    void aPlanHoldsNoPassword()
    {
        QFETCH(Engine, engine);
        const Desk desk(engine);
        const QString plan = desk.path("plan.json");
        QCOMPARE(desk.ctl.json({latin("plan"), latin("students"), writeFile(desk.path("in.csv"), three), latin("--out"), plan}).exitCode, 0);
        const CtlAnswer applied = desk.ctl.json({latin("apply"), plan, latin("--shared-password-file"), writeFile(desk.path("shared.txt"), "river otter 4417\n")});
        QVERIFY2(applied.exitCode == 0, applied.told().constData());
        QCOMPARE(accounts(applied).value(QLatin1String("created")).toInt(), 2);
        QVERIFY(!desk.content("plan.json").contains("otter"));
        QVERIFY(!desk.content("plan.json").contains("argon2"));
    }

    void staffBecomeTeachers_data() { addEngineRows(); }
    void staffBecomeTeachers()
    {
        QFETCH(Engine, engine);
        const Desk desk(engine);
        const QString file = writeFile(desk.path("staff.csv"), "staff_id,login,first_name,last_name,email,school_code\nT1,tfir,Toni,Fir,tfir@alder.example,100\n");
        const CtlAnswer made = desk.ctl.json({latin("import"), latin("staff"), file, latin("--shared-password-file"), writeFile(desk.path("shared.txt"), "river otter 4417\n")});
        QVERIFY2(made.exitCode == 0, made.told().constData());
        QVERIFY(desk.ctl.json({latin("user"), latin("list")}).out.contains("teacher"));
        QVERIFY(desk.signIn("tfir", latin("river otter 4417")).errorCode() != latin("SIGN-IN"));
    }

    void whatIsWrongMakesNothing()
    {
        const Desk desk(Engine::Sqlite);
        const QString before = desk.ctl.contentHash();
        const QString shared = writeFile(desk.path("shared.txt"), "river otter 4417\n");
        const CtlAnswer weak = desk.importShared(three, "password123");
        QCOMPARE(weak.exitCode, 3);
        QCOMPARE(weak.errorCode(), latin("C12"));
        QCOMPARE(desk.import(three, {latin("--shared-password-file"), shared, latin("--generate-passwords"), desk.path("p.csv")}).exitCode, 2);
        QCOMPARE(desk.import(three, {latin("--shared-password-file"), desk.path("nowhere.txt")}).exitCode, 4);
        QCOMPARE(desk.import(three, {latin("--generate-passwords"), latin("/nowhere/p.csv")}).exitCode, 4);
        QCOMPARE(desk.import(header + "1,a,b,c,99x,100\n2,d,e,f,10,999\n3,g,h,i,10,100\n", {latin("--generate-passwords"), desk.path("p.csv")}).json().value(QLatin1String("batch")).toInt(0), 0);
        QVERIFY(!QFile::exists(desk.path("p.csv")));
        const QString schools = writeFile(desk.path("schools.csv"), "school_code,name\n300,New School\n");
        QCOMPARE(desk.ctl.json({latin("import"), latin("schools"), schools, latin("--shared-password-file"), shared}).exitCode, 2);
        // Who may import but not run batch operations makes no accounts.
        addAccount(*desk.database.session(), latin("sis"), latin("sis-department"));
        const QString file = writeFile(desk.path("in.csv"), three);
        const CtlAnswer denied = Ctl(desk.database.urlText(), latin("sis"), ScopeFixture::password()).json({latin("import"), latin("students"), file, latin("--shared-password-file"), shared});
        QCOMPARE(denied.exitCode, 3);
        QCOMPARE(denied.errorCode(), latin("K17"));
        QCOMPARE(desk.ctl.json({latin("list"), latin("students")}).json().value(QLatin1String("total")).toInt(), 0);
        QVERIFY(!before.isEmpty());
    }

    void aSchoolsAdministratorMakesAccountsOfItsStudents_data() { addEngineRows(); }
    void aSchoolsAdministratorMakesAccountsOfItsStudents()
    {
        QFETCH(Engine, engine);
        const Desk desk(engine);
        addAccount(*desk.database.session(), latin("head"), latin("administrator"), {latin("100")});
        const QString shared = writeFile(desk.path("shared.txt"), "river otter 4417\n");
        const CtlAnswer made = Ctl(desk.database.urlText(), latin("head"), ScopeFixture::password())
                                   .json({latin("import"), latin("students"), writeFile(desk.path("in.csv"), three), latin("--shared-password-file"), shared});
        QVERIFY2(made.exitCode == 0, made.told().constData());
        QCOMPARE(accounts(made).value(QLatin1String("created")).toInt(), 2);
        QVERIFY(desk.signIn("ralder", latin("river otter 4417")).errorCode() != latin("SIGN-IN"));
    }

    void theWordListIsFitForReadingOut()
    {
        const QStringList words = passphraseWords();
        QVERIFY(words.size() >= 2048);
        QCOMPARE(QSet<QString>(words.cbegin(), words.cend()).size(), words.size());
        const QRegularExpression plain(latin("^[a-z]{4,7}$"));
        for (const QString &word : words)
            QVERIFY2(plain.match(word).hasMatch(), qPrintable(word));
        QSet<QString> phrases;
        for (int i = 0; i < 1000; ++i)
            phrases.insert(generatePassphrase(3));
        QCOMPARE(phrases.size(), 1000);
    }
};

QTEST_GUILESS_MAIN(TestCtlPasswords)
#include "tst_ctlpasswords.moc"
