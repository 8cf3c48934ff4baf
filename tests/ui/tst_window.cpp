// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/accounts/accounts.h"
#include "tests/support/testdatabase.h"
#include "tests/ui/walk.h"
#include "ui/common/banner.h"
#include "ui/common/jobs.h"
#include "ui/common/navigationrail.h"
#include "ui/common/pageheader.h"
#include "ui/common/preferences.h"
#include "ui/common/prompt.h"
#include "ui/common/undobar.h"
#include "ui/frame/mainwindow.h"
#include "ui/frame/statusline.h"
#include "ui/frame/windowactions.h"
#include "ui/frame/workarea.h"
#include "ui/standard.h"

#include <QFontDatabase>
#include <QMenu>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace certdesk;

namespace {

/// A page with one input that is not stored, as forms are.
class NotePage : public Page
{
public:
    explicit NotePage(const QString &name) : Page(name), m_note(new QLineEdit(this))
    {
        m_note->setObjectName(QStringLiteral("noteInput"));
        m_note->setAccessibleName(QStringLiteral("Note"));
    }
    QString title() const override { return QStringLiteral("Notes"); }
    PageAddress address() const override { return PageAddress{name(), {}}.set("note", m_note->text()); }
    void open(const PageAddress &address) override
    {
        if (address.parameters.contains(QStringLiteral("note")))
            m_note->setText(address.parameter("note"));
    }
    QJsonObject draft() const override
    {
        return m_note->text().isEmpty() ? QJsonObject() : QJsonObject{{QStringLiteral("note"), m_note->text()}};
    }
    void restoreDraft(const QJsonObject &draft) override { m_note->setText(draft.value(QStringLiteral("note")).toString()); }
    void change() { showDone(QStringLiteral("3 students promoted"), 7); }
    void fail() { showError({Error::Kind::Conflict, QStringLiteral("X-1"), QStringLiteral("Somebody was faster."), QStringLiteral("Look again."), {}}); }
    void work(Job *job) { startJob(job); }

    QLineEdit *m_note;
};

/// A window on a new database, with two pages more.
struct Desk
{
    Desk()
        : preferences(folder.filePath(QStringLiteral("preferences.ini"))), services(standardServices())
    {
        services.pages = [](MainWindow &window) {
            auto pages = standardPages(window);
            const auto add = [&](const char *name, std::optional<Right> right, PageEntry::Place place) {
                const QString word = QString::fromLatin1(name);
                pages.append({word, word, QStringLiteral("file"), place, right, [word](const PageContext &) { return new NotePage(word); }});
            };
            add("notes", {}, PageEntry::Place::Work);
            add("more", {}, PageEntry::Place::Work);
            add("districts", {}, PageEntry::Place::State);
            return pages;
        };
        services.undo = [this](StoreThread &store, qint64 batch) {
            undone = batch;
            return store.run<QString>([](Session &) -> Result<QString> { return QStringLiteral("Taken back"); });
        };
        window = std::make_unique<MainWindow>(store, preferences, *theme(), services, folder.filePath(QStringLiteral("drafts")));
        window->resize(1366, 768);
        window->show();
    }

    static ThemeKeeper *theme()
    {
        static ThemeKeeper *keeper = new ThemeKeeper(*qApp);
        return keeper;
    }

    template <class T> T *find(const char *name) const { return window->findChild<T *>(QString::fromLatin1(name)); }
    NotePage *notes() const { return static_cast<NotePage *>(window->workArea()->currentPage()); }

    void signIn()
    {
        window->openDatabase(database.url());
        QTRY_COMPARE(window->face(), MainWindow::Face::SignIn);
        find<QLineEdit>("nameInput")->setText(QStringLiteral("admin"));
        find<QLineEdit>("passwordInput")->setText(test::TestDatabase::password());
        find<QPushButton>("signInButton")->click();
        QTRY_COMPARE_WITH_TIMEOUT(window->face(), MainWindow::Face::Work, 10000);
    }

    QTemporaryDir folder;
    test::TestDatabase database{Engine::Sqlite};
    StoreThread store;
    Preferences preferences;
    WindowServices services;
    std::unique_ptr<MainWindow> window;
    qint64 undone = 0;
};

} // namespace

class TestWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void aWrongPasswordStaysAtTheSignIn();
    void aFirstPasswordIsChangedBeforeAnythingElse();
    void pagesThatAreOnlyForTheStateAreAbsent();
    void backAndForwardKeepFilters();
    void lockingHidesDataAndKeepsInput();
    void draftsComeBackAfterANewStart();
    void changesOfferUndo();
    void errorsShowInABanner();
    void jobsShowAndAskBeforeClosing();
    void aPastYearIsTold();
    void findGoesToPages();
    void shortcutsDoNotConflict();
    void aNewDatabaseIsMadeFromTheForm();
    void everyFaceIsNamedAndReadable_data();
    void everyFaceIsNamedAndReadable();

private:
    QFont m_font;
};

void TestWindow::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    if (QFontDatabase::families().contains(QStringLiteral("Noto Sans")))
        QApplication::setFont(QFont(QStringLiteral("Noto Sans"), 10));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    Desk::theme();
    m_font = QApplication::font();
}

void TestWindow::init()
{
    Desk::theme()->choose(theme::Choice::Light);
    QApplication::setFont(m_font);
}

void TestWindow::aWrongPasswordStaysAtTheSignIn()
{
    Desk desk;
    desk.window->openDatabase(desk.database.url());
    QTRY_COMPARE(desk.window->face(), MainWindow::Face::SignIn);
    desk.find<QLineEdit>("nameInput")->setText(QStringLiteral("admin"));
    desk.find<QLineEdit>("passwordInput")->setText(QStringLiteral("not the password"));
    desk.find<QPushButton>("signInButton")->click();
    auto *banner = desk.find<QWidget>("signInPage")->findChild<Banner *>();
    QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), 10000);
    QCOMPARE(desk.window->face(), MainWindow::Face::SignIn);
    QVERIFY(!desk.window->windowTitle().contains(QStringLiteral("Test District")));
}

void TestWindow::aFirstPasswordIsChangedBeforeAnythingElse() // S-005
{
    Desk desk;
    NewAccount wanted;
    wanted.name = QStringLiteral("clara");
    wanted.password = QStringLiteral("given by the office");
    wanted.roles = {{QStringLiteral("data-entry-clerk"), {}}};
    AddUser add(wanted);
    QVERIFY(desk.database.session()->apply(add));
    desk.window->openDatabase(desk.database.url(), wanted.name, wanted.password);
    QTRY_COMPARE_WITH_TIMEOUT(desk.window->face(), MainWindow::Face::ChangePassword, 10000);
    desk.window->goTo({QStringLiteral("students"), {}});
    QCOMPARE(desk.window->face(), MainWindow::Face::ChangePassword);
    QVERIFY(desk.window->workArea()->entries().isEmpty());
    QVERIFY(!desk.find<QPushButton>("changePasswordCloseButton")->isVisible());
    QVERIFY(!desk.window->windowTitle().contains(QStringLiteral("Test District")));

    const auto change = [&desk](const QString &present, const QString &wish, const QString &again) {
        desk.find<QLineEdit>("currentPasswordInput")->setText(present);
        desk.find<QLineEdit>("newPasswordInput")->setText(wish);
        desk.find<QLineEdit>("repeatPasswordInput")->setText(again);
        desk.find<QPushButton>("changePasswordButton")->click();
    };
    const QString own = QStringLiteral("seven quiet rivers");
    change(wanted.password, own, QStringLiteral("seven quiet river"));
    QCOMPARE(desk.window->face(), MainWindow::Face::ChangePassword);
    change(QStringLiteral("not the given one"), own, own);
    auto *banner = desk.find<QWidget>("changePasswordPage")->findChild<Banner *>();
    QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), 10000);
    QCOMPARE(desk.window->face(), MainWindow::Face::ChangePassword);
    change(wanted.password, own, own);
    QTRY_COMPARE_WITH_TIMEOUT(desk.window->face(), MainWindow::Face::Work, 10000);
    QVERIFY(desk.window->workArea()->has(QStringLiteral("certificates")));

    auto session = Session::open(desk.database.url());
    QVERIFY(session);
    QVERIFY(!(*session)->signIn(wanted.name, wanted.password));
    QVERIFY((*session)->signIn(wanted.name, own));
    QVERIFY((*session)->requireSignedIn());
}

