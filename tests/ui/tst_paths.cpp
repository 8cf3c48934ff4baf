// SPDX-License-Identifier: GPL-3.0-or-later
// A person's ways through the real window: a file in and back, the checks, the list behind a finding.
#include "tests/support/testdatabase.h"
#include "tests/ui/walk.h"
#include "ui/common/grid/grid.h"
#include "ui/common/preferences.h"
#include "ui/common/undobar.h"
#include "ui/common/wizardframe.h"
#include "ui/frame/mainwindow.h"
#include "ui/frame/windowactions.h"
#include "ui/frame/workarea.h"
#include "ui/intake/importpage.h"
#include "ui/intake/reviewfilters.h"
#include "ui/standard.h"

#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace certdesk;

class TestPaths : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void aFileComesInAndIsTakenBack();
    void aFileWithErrorsIsHeldBack();
    void aMissingFileSaysSo();
    void theChecksRunAsAJob();
    void aLinkWithAFilterNarrowsTheList();

private:
    template <class T> T *find(const char *name) const { return m_window->findChild<T *>(QString::fromLatin1(name)); }
    QString write(const QString &name, const QByteArray &text) const;
    void read(const QString &kind, const QString &file);
    QStringList chips() const;
    qint64 count(const QString &view);

    ThemeKeeper *m_theme = nullptr;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::TestDatabase> m_database;
    std::unique_ptr<StoreThread> m_store;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<MainWindow> m_window;
};

void TestPaths::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_theme = new ThemeKeeper(*qApp);
}

void TestPaths::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_database = std::make_unique<test::TestDatabase>(Engine::Sqlite);
    {
        auto session = m_database->session();
        test::addSchool(*session, QStringLiteral("S1"), QStringLiteral("Alder High"));
    }
    m_store = std::make_unique<StoreThread>();
    m_preferences = std::make_unique<Preferences>(m_folder->filePath(QStringLiteral("preferences.ini")));
    m_window = std::make_unique<MainWindow>(*m_store, *m_preferences, *m_theme, standardServices(), m_folder->filePath(QStringLiteral("drafts")));
    m_window->resize(1366, 768);
    m_window->show();
    m_window->openDatabase(m_database->url(), QStringLiteral("admin"), test::TestDatabase::password());
    QTRY_COMPARE_WITH_TIMEOUT(m_window->face(), MainWindow::Face::Work, 20000);
}

void TestPaths::cleanup()
{
    m_window.reset();
    m_store.reset();
    m_database.reset();
}

