// SPDX-License-Identifier: GPL-3.0-or-later
// The operations on students through the real window: promote by filter, archive, move, undo.
#include "models/tables/roster/previewtable.h"
#include "tests/support/testdatabase.h"
#include "tests/ui/walk.h"
#include "ui/common/preferences.h"
#include "ui/common/prompt.h"
#include "ui/common/wizardframe.h"
#include "ui/frame/mainwindow.h"
#include "ui/frame/workarea.h"
#include "ui/standard.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QRegularExpression>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace certdesk;
using namespace certdesk::test;

class TestRosterWindow : public QObject
{
    Q_OBJECT

    static constexpr int patience = 30000;

    /// A district with one high school of 9th and 10th graders, and its administrator at the window.
    struct Desk
    {
        explicit Desk(ThemeKeeper &theme)
            : preferences(folder.filePath(QStringLiteral("preferences.ini"))),
              window(store, preferences, theme, standardServices(), folder.filePath(QStringLiteral("drafts")))
        {
            const auto session = database.session();
            const qint64 school = addSchool(*session, QStringLiteral("100"), QStringLiteral("Cedar Hollow High School"));
            static const char *const last[] = {"Alder", "Birch", "Cedar", "Elm", "Juniper"};
            for (int i = 0; i < 5; ++i)
                students.append(addStudent(*session, school, QStringLiteral("100000000%1").arg(i), QString::fromLatin1(last[i]), QStringLiteral("Robin"),
                                           i < 4 ? QStringLiteral("09") : QStringLiteral("10")));
            window.resize(1366, 768);
            window.show();
            window.openDatabase(database.url(), QStringLiteral("admin"), TestDatabase::password());
        }

        template <class T> T *find(const char *name) const
        {
            Page *page = window.workArea()->currentPage();
            return page->findChild<T *>(QString::fromLatin1(name));
        }
        WizardFrame *wizard() const { return window.workArea()->currentPage()->findChild<WizardFrame *>(); }
        PreviewTable *table() const { return window.workArea()->currentPage()->findChild<PreviewTable *>(); }
        void operation(const char *kind, const QString &students = {})
        {
            PageAddress address{QStringLiteral("student-operation"), {}};
            address.set("kind", QString::fromLatin1(kind));
            if (!students.isEmpty())
                address.set("students", students);
            window.goTo(address);
        }
        QString grade(int student) const { return database.session()->record(EntityKind::Student, students[student])->text("grade"); }
        QString status(int student) const { return database.session()->record(EntityKind::Student, students[student])->text("status"); }

        QTemporaryDir folder;
        TestDatabase database{Engine::Sqlite};
        QVector<qint64> students;
        StoreThread store;
        Preferences preferences;
        MainWindow window;
    };