void TestWindow::pagesThatAreOnlyForTheStateAreAbsent()
{
    Desk desk;
    desk.signIn();
    QVERIFY(desk.window->workArea()->has(QStringLiteral("notes")));
    QVERIFY(!desk.window->workArea()->has(QStringLiteral("districts")));
    desk.window->goTo({QStringLiteral("districts"), {}});
    QVERIFY(desk.window->workArea()->banner()->isVisible());
    QCOMPARE(desk.window->workArea()->currentPage()->name(), QStringLiteral("home"));
}

void TestWindow::backAndForwardKeepFilters()
{
    Desk desk;
    desk.signIn();
    desk.window->goTo({QStringLiteral("notes"), {}});
    desk.notes()->m_note->setText(QStringLiteral("grade 11"));
    desk.window->goTo({QStringLiteral("more"), {}});
    desk.window->goTo(PageAddress{QStringLiteral("notes"), {}}.set("note", QStringLiteral("grade 12")));
    QCOMPARE(desk.notes()->m_note->text(), QStringLiteral("grade 12"));
    desk.window->workArea()->backAction()->trigger();
    QCOMPARE(desk.notes()->name(), QStringLiteral("more"));
    desk.window->workArea()->backAction()->trigger();
    QCOMPARE(desk.notes()->m_note->text(), QStringLiteral("grade 11"));
    desk.window->workArea()->forwardAction()->trigger();
    desk.window->workArea()->forwardAction()->trigger();
    QCOMPARE(desk.notes()->m_note->text(), QStringLiteral("grade 12"));
    QVERIFY(!desk.window->workArea()->forwardAction()->isEnabled());
    QTest::mousePress(desk.notes()->m_note, Qt::BackButton);
    QCOMPARE(desk.notes()->name(), QStringLiteral("more"));
}

void TestWindow::lockingHidesDataAndKeepsInput()
{
    Desk desk;
    desk.signIn();
    desk.window->goTo({QStringLiteral("notes"), {}});
    auto *note = desk.notes()->m_note;
    note->setText(QStringLiteral("half a thought"));
    desk.window->inputWatch()->timer().setInterval(1);
    desk.window->inputWatch()->timer().start();
    QTRY_COMPARE(desk.window->face(), MainWindow::Face::Locked);
    QVERIFY(!note->isVisible());
    QVERIFY(!desk.window->statusLine()->isVisible());
    QVERIFY(!desk.window->windowTitle().contains(QStringLiteral("Notes")));
    desk.window->goTo({QStringLiteral("more"), {}});
    desk.window->workArea()->backAction()->trigger();
    QCOMPARE(desk.window->face(), MainWindow::Face::Locked);
    auto *password = desk.find<QLineEdit>("unlockPasswordInput");
    password->setText(QStringLiteral("wrong"));
    desk.find<QPushButton>("unlockButton")->click();
    QTRY_VERIFY_WITH_TIMEOUT(desk.find<QWidget>("lockScreen")->findChild<Banner *>()->isVisible(), 10000);
    QCOMPARE(desk.window->face(), MainWindow::Face::Locked);
    password->setText(test::TestDatabase::password());
    desk.window->inputWatch()->setIdleMinutes(0);
    desk.find<QPushButton>("unlockButton")->click();
    QTRY_COMPARE_WITH_TIMEOUT(desk.window->face(), MainWindow::Face::Work, 10000);
    QVERIFY(note->isVisible());
    QCOMPARE(note->text(), QStringLiteral("half a thought"));
}

