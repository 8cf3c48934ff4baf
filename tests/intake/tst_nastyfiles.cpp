// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/intake/intakedata.h"
#include "tests/intake/plansupport.h"

#include <QRandomGenerator>

using namespace certdesk;

/// Files as they come from the wild (roster chapter, section 9).
class TestNastyFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void encodingIsJudgedOverTheWholeFile_data();
    void encodingIsJudgedOverTheWholeFile();
    void charactersAcrossBufferEdgesStayWhole();
    void valuesAreCleanedBeforeMatching();
    void lostZerosAreShownAndNeverRepairedInSilence();
    void datesOfOneOrderForAllRows_data();
    void datesOfOneOrderForAllRows();
    void totalsAreSkippedOnlyWhenAccepted();
    void blankRowsAreOneMessage();
    void mutatedFilesNeverBreakTheCount();

private:
    ImportPlan students(const QByteArray &text, const ImportOptions &options) const { return planText(text, "students", options, m_db.data); }

    PlanDatabase m_db;
    ImportOptions m_options;
};

void TestNastyFiles::init()
{
    m_db = PlanDatabase();
    m_options = ImportOptions();
    m_options.schoolYear = 2026;
    const qint64 school = m_db.add(EntityKind::School, {{"school_code", QStringLiteral("100")}, {"name", QStringLiteral("Lincoln")}}).id;
    for (int i = 0; i < 30; ++i)
        m_db.add(EntityKind::Student, {{"student_state_id", QStringLiteral("00100000%1").arg(i, 2, 10, QLatin1Char('0'))},
                                       {"first_name", QStringLiteral("Kid")}, {"last_name", QStringLiteral("Gale")}, {"school_id", school},
                                       {"grade", QStringLiteral("09")}, {"status", QStringLiteral("active")}});
}

void TestNastyFiles::encodingIsJudgedOverTheWholeFile_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("encoding");
    QTest::newRow("UTF-8") << QByteArray("Mu\xC3\xB1oz") << QStringLiteral("UTF-8");
    QTest::newRow("Windows-1252") << QByteArray("Mu\xF1oz") << QStringLiteral("Windows-1252");
    QTest::newRow("Mac Roman") << QByteArray("Mu\x96oz and Ren\x8E") << QStringLiteral("Mac Roman");
}

