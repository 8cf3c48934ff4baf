// SPDX-License-Identifier: GPL-3.0-or-later
// The link to the state, as the window shows and keeps it: set and tested in Settings, kept in step by itself.
#include "models/store/migrator.h"
#include "models/store/mirror.h"
#include "tests/support/certificationfixture.h"
#include "tests/ui/walk.h"
#include "ui/common/banner.h"
#include "ui/common/preferences.h"
#include "ui/common/statuschip.h"
#include "ui/frame/mainwindow.h"
#include "ui/frame/statusline.h"
#include "ui/frame/windowactions.h"
#include "ui/frame/workarea.h"
#include "ui/settings/statelinkpanel.h"
#include "ui/standard.h"

#include <QStandardPaths>
#include <QTest>

using namespace certdesk;
using namespace certdesk::test;

class TestStateLinkPanel : public QObject
{
    Q_OBJECT

    static constexpr int patience = 30000;

    struct Desk
    {
        Desk(const TestDatabase &database, const QString &person, ThemeKeeper &theme)
            : preferences(folder.filePath(QStringLiteral("preferences.ini"))), window(store, preferences, theme, standardServices(), folder.filePath(QStringLiteral("drafts")))
        {
            window.resize(1366, 768);
            window.show();
            window.openDatabase(database.url(), person, TestDatabase::password());
        }
        template <class T> T *find(const char *name) const { return window.findChild<T *>(QString::fromLatin1(name)); }
        QString linkWords() const { return find<QToolButton>("linkButton")->text(); }
        QString banner() const { return find<StateLinkPanel>("stateLinkPanel")->findChild<Banner *>()->text(); }
        void openSettings() { window.actions()->linkSettings->trigger(); }

        QTemporaryDir folder;
        StoreThread store;
        Preferences preferences;
        MainWindow window;
    };

    static CertificationFixture &world()
    {
        static CertificationFixture fixture(Engine::Sqlite);
        return fixture;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        m_theme = new ThemeKeeper(*qApp);
    }

    void aNewDistrictIsConnectedInSettings()
    {
        NewDatabase wanted = TestDatabase::defaults();
        wanted.code = QStringLiteral("D9");
        wanted.name = QStringLiteral("Ninth District");
        TestDatabase district(Engine::Sqlite, wanted);
        Desk desk(district, QStringLiteral("admin"), *m_theme);
        QTRY_COMPARE_WITH_TIMEOUT(desk.window.face(), MainWindow::Face::Work, patience);
        QTRY_COMPARE_WITH_TIMEOUT(desk.linkWords(), QStringLiteral("Not connected to a state"), patience);
        desk.openSettings();
        auto *address = desk.find<QLineEdit>("stateDatabaseInput");
        QTRY_VERIFY(address && address->hasFocus());

        QTest::keyClicks(address, desk.folder.filePath(QStringLiteral("nowhere.db")));
        desk.find<QPushButton>("testLinkButton")->click();
        QTRY_VERIFY_WITH_TIMEOUT(desk.banner().contains(QLatin1String("cannot be reached")), patience);
        address->selectAll();
        QTest::keyClicks(address, district.urlText());
        desk.find<QPushButton>("connectStateButton")->click();
        QTRY_VERIFY_WITH_TIMEOUT(desk.banner().contains(QLatin1String("not the database of a state")), patience);
        QVERIFY(!hasLink(*district.session()));

        address->selectAll();
        QTest::keyClicks(address, world().state.urlText());
        desk.find<QPushButton>("testLinkButton")->click();
        QTRY_VERIFY_WITH_TIMEOUT(desk.banner().contains(QLatin1String("State of Test")), patience);
        QVERIFY(!hasLink(*district.session()));
        const auto knows = [] { return !recordsWhere(world().stateAdmin().connection(), Scope::wholeDatabase(), EntityKind::Organization, QStringLiteral("t.code = 'D9'")).isEmpty(); };
        QVERIFY(!knows()); // a test tells the state nothing
        walk::settle();
        walk::picture(&desk.window, QStringLiteral("settings-link"));
        QCOMPARE(walk::unnamedInputs(desk.window.workArea()), QStringList());
        desk.find<QPushButton>("connectStateButton")->click();
        QTRY_COMPARE_WITH_TIMEOUT(desk.find<StatusChip>("stateLinkChip")->word(), QStringLiteral("Connected"), patience);
        QVERIFY(hasLink(*district.session()));
        QVERIFY(knows());
        QTRY_COMPARE_WITH_TIMEOUT(desk.linkWords(), QStringLiteral("In step with the state"), patience);
    }