void TestWindow::draftsComeBackAfterANewStart()
{
    Desk desk;
    desk.signIn();
    desk.window->goTo({QStringLiteral("notes"), {}});
    desk.notes()->m_note->setText(QStringLiteral("not stored yet"));
    desk.window->close();
    desk.window = std::make_unique<MainWindow>(desk.store, desk.preferences, *Desk::theme(), desk.services, desk.folder.filePath(QStringLiteral("drafts")));
    desk.window->show();
    desk.signIn();
    desk.window->goTo({QStringLiteral("notes"), {}});
    QCOMPARE(desk.notes()->m_note->text(), QStringLiteral("not stored yet"));
}

void TestWindow::changesOfferUndo()
{
    Desk desk;
    desk.signIn();
    desk.window->goTo({QStringLiteral("notes"), {}});
    desk.notes()->change();
    UndoBar *bar = desk.window->workArea()->undoBar();
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->sentence(), QStringLiteral("3 students promoted"));
    bar->findChild<QPushButton *>(QStringLiteral("undoButton"))->click();
    QCOMPARE(desk.undone, 7);
    QTRY_COMPARE(bar->sentence(), QStringLiteral("Taken back"));
}

void TestWindow::errorsShowInABanner()
{
    Desk desk;
    desk.signIn();
    desk.window->goTo({QStringLiteral("notes"), {}});
    desk.notes()->fail();
    Banner *banner = desk.window->workArea()->banner();
    QVERIFY(banner->isVisible());
    QCOMPARE(banner->text(), QStringLiteral("Somebody was faster."));
    banner->findChild<QPushButton *>(QStringLiteral("bannerDetailsButton"))->click();
    QVERIFY(banner->findChild<QPlainTextEdit *>()->toPlainText().contains(QStringLiteral("X-1")));
    desk.window->goTo({QStringLiteral("more"), {}});
    QVERIFY(!banner->isVisible());
}

void TestWindow::jobsShowAndAskBeforeClosing()
{
    Desk desk;
    desk.signIn();
    desk.window->goTo({QStringLiteral("notes"), {}});
    auto *job = new Job(QStringLiteral("Import of students"), QStringLiteral("rows"));
    desk.notes()->work(job);
    job->progress()->report(QStringLiteral("Reading"), 34120, 100000);
    auto *button = desk.window->statusLine()->jobsButton();
    QTRY_COMPARE(button->text(), QStringLiteral("Import of students: 34,120 of 100,000 rows"));
    Prompt::setNextAnswer(false);
    QVERIFY(!desk.window->close());
    QVERIFY(!job->progress()->isCancelled());
    job->finish(Job::Notice{QStringLiteral("960 created"), {QStringLiteral("more"), {}}, 11});
    UndoBar *bar = desk.window->workArea()->undoBar();
    QCOMPARE(bar->sentence(), QStringLiteral("Import of students: 960 created"));
    bar->findChild<QPushButton *>(QStringLiteral("showResultButton"))->click();
    QCOMPARE(desk.notes()->name(), QStringLiteral("more"));
    QVERIFY(desk.window->close());
}

void TestWindow::aPastYearIsTold()
{
    Desk desk;
    desk.signIn();
    desk.window->goTo({QStringLiteral("notes"), {}});
    auto *chip = desk.find<QToolButton>("schoolYearChip");
    QCOMPARE(chip->text(), QStringLiteral("2026-27"));
    for (QAction *action : chip->menu()->actions())
        if (action->data().toLongLong() == 2025)
            action->trigger();
    QTRY_VERIFY(desk.window->statusLine()->isPastYear());
    QVERIFY(chip->text().contains(QStringLiteral("2024-25")));
    bool told = false;
    for (const QLabel *label : desk.window->workArea()->header()->findChildren<QLabel *>())
        told = told || label->text().contains(QStringLiteral("past year"));
    QVERIFY(told);
}

void TestWindow::findGoesToPages()
{
    Desk desk;
    desk.signIn();
    desk.window->actions()->find->trigger();
    QVERIFY(desk.window->findBox()->isVisible());
    auto *input = desk.find<QLineEdit>("findInput");
    QTest::keyClicks(input, QStringLiteral("settings"));
    QTest::keyClick(input, Qt::Key_Return);
    QCOMPARE(desk.window->workArea()->currentPage()->name(), QStringLiteral("settings"));
    desk.window->actions()->help->trigger();
    QCOMPARE(desk.window->workArea()->currentPage()->address().parameter("topic"), QStringLiteral("settings"));
}