void TestNastyFiles::encodingIsJudgedOverTheWholeFile()
{
    QFETCH(QByteArray, name);
    QFETCH(QString, encoding);
    for (const int before : {0, 12'000}) {
        QByteArray text("login,last name\n");
        for (int i = 0; i < before; ++i)
            text += "user" + QByteArray::number(i) + ",Plain\n";
        const auto table = readTable(text + "last," + name + "\n");
        QVERIFY(table.has_value());
        QCOMPARE(table->dialect.encoding, encoding);
        QVERIFY(table->text(table->rowCount() - 1, 1).startsWith(QStringLiteral("Mu\u00F1oz")));
    }
}

void TestNastyFiles::charactersAcrossBufferEdgesStayWhole()
{
    for (const int edge : {4096, 65536}) {
        for (int offset = -8; offset <= 8; ++offset) {
            QByteArray text("login,note\nab,");
            text += QByteArray(edge + offset - text.size(), 'x') + "\xF0\x9F\x8E\x93\n";
            const auto table = readTable(text);
            QVERIFY(table.has_value() && table->isUsable());
            QVERIFY(table->text(0, 1).endsWith(QStringLiteral("x\U0001F393")));
            QByteArray wide("\xFF\xFE");
            const QString utf16 = QString::fromUtf8(text);
            wide.append(reinterpret_cast<const char *>(utf16.utf16()), utf16.size() * 2);
            QCOMPARE(readTable(wide)->text(0, 1), table->text(0, 1));
        }
    }
}

void TestNastyFiles::valuesAreCleanedBeforeMatching()
{
    const ImportPlan plan = students("SSID,First Name,Last Name,Grade\n 0010000000 ,Kid,\"Ga\nle\",9\n0010000001\xC2\xA0,Kid,Gale,9\n", m_options);
    QCOMPARE(plan.rowCount(), 2);
    const QStringList codes = codesOf(plan.fileFindings);
    QVERIFY(codes.contains(QStringLiteral("C15")) && codes.contains(QStringLiteral("C09")));
    QVERIFY(!rowCodes(plan).contains(QStringLiteral("K06")));
    QCOMPARE(plan.count(RowStatus::Create), 0);
}

void TestNastyFiles::lostZerosAreShownAndNeverRepairedInSilence()
{
    const QByteArray text("SSID,First Name,Last Name,Grade\n10000000,Kid,Gale,9\n0010000001,Kid,Gale,9\n20000000,New,Fox,9\n");
    const ImportPlan asked = students(text, m_options);
    QCOMPARE(countsOf(asked), QStringLiteral("2 conflict, 1 update"));
    QCOMPARE(rowCodes(asked), (QStringList{QStringLiteral("C08"), QStringLiteral("C08")}));
    m_options.accepted.insert(QStringLiteral("C08"));
    const ImportPlan accepted = students(text, m_options);
    QCOMPARE(countsOf(accepted), QStringLiteral("1 create, 2 update"));
    m_db.apply(accepted);
    QVERIFY(m_db.find(EntityKind::Student, "student_state_id", QStringLiteral("0020000000")));
}

void TestNastyFiles::datesOfOneOrderForAllRows_data()
{
    QTest::addColumn<QByteArray>("dates");
    QTest::addColumn<QString>("accept");
    QTest::addColumn<QString>("counts");
    QTest::newRow("proved day first") << QByteArray("03/04/2010 17/04/2010") << QString() << QStringLiteral("2 create");
    QTest::newRow("undecided") << QByteArray("03/04/2010 05/06/2010") << QString() << QStringLiteral("2 conflict");
    QTest::newRow("undecided, accepted") << QByteArray("03/04/2010 05/06/2010") << QStringLiteral("C04") << QStringLiteral("2 create");
    QTest::newRow("contradiction on the minority") << QByteArray("17/04/2010 18/04/2010 04/19/2010") << QString() << QStringLiteral("1 error, 2 create");
}

void TestNastyFiles::datesOfOneOrderForAllRows()
{
    QFETCH(QByteArray, dates);
    QFETCH(QString, accept);
    if (!accept.isEmpty())
        m_options.accepted.insert(accept);
    QByteArray text("Login,First Name,Last Name,Grade,DOB\n");
    int i = 0;
    for (const QByteArray &date : dates.split(' '))
        text += "kid" + QByteArray::number(++i) + ",Di,Fox,9," + date + "\n";
    const ImportPlan plan = students(text, m_options);
    QTEST(countsOf(plan), "counts");
    QCOMPARE(codesOf(plan.fileFindings).contains(QStringLiteral("C04")), dates == "03/04/2010 05/06/2010" && accept.isEmpty());
    m_db.apply(plan);
    const Record *kid = m_db.find(EntityKind::Student, "login", QStringLiteral("kid1"));
    if (dates.startsWith("03") && kid)
        QCOMPARE(kid->integer("birth_date"), accept.isEmpty() ? dayNumber(2010, 4, 3) : dayNumber(2010, 3, 4));
}

void TestNastyFiles::totalsAreSkippedOnlyWhenAccepted()
{
    const QByteArray text("Login,First Name,Last Name,Grade\nkid1,Di,Fox,9\nTotal: 1,,,\n");
    QCOMPARE(countsOf(students(text, m_options)), QStringLiteral("1 conflict, 1 create"));
    m_options.accepted.insert(QStringLiteral("R06"));
    QCOMPARE(countsOf(students(text, m_options)), QStringLiteral("1 skipped, 1 create"));
}

void TestNastyFiles::blankRowsAreOneMessage()
{
    const ImportPlan plan = students("Login,First Name,Last Name,Grade\nkid1,Di,Fox,9\n" + QByteArray(",,,\n").repeated(1000), m_options);
    QCOMPARE(countsOf(plan), QStringLiteral("1 create"));
    QCOMPARE(codesOf(plan.fileFindings).count(QStringLiteral("R01")), 1);
}

void TestNastyFiles::mutatedFilesNeverBreakTheCount()
{
    const QByteArray sound("SSID,Login,First Name,Last Name,Grade,DOB,School\n0010000000,kid1,Kid,Gale,9,3/14/2010,100\n0020000000,kid2,\"Di \"\"D\"\"\",Fox,10,4/15/2010,Lincoln\n");
    QRandomGenerator random(20260531);
    const QByteArray bytes("\",;\t\n\r\0\xFF\xC3'\\=@9 ", 16);
    for (int round = 0; round < 500; ++round) {
        QByteArray text = sound;
        for (int change = 0; change < 1 + round % 6; ++change) {
            const qsizetype at = random.bounded(static_cast<int>(text.size()));
            const char byte = bytes[random.bounded(static_cast<int>(bytes.size()))];
            if (round % 3 == 0)
                text.insert(at, byte);
            else if (round % 3 == 1)
                text[at] = byte;
            else
                text.remove(at, 1 + random.bounded(4));
        }
        const auto table = readTable(text);
        QVERIFY(table.has_value());
        if (table->isUsable())
            QCOMPARE(table->preambleCount + table->headerCount + table->blankCount + table->rowCount(), table->raw.rowCount());
        const auto plan = planTable(*table, "students", m_options, m_db.data);
        QVERIFY(plan.has_value());
        QVERIFY2(!countsOf(*plan).startsWith(QLatin1String("the counts")), text.constData());
        QCOMPARE(plan->rowCount(), table->rowCount());
        for (const PlanRow &row : plan->rows)
            QVERIFY(row.changeCount == 0 || !holdsBack(row.status, m_options));
    }
}

QTEST_APPLESS_MAIN(TestNastyFiles)
#include "tst_nastyfiles.moc"