QString TestPaths::write(const QString &name, const QByteArray &text) const
{
    QFile file(m_folder->filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName() : QString();
}

void TestPaths::read(const QString &kind, const QString &file)
{
    m_window->goTo(PageAddress{QStringLiteral("import"), {}}.set("kind", kind).set("file", file));
    auto *wizard = find<WizardFrame>("wizardFrame");
    wizard->nextButton()->click();
    QTRY_COMPARE_WITH_TIMEOUT(wizard->currentStep(), ImportPage::Mapping, 20000);
    wizard->nextButton()->click();
    QTRY_COMPARE_WITH_TIMEOUT(wizard->currentStep(), ImportPage::Review, 20000);
}

QStringList TestPaths::chips() const
{
    return m_window->findChild<ReviewFilters *>()->countTexts();
}

qint64 TestPaths::count(const QString &view)
{
    auto session = m_database->session();
    ViewQuery query;
    query.view = view;
    return ViewReader(*session).count(query).value_or(-1);
}

void TestPaths::aFileComesInAndIsTakenBack()
{
    const QString file = write(QStringLiteral("students.csv"), "State ID,Last Name,First Name,Grade,School Code\r\n"
                                                               "4001300271,Quill,Ellery,10,S1\r\n4001300272,Birch,Robin,11,S1\r\n");
    read(QStringLiteral("students"), file);
    auto *wizard = find<WizardFrame>("wizardFrame");
    QCOMPARE(chips(), (QStringList{QStringLiteral("2 new")}));
    walk::settle();
    walk::picture(m_window.get(), QStringLiteral("import-review"));
    QCOMPARE(walk::clippedTexts(m_window.get()), QStringList());
    QCOMPARE(walk::unnamedInputs(m_window.get()), QStringList());
    QCOMPARE(count(QStringLiteral("students")), 0);
    wizard->nextButton()->click();
    QCOMPARE(wizard->currentStep(), ImportPage::Commit);
    wizard->nextButton()->click();
    QTRY_COMPARE_WITH_TIMEOUT(wizard->currentStep(), ImportPage::Result, 20000);
    QCOMPARE(count(QStringLiteral("students")), 2);
    QVERIFY(find<UndoBar>("undoBar")->isVisible());
    find<QPushButton>("undoButton")->click();
    QTRY_COMPARE_WITH_TIMEOUT(count(QStringLiteral("students")), 0, 20000);
}

void TestPaths::aFileWithErrorsIsHeldBack()
{
    const QString file = write(QStringLiteral("students.csv"), "State ID,Last Name,First Name,Grade,School Code\r\n"
                                                               "4001300271,Quill,Ellery,10,S1\r\n4001300272,Birch,Robin,11,NOWHERE\r\n");
    read(QStringLiteral("students"), file);
    auto *wizard = find<WizardFrame>("wizardFrame");
    find<QAbstractButton>("allRowsRadio")->click();
    QVERIFY(!wizard->nextButton()->isEnabled());
    QCOMPARE(wizard->reasons(ImportPage::Review).size(), 1);
    find<QAbstractButton>("goodRowsRadio")->click();
    QVERIFY(wizard->nextButton()->isEnabled());
    wizard->nextButton()->click();
    wizard->nextButton()->click();
    QTRY_COMPARE_WITH_TIMEOUT(wizard->currentStep(), ImportPage::Result, 20000);
    QCOMPARE(count(QStringLiteral("students")), 1);
    QCOMPARE(count(QStringLiteral("issues")), 1);
}

void TestPaths::aMissingFileSaysSo()
{
    m_window->goTo(PageAddress{QStringLiteral("import"), {}}.set("file", m_folder->filePath(QStringLiteral("none.csv"))));
    auto *wizard = find<WizardFrame>("wizardFrame");
    QVERIFY(!wizard->nextButton()->isEnabled());
    QCOMPARE(wizard->reasons(0).size(), 1);
}

void TestPaths::theChecksRunAsAJob()
{
    {
        auto session = m_database->session();
        const auto schools = session->records(EntityKind::School);
        test::addStudent(*session, schools->first().id, {});
    }
    m_window->goTo({QStringLiteral("findings"), {}});
    auto *run = find<QPushButton>("runChecksButton");
    QVERIFY(run->isEnabled());
    run->click();
    auto *bar = find<UndoBar>("undoBar");
    QTRY_VERIFY_WITH_TIMEOUT(bar->sentence().startsWith(QStringLiteral("Checks:")), 30000);
    QVERIFY(count(QStringLiteral("findings")) > 0);
    QTRY_COMPARE(m_window->workArea()->currentPage()->findChild<Grid *>()->table()->totalRows(), count(QStringLiteral("findings")));
}

void TestPaths::aLinkWithAFilterNarrowsTheList()
{
    {
        auto session = m_database->session();
        const auto schools = session->records(EntityKind::School);
        test::addStudent(*session, schools->first().id, QStringLiteral("4001300271"), QStringLiteral("Quill"));
        test::addStudent(*session, schools->first().id, QStringLiteral("4001300272"), QStringLiteral("Birch"));
    }
    m_window->goTo(PageAddress{QStringLiteral("students"), {}}.set("where.last_name", QStringLiteral("=Quill")));
    auto *grid = m_window->workArea()->currentPage()->findChild<Grid *>();
    QTRY_COMPARE_WITH_TIMEOUT(grid->table()->rowCount(), 1, 10000);
    QTRY_COMPARE(grid->table()->totalRows(), 2);
}

QTEST_MAIN(TestPaths)
#include "tst_paths.moc"