    ThemeKeeper *m_theme = nullptr;

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        m_theme = new ThemeKeeper(*qApp);
    }

    void promoteByFilterAsksAndWritesOnlyThen()
    {
        Desk desk(*m_theme);
        QTRY_COMPARE_WITH_TIMEOUT(desk.window.face(), MainWindow::Face::Work, patience);
        desk.operation("upgrade");
        QVERIFY(!desk.wizard()->nextButton()->isEnabled());
        auto *grade = desk.find<QComboBox>("operationGradeInput");
        grade->setCurrentIndex(grade->findData(QStringLiteral("09")));
        QCOMPARE(desk.find<QSpinBox>("operationClassInput")->value(), 2030); // prefilled from the grade
        walk::picture(&desk.window, QStringLiteral("roster-filter"));
        desk.find<QSpinBox>("operationClassInput")->setValue(2029);
        QTRY_VERIFY_WITH_TIMEOUT(desk.wizard()->nextButton()->isEnabled(), patience);
        desk.find<QSpinBox>("operationClassInput")->setValue(2030);
        for (const qint64 id : desk.students) {
            const auto session = desk.database.session();
            Record student = *session->record(EntityKind::Student, id);
            const EntityDef &def = entityDef(EntityKind::Student);
            ApplyChanges change(QStringLiteral("EditStudent"), Right::EditRoster,
                                {{RowChange::Operation::Update, EntityKind::Student, id, student.version, {{def.index("graduating_year"), Value(qint64(2030))}}}});
            QVERIFY(session->apply(change));
        }
        desk.wizard()->nextButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(desk.wizard()->currentStep(), 1, patience);
        QAbstractItemModelTester tester(desk.table());
        QCOMPARE(desk.table()->rowCount(), 4);
        walk::picture(&desk.window, QStringLiteral("roster-review"));

        // One is unticked, one is retained; the plan follows, and the rows stay in their places.
        QVERIFY(desk.table()->setData(desk.table()->index(3, 0), Qt::Unchecked, Qt::CheckStateRole));
        QVERIFY(desk.table()->setData(desk.table()->index(2, 1), Qt::Checked, Qt::CheckStateRole));
        QTRY_COMPARE_WITH_TIMEOUT(desk.table()->rows()[3].status, RowStatus::Skipped, patience);
        QTRY_COMPARE_WITH_TIMEOUT(desk.table()->rows()[2].status, RowStatus::Retain, patience);
        QTRY_VERIFY_WITH_TIMEOUT(desk.wizard()->nextButton()->isEnabled(), patience);
        walk::picture(&desk.window, QStringLiteral("roster-review-decided"));
        Prompt::setNextAnswer(false);
        desk.wizard()->nextButton()->click();
        QCOMPARE(desk.grade(0), QStringLiteral("09"));
        Prompt::setNextAnswer(true);
        desk.wizard()->nextButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(desk.wizard()->currentStep(), 2, patience);
        QVERIFY(Prompt::lastQuestion().text.contains(QLatin1Char('2')));
        QCOMPARE(desk.grade(0), QStringLiteral("10"));
        QCOMPARE(desk.grade(1), QStringLiteral("10"));
        QCOMPARE(desk.grade(2), QStringLiteral("09"));
        QCOMPARE(desk.grade(3), QStringLiteral("09"));
        QCOMPARE(desk.grade(4), QStringLiteral("10")); // of another grade: not in the filter
        walk::picture(&desk.window, QStringLiteral("roster-result"));
    }

    void oneStudentIsArchivedAndComesBack()
    {
        Desk desk(*m_theme);
        QTRY_COMPARE_WITH_TIMEOUT(desk.window.face(), MainWindow::Face::Work, patience);
        desk.operation("archive", QStringLiteral("1000000001"));
        QTRY_VERIFY_WITH_TIMEOUT(desk.wizard()->nextButton()->isEnabled(), patience);
        desk.wizard()->nextButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(desk.wizard()->currentStep(), 1, patience);
        QCOMPARE(desk.table()->rows().first().status, RowStatus::Archive);
        Prompt::setNextAnswer(true);
        desk.wizard()->nextButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(desk.wizard()->currentStep(), 2, patience);
        QCOMPARE(desk.status(1), QStringLiteral("archived"));

        desk.operation("restore", QStringLiteral("1000000001"));
        QTRY_COMPARE_WITH_TIMEOUT(desk.wizard()->currentStep(), 0, patience);
        QTRY_VERIFY_WITH_TIMEOUT(desk.wizard()->nextButton()->isEnabled(), patience);
        desk.wizard()->nextButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(desk.wizard()->currentStep(), 1, patience);
        Prompt::setNextAnswer(true);
        QTRY_VERIFY_WITH_TIMEOUT(desk.wizard()->nextButton()->isEnabled(), patience);
        desk.wizard()->nextButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(desk.wizard()->currentStep(), 2, patience);
        QVERIFY(desk.status(1) != QLatin1String("archived"));
    }

    void theBoardShowsNineStepsAndTakesASignature()
    {
        Desk desk(*m_theme);
        QTRY_COMPARE_WITH_TIMEOUT(desk.window.face(), MainWindow::Face::Work, patience);
        desk.window.goTo(PageAddress{QStringLiteral("board"), {}}.set("order", QStringLiteral("number")));
        QTRY_VERIFY_WITH_TIMEOUT(desk.find<QWidget>("boardStep_9"), patience);
        walk::settle();
        walk::picture(&desk.window, QStringLiteral("roster-board"));
        QCOMPARE(walk::unnamedInputs(desk.window.workArea()->currentPage()), QStringList());
        QTest::keyClicks(desk.find<QLineEdit>("boardNote_4"), QStringLiteral("Everybody knows the password"));
        desk.find<QPushButton>("boardNotApplicable_4")->click();
        QTRY_VERIFY_WITH_TIMEOUT(desk.find<QPushButton>("boardClear_4"), patience);
        QVERIFY(!desk.find<QPushButton>("boardSign_4"));
        // A count leads to the people behind it.
        const auto links = desk.window.workArea()->currentPage()->findChildren<QPushButton *>(QRegularExpression(QStringLiteral("^boardCount_1_")));
        QPushButton *people = nullptr;
        for (QPushButton *link : links)
            people = link->isEnabled() ? link : people;
        QVERIFY(people);
        people->click();
        QTRY_COMPARE_WITH_TIMEOUT(desk.window.workArea()->currentPage()->name(), QStringLiteral("students"), patience);
        QVERIFY(!desk.window.workArea()->currentPage()->address().parameter("only").isEmpty());
        walk::settle();
        walk::picture(&desk.window, QStringLiteral("roster-only"));
        desk.window.goTo(PageAddress{QStringLiteral("board"), {}}.set("order", QStringLiteral("recommended")));
        QTRY_VERIFY_WITH_TIMEOUT(desk.find<QWidget>("boardStep_9"), patience);
        walk::settle();
        walk::picture(&desk.window, QStringLiteral("roster-board-recommended"));
    }

    void gradeLevelGroupsAreMadeAndArchived()
    {
        Desk desk(*m_theme);
        QTRY_COMPARE_WITH_TIMEOUT(desk.window.face(), MainWindow::Face::Work, patience);
        desk.window.goTo(PageAddress{QStringLiteral("group-operation"), {}}.set("kind", QStringLiteral("create-grade-level")));
        QTRY_VERIFY_WITH_TIMEOUT(desk.wizard()->nextButton()->isEnabled(), patience);
        desk.wizard()->nextButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(desk.wizard()->currentStep(), 1, patience);
        walk::settle();
        walk::picture(&desk.window, QStringLiteral("roster-groups"));
        const int made = desk.table()->rowCount();
        QVERIFY(made >= 2);
        Prompt::setNextAnswer(true);
        desk.wizard()->nextButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(desk.wizard()->currentStep(), 2, patience);
        QCOMPARE(desk.database.session()->records(EntityKind::Group)->size(), made);
        desk.window.goTo(PageAddress{QStringLiteral("group-operation"), {}}.set("kind", QStringLiteral("delete")));
        QTRY_COMPARE_WITH_TIMEOUT(desk.wizard()->currentStep(), 0, patience);
        QVERIFY(!desk.wizard()->nextButton()->isEnabled()); // the number has to be typed
        walk::settle();
        walk::picture(&desk.window, QStringLiteral("roster-delete"));
    }

    void aSharedPasswordIsTypedTwice()
    {
        Desk desk(*m_theme);
        QTRY_COMPARE_WITH_TIMEOUT(desk.window.face(), MainWindow::Face::Work, patience);
        desk.window.goTo({QStringLiteral("passwords"), {}});
        QVERIFY(!desk.wizard()->nextButton()->isEnabled());
        QTest::keyClicks(desk.find<QLineEdit>("passwordsInput"), QStringLiteral("orchard-lantern-27"));
        QTest::keyClicks(desk.find<QLineEdit>("passwordsAgainInput"), QStringLiteral("orchard-lantern-28"));
        QVERIFY(!desk.wizard()->nextButton()->isEnabled());
        desk.find<QLineEdit>("passwordsAgainInput")->setText(QStringLiteral("orchard-lantern-27"));
        QVERIFY(desk.wizard()->nextButton()->isEnabled());
        walk::settle();
        walk::picture(&desk.window, QStringLiteral("roster-passwords"));
        desk.wizard()->nextButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(desk.wizard()->currentStep(), 1, patience);
        QCOMPARE(desk.table()->rowCount(), 5);
        walk::settle();
        walk::picture(&desk.window, QStringLiteral("roster-passwords-review"));
    }

    void batchOperationsStandBesideTheStudents()
    {
        Desk desk(*m_theme);
        QTRY_COMPARE_WITH_TIMEOUT(desk.window.face(), MainWindow::Face::Work, patience);
        desk.window.goTo({QStringLiteral("students"), {}});
        QTRY_VERIFY_WITH_TIMEOUT(desk.find<QPushButton>("upgradeByFilterLink"), patience);
        walk::settle();
        walk::picture(&desk.window, QStringLiteral("roster-students"));
        QCOMPARE(walk::unnamedInputs(desk.window.workArea()->currentPage()), QStringList());
        desk.window.goTo(PageAddress{QStringLiteral("students"), {}}.set("id", QString::number(desk.students[0])));
        QTRY_VERIFY_WITH_TIMEOUT(desk.find<QPushButton>("archiveStudentButton"), patience);
        walk::settle();
        walk::picture(&desk.window, QStringLiteral("roster-profile"));
        desk.find<QPushButton>("moveUpButton")->click();
        QTRY_COMPARE_WITH_TIMEOUT(desk.window.workArea()->currentPage()->name(), QStringLiteral("student-operation"), patience);
        QTRY_COMPARE_WITH_TIMEOUT(desk.wizard()->currentStep(), 1, patience);
        QCOMPARE(desk.table()->rowCount(), 1);
    }
};

QTEST_MAIN(TestRosterWindow)
#include "tst_rosterwindow.moc"
