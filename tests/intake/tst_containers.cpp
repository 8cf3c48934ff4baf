// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/package/container.h"
#include "tests/intake/intakedata.h"
#include "tests/intake/zipsupport.h"

#include <QTemporaryDir>

using namespace certdesk;

namespace {

const QByteArray students("login,last name,grade\nab,Doe,9\n");
const QByteArray staff("login,last name,title\nfx,Fox,Teacher\n");

} // namespace

/// Zip archives and folders (roster chapter, R-206; nasty file 39).
class TestContainers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unsafeArchivesAreRefused_data();
    void unsafeArchivesAreRefused();
    void whatPackersLeaveBehindIsPassedOver();
    void oneTableInAnArchiveIsReadLikeAFile();
    void severalTablesAreAChoice();
    void aClaimedSizeIsNotBelieved();
    void anArchiveInsideIsRefusedByContent();
    void damageNeverBreaksTheReader();
    void aFolderIsReadLikeItsArchive();
    void aFolderTellsThatItChanged();
};

void TestContainers::unsafeArchivesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("why");
    const auto one = [](const char *name) { return zipOf({{QByteArray(name), students}}); };
    QTest::newRow("climbs out") << one("../users.csv") << QStringLiteral("unsafe path");
    QTest::newRow("climbs out below") << one("a/../../users.csv") << QStringLiteral("unsafe path");
    QTest::newRow("from the root") << one("/etc/users.csv") << QStringLiteral("unsafe path");
    QTest::newRow("of another drive") << one("C:/users.csv") << QStringLiteral("unsafe path");
    QTest::newRow("climbs out backwards") << one("..\\users.csv") << QStringLiteral("unsafe path");
    QTest::newRow("archive inside") << one("more.zip") << QStringLiteral("nested");
    QTest::newRow("encrypted") << zipOf({{"users.csv", students}}, {1, 0, 0}) << QStringLiteral("encrypted");
    QTest::newRow("link") << zipOf({{"users.csv", "/etc/passwd"}}, {0, 0, 0120777u << 16}) << QStringLiteral("link");
    QTest::newRow("bomb") << zipOf({{"users.csv", students}}, {0, 0xF0000000u, 0}) << QStringLiteral("too large");
    QTest::newRow("same name twice") << zipOf({{"users.csv", students}, {"users.csv", staff}}) << QStringLiteral("twice");
    QTest::newRow("cut") << one("users.csv").chopped(30) << QStringLiteral("damaged");
    QVector<QPair<QByteArray, QByteArray>> many;
    for (int i = 0; i <= 10'000; ++i)
        many.append({QByteArray::number(i) + ".csv", {}});
    QTest::newRow("too many entries") << zipOf(many) << QStringLiteral("too many");
}

void TestContainers::unsafeArchivesAreRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, why);
    const auto container = openZip(bytes);
    QVERIFY(!container->isUsable());
    QCOMPARE(codesOf(container->findings()), QStringList{QStringLiteral("F12")});
    QVERIFY2(container->findings().first().message.contains(why), qPrintable(container->findings().first().message));
    QVERIFY(container->names().isEmpty());
    const auto table = readTable(bytes);
    QVERIFY(table.has_value() && !table->isUsable());
    QVERIFY(codesOf(table->findings).contains(QStringLiteral("F12")));
}

void TestContainers::whatPackersLeaveBehindIsPassedOver()
{
    const auto container = openZip(zipOf({{"export/", {}}, {"export/students.csv", students}, {"__MACOSX/export/._students.csv", "x"}, {"export/.DS_Store", "x"}, {"export/staff.csv", staff}}));
    QVERIFY(container->isUsable());
    QCOMPARE(container->names(), (QStringList{QStringLiteral("staff.csv"), QStringLiteral("students.csv")}));
    QCOMPARE(*container->read(QStringLiteral("students.csv")), students);
    QVERIFY(!container->read(QStringLiteral("other.csv")).has_value());
}

