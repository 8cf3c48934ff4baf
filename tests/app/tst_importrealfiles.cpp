// SPDX-License-Identifier: GPL-3.0-or-later
// Files of real programs, through the real certdeskctl, on both engines.
#include "tests/support/ctl.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace certdesk;
using namespace certdesk::test;

class TestImportRealFiles : public QObject
{
    Q_OBJECT

    static Ctl admin(const TestDatabase &database) { return Ctl(database.urlText(), QStringLiteral("admin"), TestDatabase::password()); }
    static CtlAnswer import(const TestDatabase &database, const char *kind, const QString &file)
    {
        return admin(database).json({QStringLiteral("import"), QString::fromLatin1(kind), file, QStringLiteral("--year"), QStringLiteral("2021-22")});
    }
    static int count(const CtlAnswer &answer, const char *status) { return answer.json().value(QLatin1String("counts")).toObject().value(QLatin1String(status)).toInt(-1); }

private Q_SLOTS:
    void initTestCase()
    {
        if (sharedData(QStringLiteral("grand-bend")).isEmpty())
            QSKIP("needs the shared data folder (CERTDESK_SHARED)");
    }

    void threeSchoolsInOneFile_data() { addEngineRows(); }
    void threeSchoolsInOneFile()
    {
        QFETCH(Engine, engine);
        const TestDatabase database(engine);
        const QString folder = sharedData(QStringLiteral("grand-bend")) + QLatin1Char('/');
        QCOMPARE(count(import(database, "schools", folder + QStringLiteral("schools.csv")), "create"), 3);
        const QString before = admin(database).contentHash();
        const QString file = folder + QStringLiteral("sis_export_2021-22.csv");
        const CtlAnswer first = import(database, "students", file);
        QVERIFY2(first.exitCode == 0, first.told().constData());
        QCOMPARE(count(first, "create"), 960);
        QVERIFY(first.json().value(QLatin1String("errors")).toArray().isEmpty());
        const QJsonArray mapping = first.json().value(QLatin1String("mapping")).toArray();
        for (const QJsonValue &column : mapping)
            QVERIFY2(column.toObject().value(QLatin1String("field")).isString(), qPrintable(column.toObject().value(QLatin1String("column")).toString()));
        const QString after = admin(database).contentHash();
        const CtlAnswer second = import(database, "students", file);
        QCOMPARE(count(second, "unchanged"), 960);
        QCOMPARE(admin(database).contentHash(), after);
        const CtlAnswer undone = admin(database).json({QStringLiteral("undo"), QString::number(first.json().value(QLatin1String("batch")).toInt())});
        QVERIFY2(undone.exitCode == 0, undone.told().constData());
        QCOMPARE(admin(database).contentHash(), before);
    }

    void staffCoursesAndSections_data() { addEngineRows(); }
    void staffCoursesAndSections()
    {
        QFETCH(Engine, engine);
        const TestDatabase database(engine);
        const QString folder = sharedData(QStringLiteral("grand-bend")) + QLatin1Char('/');
        for (const auto &[kind, file, rows] : {std::tuple{"schools", "schools.csv", 3}, std::tuple{"staff", "staff.csv", 68}, std::tuple{"courses", "courses.csv", 84},
                                               std::tuple{"sections", "staff_sections.csv", 528}}) {
            const CtlAnswer answer = import(database, kind, folder + QLatin1String(file));
            QVERIFY2(answer.exitCode == 0, answer.told().constData());
            QCOMPARE(answer.json().value(QLatin1String("rows")).toInt(), rows);
            QVERIFY(answer.json().value(QLatin1String("errors")).toArray().isEmpty());
            const QString after = admin(database).contentHash();
            const CtlAnswer again = import(database, kind, folder + QLatin1String(file));
            QVERIFY2(again.exitCode == 0, again.told().constData());
            QCOMPARE(count(again, "create") + count(again, "update"), 0);
            QCOMPARE(admin(database).contentHash(), after);
        }
        const QJsonObject sections = admin(database).json({QStringLiteral("list"), QStringLiteral("sections"), QStringLiteral("--limit"), QStringLiteral("1")}).json();
        QVERIFY(!sections.value(QLatin1String("rows")).toArray().first().toObject().value(QLatin1String("teacher_name")).toString().isEmpty());
    }

    void bothListsOfNewMexico_data() { addEngineRows(); }
    void bothListsOfNewMexico()
    {
        QFETCH(Engine, engine);
        const TestDatabase database(engine);
        const QString folder = sharedData(QStringLiteral("new-mexico")) + QLatin1Char('/');
        QCOMPARE(count(import(database, "courses", folder + QStringLiteral("nm_courses.csv")), "create"), 968);
        QCOMPARE(count(import(database, "certificate-list", folder + QStringLiteral("nm_industry_credentials.csv")), "create"), 87);
        const CtlAnswer codes = admin(database).json({QStringLiteral("list"), QStringLiteral("certificates"), QStringLiteral("--where"), QStringLiteral("certificate_code=001")});
        QCOMPARE(codes.json().value(QLatin1String("total")).toInt(), 1);
    }

    void equalContentOnBothEngines()
    {
        if (engines().size() < 2)
            QSKIP("needs CERTDESK_TEST_POSTGRESQL");
        QStringList hashes;
        for (const Engine engine : engines()) {
            const TestDatabase database(engine);
            for (const auto &[kind, file] : {std::pair{"schools", "schools.csv"}, std::pair{"students", "sis_export_2021-22.csv"}, std::pair{"staff", "staff.csv"}})
                QCOMPARE(import(database, kind, sharedData(QStringLiteral("grand-bend")) + QLatin1Char('/') + QLatin1String(file)).exitCode, 0);
            hashes.append(admin(database).contentHash());
        }
        QVERIFY(!hashes.first().isEmpty());
        QCOMPARE(hashes.first(), hashes.last());
    }
};

QTEST_GUILESS_MAIN(TestImportRealFiles)
#include "tst_importrealfiles.moc"
