// SPDX-License-Identifier: GPL-3.0-or-later
// Packages of files through the real program, on both engines: one batch, one undo.
#include "tests/intake/packagedata.h"
#include "tests/support/ctl.h"
#include "tests/support/testdatabase.h"

#include <QTemporaryDir>
#include <QTest>

using namespace certdesk;
using namespace certdesk::test;

namespace {

struct Desk
{
    explicit Desk(Engine engine) : database(engine), ctl(database.urlText(), QStringLiteral("admin"), TestDatabase::password()) {}
    QString zip(const PackageText &files, const QString &name) const { return writeFile(folder.filePath(name), zipPackage(files)); }
    CtlAnswer import(const QString &kind, const QStringList &more) const
    {
        return ctl.json(QStringList{QStringLiteral("import"), kind} + more + QStringList{QStringLiteral("--year"), QStringLiteral("2026-27")});
    }
    int total(const char *entity) const { return ctl.json({QStringLiteral("list"), QLatin1String(entity)}).json().value(QLatin1String("total")).toInt(); }

    TestDatabase database;
    Ctl ctl;
    QTemporaryDir folder;
};

int sum(const QJsonObject &counts)
{
    int all = 0;
    for (const QJsonValue &value : counts)
        all += value.toInt();
    return all;
}

} // namespace

class TestPackageCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothVersionsEndInTheSameContent_data() { addEngineRows(); }
    void bothVersionsEndInTheSameContent();
    void onePackageIsOneBatch_data() { addEngineRows(); }
    void onePackageIsOneBatch();
    void incompletePackagesChangeNothing_data() { addEngineRows(); }
    void incompletePackagesChangeNothing();
    void cleverContactsAreFolded_data() { addEngineRows(); }
    void cleverContactsAreFolded();
    void inspectNamesThePackage();
};

void TestPackageCommands::bothVersionsEndInTheSameContent()
{
    QFETCH(Engine, engine);
    QString hashes[2];
    int i = 0;
    for (const PackageText &files : {oneRoster11(), oneRoster12()}) {
        Desk desk(engine);
        const CtlAnswer answer = desk.import(QStringLiteral("oneroster"), {desk.zip(files, QStringLiteral("set.zip"))});
        QVERIFY2(answer.exitCode == 0, answer.told());
        hashes[i++] = desk.ctl.contentHash();
    }
    QCOMPARE(hashes[0], hashes[1]);
    QVERIFY(!hashes[0].isEmpty());
}

void TestPackageCommands::onePackageIsOneBatch()
{
    QFETCH(Engine, engine);
    Desk desk(engine);
    const QString before = desk.ctl.contentHash();
    const QString zip = desk.zip(oneRoster11(), QStringLiteral("set.zip"));
    const CtlAnswer dry = desk.import(QStringLiteral("oneroster"), {zip, QStringLiteral("--dry-run")});
    QVERIFY2(dry.exitCode == 0, dry.told());
    QCOMPARE(desk.ctl.contentHash(), before);
    const CtlAnswer answer = desk.import(QStringLiteral("oneroster"), {zip});
    QVERIFY2(answer.exitCode == 0, answer.told());
    QCOMPARE(answer.json().value(QLatin1String("counts")), dry.json().value(QLatin1String("counts")));
    int rows = 0;
    for (const QJsonValue &file : answer.json().value(QLatin1String("files")).toArray()) {
        QCOMPARE(sum(file[QLatin1String("counts")].toObject()), file[QLatin1String("rows")].toInt());
        rows += file[QLatin1String("rows")].toInt();
    }
    QCOMPARE(answer.json().value(QLatin1String("rows")).toInt(), rows);
    QCOMPARE(sum(answer.json().value(QLatin1String("counts")).toObject()), rows);
    QCOMPARE(desk.total("students"), 2);
    QCOMPARE(desk.total("members"), 2);

    const CtlAnswer again = desk.import(QStringLiteral("oneroster"), {zip});
    QVERIFY2(again.exitCode == 0, again.told());
    QCOMPARE(again.json().value(QLatin1String("counts")).toObject().value(QLatin1String("create")).toInt(), 0);
    QCOMPARE(again.json().value(QLatin1String("counts")).toObject().value(QLatin1String("update")).toInt(), 0);
    const QString batch = QString::number(answer.json().value(QLatin1String("batch")).toInt());
    const CtlAnswer undone = desk.ctl.json({QStringLiteral("undo"), batch});
    QVERIFY2(undone.exitCode == 0, undone.told());
    QCOMPARE(desk.ctl.contentHash(), before);
}

void TestPackageCommands::incompletePackagesChangeNothing()
{
    QFETCH(Engine, engine);
    Desk desk(engine);
    const QString before = desk.ctl.contentHash();
    PackageText files = oneRoster11();
    files.remove("users.csv");
    const CtlAnswer missing = desk.import(QStringLiteral("oneroster"), {desk.zip(files, QStringLiteral("missing.zip"))});
    QCOMPARE(missing.exitCode, 4);
    QCOMPARE(missing.errorCode(), QStringLiteral("F13"));
    files = oneRoster11();
    files["enrollments.csv"] += "e9,,,k7,s1,u1,student,,,\n";
    const QString orphan = desk.zip(files, QStringLiteral("orphan.zip"));
    const CtlAnswer held = desk.import(QStringLiteral("oneroster"), {orphan});
    QVERIFY2(held.exitCode == 3, held.told());
    QVERIFY(held.json().value(QLatin1String("batch")).isNull());
    QCOMPARE(desk.ctl.contentHash(), before);
    const CtlAnswer good = desk.import(QStringLiteral("oneroster"), {orphan, QStringLiteral("--mode"), QStringLiteral("good-rows")});
    QVERIFY2(good.exitCode == 1, good.told());
    QCOMPARE(desk.total("members"), 2);
    QCOMPARE(desk.total("issues"), 1);
}

void TestPackageCommands::cleverContactsAreFolded()
{
    QFETCH(Engine, engine);
    Desk desk(engine);
    QStringList paths;
    const PackageText files = cleverSet();
    for (auto it = files.cbegin(); it != files.cend(); ++it)
        paths.append(writeFile(desk.folder.filePath(QString::fromLatin1(it.key())), *it));
    const CtlAnswer answer = desk.import(QStringLiteral("clever"), paths);
    QVERIFY2(answer.exitCode == 0, answer.told());
    QCOMPARE(desk.total("students"), 2);
    QCOMPARE(sum(answer.json().value(QLatin1String("counts")).toObject()), answer.json().value(QLatin1String("rows")).toInt());
}

void TestPackageCommands::inspectNamesThePackage()
{
    QTemporaryDir folder;
    const QString zip = writeFile(folder.filePath(QStringLiteral("set.zip")), zipPackage(oneRoster12()));
    const CtlAnswer answer = Ctl().json({QStringLiteral("inspect"), zip});
    QVERIFY2(answer.exitCode == 0, answer.told());
    QCOMPARE(answer.json().value(QLatin1String("source")).toString(), QStringLiteral("OneRoster 1.2"));
    QCOMPARE(answer.json().value(QLatin1String("files")).toArray().size(), 9);
}

QTEST_GUILESS_MAIN(TestPackageCommands)
#include "tst_packagecommands.moc"