void TestContainers::oneTableInAnArchiveIsReadLikeAFile()
{
    const auto table = readTable(zipOf({{"export/students.csv", students}, {"export/about.json", "{}"}}));
    QVERIFY(table->isUsable());
    QCOMPARE(table->rowCount(), 1);
    QVERIFY(table->findings.isEmpty());
}

void TestContainers::severalTablesAreAChoice()
{
    const QByteArray bytes = zipOf({{"students.csv", students}, {"staff.csv", staff}});
    const auto first = readTable(bytes);
    QVERIFY(codesOf(first->findings).contains(QStringLiteral("F11")));
    QCOMPARE(first->dialect.sheets.size(), 2);
    ReadOptions options;
    options.sheet = QStringLiteral("students.csv");
    const auto chosen = readTable(bytes, options);
    QVERIFY(chosen->findings.isEmpty());
    QCOMPARE(chosen->columns.last(), QStringLiteral("grade"));
    options.sheet = QStringLiteral("grades.csv");
    QVERIFY(!readTable(bytes, options)->isUsable());
}

void TestContainers::aClaimedSizeIsNotBelieved()
{
    const auto container = openZip(zipOf({{"users.csv", students}}, {0, 1'000'000, 0}));
    if (container->isUsable())
        QCOMPARE(container->read(QStringLiteral("users.csv")).error().code, QStringLiteral("F12"));
    else
        QCOMPARE(codesOf(container->findings()), QStringList{QStringLiteral("F12")});
}

void TestContainers::anArchiveInsideIsRefusedByContent()
{
    const auto container = openZip(zipOf({{"users.csv", zipOf({{"users.csv", students}})}}));
    const auto bytes = container->read(QStringLiteral("users.csv"));
    QVERIFY(!bytes.has_value());
    QVERIFY(bytes.error().message.contains(QLatin1String("nested")));
}

void TestContainers::damageNeverBreaksTheReader()
{
    const QByteArray sound = zipOf({{"students.csv", students}, {"staff.csv", staff}});
    for (qsizetype i = 0; i < sound.size(); ++i) {
        QByteArray damaged = sound;
        damaged[i] = static_cast<char>(damaged[i] ^ 0x41);
        const auto table = readTable(damaged);
        QVERIFY(table.has_value());
        QVERIFY(table->isUsable() || !table->findings.isEmpty());
    }
}

void TestContainers::aFolderIsReadLikeItsArchive()
{
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("set/__MACOSX")));
    for (const auto &[name, bytes] : {QPair<QString, QByteArray>{QStringLiteral("set/students.csv"), students}, {QStringLiteral("set/staff.csv"), staff},
                                      {QStringLiteral("set/__MACOSX/x.csv"), "x"}}) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    const auto container = openContainer({folder.path()});
    QVERIFY(container.has_value());
    QCOMPARE((*container)->names(), (QStringList{QStringLiteral("staff.csv"), QStringLiteral("students.csv")}));
    QCOMPARE(*(*container)->read(QStringLiteral("staff.csv")), staff);
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(folder.path()));
    const auto relative = openContainer({QStringLiteral("set")});
    QDir::setCurrent(before);
    QCOMPARE((*relative)->names(), (*container)->names());
    const auto files = openContainer({folder.filePath(QStringLiteral("set/students.csv")), folder.filePath(QStringLiteral("set/staff.csv"))});
    QCOMPARE((*files)->names(), (*container)->names());
    QVERIFY(!openContainer({folder.filePath(QStringLiteral("absent"))}).has_value());
}

void TestContainers::aFolderTellsThatItChanged()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("students.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(students) > 0);
    file.close();
    const auto before = identifyFile(folder.path());
    QVERIFY(before->sameContent(*identifyFile(folder.path())));
    QVERIFY(file.open(QIODevice::Append) && file.write("cd,Roe,9\n") > 0);
    file.close();
    QVERIFY(!before->sameContent(*identifyFile(folder.path())));
}

QTEST_APPLESS_MAIN(TestContainers)
#include "tst_containers.moc"