void TestWindow::shortcutsDoNotConflict()
{
    Desk desk;
    desk.signIn();
    for (const PageEntry &entry : desk.window->workArea()->entries())
        desk.window->goTo({entry.name, {}});
    QCOMPARE(walk::conflictingShortcuts(desk.window.get()), QStringList());
}

void TestWindow::aNewDatabaseIsMadeFromTheForm()
{
    Desk desk;
    desk.find<QAbstractButton>("newChoice")->click();
    auto *create = desk.find<QPushButton>("createButton");
    create->click();
    QVERIFY(desk.find<QLineEdit>("organizationNameInput")->hasFocus() || !desk.window->isActiveWindow());
    desk.find<QLineEdit>("organizationNameInput")->setText(QStringLiteral("Alder Valley"));
    desk.find<QLineEdit>("organizationCodeInput")->setText(QStringLiteral("0417"));
    FileChooser::setNextFileName(desk.folder.filePath(QStringLiteral("alder")));
    desk.find<QPushButton>("chooseFileButton")->click();
    QVERIFY(desk.find<QLineEdit>("databaseFileInput")->text().endsWith(QStringLiteral("alder.certdesk")));
    desk.find<QLineEdit>("adminNameInput")->setText(QStringLiteral("robin"));
    desk.find<QLineEdit>("adminPasswordInput")->setText(QStringLiteral("short"));
    desk.find<QLineEdit>("adminRepeatInput")->setText(QStringLiteral("short"));
    create->click();
    QVERIFY(!QFile::exists(desk.folder.filePath(QStringLiteral("alder.certdesk"))));
    desk.find<QLineEdit>("adminPasswordInput")->setText(QStringLiteral("seven quiet herons"));
    desk.find<QLineEdit>("adminRepeatInput")->setText(QStringLiteral("seven quiet herons"));
    create->click();
    QTRY_COMPARE_WITH_TIMEOUT(desk.window->face(), MainWindow::Face::Work, 30000);
    QCOMPARE(desk.store.person().name, QStringLiteral("robin"));
}

void TestWindow::everyFaceIsNamedAndReadable_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<double>("points");
    QTest::addColumn<QSize>("size");
    QTest::newRow("light") << false << 10.0 << QSize(1366, 768);
    QTest::newRow("dark") << true << 10.0 << QSize(1366, 768);
    QTest::newRow("small") << false << 10.0 << QSize(1024, 700);
    QTest::newRow("large") << false << 20.0 << QSize(1366, 768);
}

void TestWindow::everyFaceIsNamedAndReadable()
{
    QFETCH(bool, dark);
    QFETCH(double, points);
    QFETCH(QSize, size);
    QFont font = m_font;
    font.setPointSizeF(points);
    QApplication::setFont(font);
    Desk desk;
    desk.preferences.setTheme(dark ? theme::Choice::Dark : theme::Choice::Light);
    desk.window->resize(size);
    QStringList wrong;
    const auto look = [&](const QString &what) {
        walk::settle();
        walk::picture(desk.window.get(), what + QLatin1Char('-') + QString::fromLatin1(QTest::currentDataTag()));
        for (const QString &line : walk::unnamedInputs(desk.window.get()) + walk::clippedTexts(desk.window.get()))
            wrong.append(what + QStringLiteral(": ") + line);
    };
    look(QStringLiteral("start"));
    desk.find<QAbstractButton>("newChoice")->click();
    look(QStringLiteral("start-new"));
    desk.find<QAbstractButton>("connectChoice")->click();
    look(QStringLiteral("start-connect"));
    desk.window->openDatabase(desk.database.url());
    QTRY_COMPARE(desk.window->face(), MainWindow::Face::SignIn);
    look(QStringLiteral("sign-in"));
    desk.signIn();
    for (const PageEntry &entry : desk.window->workArea()->entries()) {
        desk.window->goTo({entry.name, {}});
        look(entry.name);
    }
    desk.window->lock();
    look(QStringLiteral("lock"));
    QCOMPARE(desk.window->size(), size);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