    void whoMayNotChangeItSeesWhoMay()
    {
        Desk desk(world().district, QStringLiteral("ana"), *m_theme);
        QTRY_COMPARE_WITH_TIMEOUT(desk.window.face(), MainWindow::Face::Work, patience);
        desk.openSettings();
        QVERIFY(!desk.find<QLineEdit>("stateDatabaseInput")->isEnabled());
        QVERIFY(!desk.find<QPushButton>("connectStateButton")->isEnabled());
        const auto labels = desk.find<StateLinkPanel>("stateLinkPanel")->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) { return label->text().contains(QLatin1String("district-administrator")); }));
        desk.find<QPushButton>("testLinkButton")->click();
        QTRY_VERIFY_WITH_TIMEOUT(desk.banner().contains(QLatin1String("State of Test")), patience);
    }

    void changesReachTheStateByThemselves()
    {
        Desk desk(world().district, QStringLiteral("admin"), *m_theme);
        QTRY_COMPARE_WITH_TIMEOUT(desk.window.face(), MainWindow::Face::Work, patience);
        const auto atState = [] { return world().rows(world().state, EntityKind::Student, QStringLiteral("t.student_state_id = 'S77'")); };
        QCOMPARE(atState(), 0);
        const qint64 first = addStudent(*world().district.programSession(), world().school, QStringLiteral("S77"), QStringLiteral("Cypress"));
        QVERIFY(first > 0);
        QTRY_COMPARE_WITH_TIMEOUT(atState(), 1, patience);
        QTRY_COMPARE_WITH_TIMEOUT(desk.linkWords(), QStringLiteral("In step with the state"), patience);
    }

    void aStateOutOfReachIsToldWithWhatWaits()
    {
        CertificationFixture own(Engine::Sqlite);
        {
            auto program = own.district.programSession();
            program->connection().begin();
            writeSetting(program->connection(), QStringLiteral("state_database"), QStringLiteral("gone.db"));
            program->connection().commit();
        }
        Desk desk(own.district, QStringLiteral("admin"), *m_theme);
        QTRY_COMPARE_WITH_TIMEOUT(desk.window.face(), MainWindow::Face::Work, patience);
        addStudent(*own.district.programSession(), own.school, QStringLiteral("S78"));
        QTRY_COMPARE_WITH_TIMEOUT(desk.linkWords(), QStringLiteral("State out of reach, 1 row(s) wait"), patience);
        QVERIFY(desk.find<QToolButton>("linkButton")->toolTip().contains(QLatin1String("is stored and is sent")));
        desk.window.actions()->synchronize->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(desk.window.workArea()->banner()->text().contains(QLatin1String("cannot be reached")), patience);
        walk::picture(&desk.window, QStringLiteral("state-out-of-reach"));
    }

    void findingsFollowChangesByThemselves()
    {
        TestDatabase district(Engine::Sqlite);
        Desk desk(district, QStringLiteral("admin"), *m_theme);
        QTRY_COMPARE_WITH_TIMEOUT(desk.window.face(), MainWindow::Face::Work, patience);
        auto program = district.programSession();
        const qint64 school = addSchool(*program, QStringLiteral("100"));
        const auto findings = [&program] {
            auto statement = program->connection().prepare(QStringLiteral("SELECT COUNT(*) FROM finding"));
            return statement->step() ? statement->integer(0) : -1;
        };
        const qint64 student = addStudent(*program, school, {}); // no state id: a finding
        QTRY_VERIFY_WITH_TIMEOUT(findings() > 0, patience);
        const Record stored = *program->record(EntityKind::Student, student);
        ApplyChanges correct(QStringLiteral("EditStudent"), Right::EditRoster,
                             {{RowChange::Operation::Update, EntityKind::Student, student, stored.version,
                               {{stored.def().index("student_state_id"), Value(QStringLiteral("900001"))}, {stored.def().index("birth_date"), Value(dayNumber(2011, 3, 4))}}}});
        QVERIFY(program->apply(correct));
        QTRY_COMPARE_WITH_TIMEOUT(findings(), 0, patience);
    }

private:
    ThemeKeeper *m_theme = nullptr;
};

QTEST_MAIN(TestStateLinkPanel)
#include "tst_statelinkpanel.moc"
