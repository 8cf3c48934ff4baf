// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/intake/importprofile.h"
#include "tests/intake/intakedata.h"
#include "tests/intake/plansupport.h"

#include <QJsonDocument>

using namespace certdesk;

/// Saved mappings: what they recognise, what they carry, and when they are no longer true.
class TestProfiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aCorrectedMappingIsUsedElsewhereWithoutQuestions();
    void exchangedContentIsNoticed();
    void movedAndMissingColumns();
    void noValueOfAPersonIsInIt();
    void aChangedFileIsRefused();

private:
    static QByteArray text(bool exchanged = false)
    {
        QByteArray rows("Kid No,Surname,Given,Yr,Contact,Call\n");
        for (int i = 0; i < 12; ++i) {
            const QByteArray number = QByteArray::number(i).rightJustified(2, '0');
            const QByteArray mail = "parent" + number + "@example.org";
            const QByteArray phone = "555-01" + number;
            rows += "10000000" + number + ",Gale" + QByteArray(1, char('a' + i)) + ",Kid,9," + (exchanged ? phone + "," + mail : mail + "," + phone) + "\n";
        }
        return rows;
    }
    static MappingOptions corrected()
    {
        MappingOptions mapping;
        mapping.given = {{QStringLiteral("student_state_id"), QStringLiteral("Kid No")}, {QStringLiteral("first_name"), QStringLiteral("Given")},
                         {QStringLiteral("grade"), QStringLiteral("Yr")}, {QStringLiteral("email"), QStringLiteral("Contact")},
                         {QStringLiteral("phone"), QStringLiteral("Call")}};
        return mapping;
    }
    ImportProfile saved() const
    {
        const Table table = *readTable(text());
        const ImportPlan plan = *planTable(table, "students", m_options, m_db.data, corrected());
        return makeProfile(QStringLiteral("north"), table, plan);
    }

    PlanDatabase m_db;
    ImportOptions m_options;
};

void TestProfiles::init()
{
    m_db = PlanDatabase();
    m_db.add(EntityKind::School, {{"school_code", QStringLiteral("100")}, {"name", QStringLiteral("Lincoln")}});
    m_options = ImportOptions();
    m_options.schoolYear = 2027;
}

void TestProfiles::aCorrectedMappingIsUsedElsewhereWithoutQuestions()
{
    const auto read = profileFromJson(profileToJson(saved()));
    QVERIFY(read.has_value());
    const Table table = *readTable(text());
    QVERIFY(profileFit(*read, table) == ProfileFit::Exact);
    MappingOptions mapping;
    mapping.given = profileColumns(*read, table);
    const ImportPlan plan = *planTable(table, "students", m_options, m_db.data, mapping);
    QCOMPARE(countsOf(plan), QStringLiteral("12 create"));
    QVERIFY(profileDrift(*read, table).isEmpty());
}

void TestProfiles::exchangedContentIsNoticed()
{
    const IntakeFindings drift = profileDrift(saved(), *readTable(text(true)));
    QCOMPARE(codesOf(drift), (QStringList{QStringLiteral("H06"), QStringLiteral("H06")}));
    QCOMPARE(drift[0].field, QStringLiteral("email"));
    QVERIFY2(drift[0].message.contains(QStringLiteral("e-mail addresses")), qPrintable(drift[0].message));
}

void TestProfiles::movedAndMissingColumns()
{
    const ImportProfile profile = saved();
    const Table moved = *readTable("Surname,Kid No,Given,Yr,Contact,Call\nGale,1000000001,Kid,9,a@example.org,555-0100\n");
    QVERIFY(profileFit(profile, moved) == ProfileFit::SameColumns);
    QVERIFY(profileColumns(profile, moved).contains({QStringLiteral("student_state_id"), QStringLiteral("#2")}));
    const Table shorter = *readTable("Kid No,Surname,Given,Yr,Contact\n1000000001,Gale,Kid,9,a@example.org\n");
    QVERIFY(profileFit(profile, shorter) == ProfileFit::Other);
    const IntakeFindings drift = profileDrift(profile, shorter);
    QVERIFY(std::any_of(drift.cbegin(), drift.cend(), [](const IntakeFinding &finding) { return finding.field == QLatin1String("phone"); }));
}

void TestProfiles::noValueOfAPersonIsInIt()
{
    const QByteArray document = QJsonDocument(profileToJson(saved())).toJson();
    for (const char *value : {"Gale", "1000000", "example.org", "555-01"})
        QVERIFY2(!document.contains(value), value);
}

void TestProfiles::aChangedFileIsRefused()
{
    QJsonObject document = profileToJson(saved());
    document.insert(QStringLiteral("policy"), QStringLiteral("add-only"));
    const auto read = profileFromJson(document);
    QVERIFY(!read);
    QCOMPARE(read.error().code, QStringLiteral("PROFILE-HASH"));
}

QTEST_APPLESS_MAIN(TestProfiles)
#include "tst_profiles.moc"
