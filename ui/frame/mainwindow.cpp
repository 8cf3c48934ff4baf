// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/frame/mainwindow.h"

#include "models/domain/day.h"
#include "models/store/databasecreator.h"
#include "models/tables/displaytext.h"
#include "ui/accounts/signinpage.h"
#include "ui/common/banner.h"
#include "ui/common/icons.h"
#include "ui/common/jobs.h"
#include "ui/common/pageheader.h"
#include "ui/common/preferences.h"
#include "ui/common/prompt.h"
#include "ui/common/undobar.h"
#include "ui/common/viewmemory.h"
#include "ui/common/whendone.h"
#include "ui/frame/background.h"
#include "ui/frame/printing.h"
#include "ui/frame/statusline.h"
#include "ui/frame/windowactions.h"
#include "ui/frame/windowfind.h"
#include "ui/frame/workarea.h"
#include "ui/start/startpage.h"

#include <QApplication>
#include <QCloseEvent>
#include <QMenu>
#include <QProcess>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>
#include <QtConcurrent>

namespace certdesk {

namespace {

constexpr int draftSeconds = 10;
constexpr QSize smallestWindow(1024, 700); ///< W-062
constexpr QSize firstWindow(1280, 800);

} // namespace

MainWindow::MainWindow(StoreThread &store, Preferences &preferences, ThemeKeeper &theme, const WindowServices &services,
                       const QString &draftFolder)
    : m_store(store), m_preferences(preferences), m_theme(theme), m_services(services), m_drafts(draftFolder),
      m_actions(new WindowActions(this)), m_jobs(new JobList(this)), m_watch(new InputWatch(this)), m_faces(new QStackedWidget(this)),
      m_start(new StartPage), m_signIn(new SignInPage), m_password(new ChangePasswordPage), m_work(new WorkArea), m_lock(new LockScreen),
      m_status(new StatusLine(m_jobs, this)), m_find(new FindBox(this)), m_jobsPopup(new JobsPopup(m_jobs, this)),
      m_background(std::make_unique<Background>(store, m_services, *m_status, *m_actions))
{
    setObjectName(QStringLiteral("mainWindow"));
    // Seven pictures that nobody misses in the first moment.
    QTimer::singleShot(0, this, [this] { setWindowIcon(icons::programIcon()); });
    setMinimumSize(smallestWindow);
    resize(firstWindow);
    buildFaces();
    connectStart();
    connectAccounts();
    connectWork();
    connectActions();
    followPreferences();
    connect(&m_preferences, &Preferences::changed, this, &MainWindow::followPreferences);
    auto *drafts = new QTimer(this);
    connect(drafts, &QTimer::timeout, this, &MainWindow::saveDrafts);
    drafts->start(draftSeconds * 1000);
    showStart();
}

MainWindow::~MainWindow()
{
    // Pages may use the memory while they end.
    leaveWork();
}

void MainWindow::followPreferences()
{
    if (m_theme.choice() != m_preferences.theme())
        m_theme.choose(m_preferences.theme());
    m_watch->setIdleMinutes(m_preferences.idleMinutes());
    setDisplayDayFormat(Preferences::dayPattern(m_preferences.dayFormat()));
}

void MainWindow::buildFaces()
{
    m_faces->setObjectName(QStringLiteral("faces"));
    for (QWidget *face : {static_cast<QWidget *>(m_start), static_cast<QWidget *>(m_signIn), static_cast<QWidget *>(m_password),
                          static_cast<QWidget *>(m_work), static_cast<QWidget *>(m_lock)})
        m_faces->addWidget(face);
    setCentralWidget(m_faces);
    setStatusBar(m_status);
    m_jobsPopup->hide();
    QMenu *menu = m_status->personMenu();
    menu->setObjectName(QStringLiteral("personMenu"));
    menu->addActions({m_actions->lock, m_actions->password, m_actions->settings, m_actions->shortcuts});
    menu->addSeparator();
    menu->addActions({m_actions->print, m_actions->undo, m_actions->newWindow});
    menu->addSeparator();
    menu->addActions({m_actions->signOut, m_actions->otherDatabase, m_actions->quit});
}

void MainWindow::connectStart()
{
    m_start->setSampleAvailable(bool(m_services.sample));
    connect(m_start, &StartPage::sampleWanted, this, &MainWindow::openSample);
    connect(m_start, &StartPage::openWanted, this, [this](const DatabaseUrl &url) { openDatabase(url); });
    connect(m_start, &StartPage::createWanted, this, &MainWindow::createDatabase);
}

void MainWindow::connectAccounts()
{
    connect(m_signIn, &SignInPage::signInWanted, this, &MainWindow::signIn);
    connect(m_signIn, &SignInPage::otherDatabaseWanted, this, &MainWindow::showStart);
    connect(m_lock, &LockScreen::unlockWanted, this, &MainWindow::unlock);
    connect(m_lock, &LockScreen::signOutWanted, this, &MainWindow::signOut);
    connect(m_password, &ChangePasswordPage::changeWanted, this, &MainWindow::changePassword);
    connect(m_password, &ChangePasswordPage::closed, this, [this] { setFace(Face::Work); });
    connect(m_watch, &InputWatch::idle, this, &MainWindow::lock);
    const auto inside = [this](QObject *receiver) { return m_face == Face::Work && static_cast<QWidget *>(receiver)->window() == this; };
    connect(m_watch, &InputWatch::backPressed, this, [this, inside](QObject *receiver) {
        if (inside(receiver))
            m_work->backAction()->trigger();
    });
    connect(m_watch, &InputWatch::forwardPressed, this, [this, inside](QObject *receiver) {
        if (inside(receiver))
            m_work->forwardAction()->trigger();
    });
}

void MainWindow::connectWork()
{
    addActions({m_work->backAction(), m_work->forwardAction()});
    m_work->header()->setFind(m_actions->find);
    connect(m_work, &WorkArea::moved, this, &MainWindow::showTitle);
    connect(m_work, &WorkArea::jobStarted, this, &MainWindow::takeJob);
    connect(m_work, &WorkArea::changeDone, this, [this](qint64 batch) { m_lastBatch = batch; });
    connect(m_work->undoBar(), &UndoBar::undoRequested, this, &MainWindow::undo);
    connect(m_background.get(), &Background::jobStarted, this, &MainWindow::takeJob);
    connect(m_jobs, &JobList::ended, this, &MainWindow::jobEnded);
    connect(m_jobsPopup, &JobsPopup::showRequested, this, [this](const PageAddress &address) {
        m_jobsPopup->hide();
        goTo(address);
    });
    connect(m_status, &StatusLine::jobsWanted, this, &MainWindow::toggleJobs);
    connect(m_status, &StatusLine::schoolYearChosen, this, &MainWindow::chooseSchoolYear);
    connect(m_find, &FindBox::chosen, this, &MainWindow::goTo);
}

void MainWindow::connectActions()
{
    const auto does = [this](QAction *action, auto what) { connect(action, &QAction::triggered, this, what); };
    const auto opens = [this, does](QAction *action, const char *page) {
        does(action, [this, page] { goTo({QString::fromLatin1(page), {}}); });
    };
    does(m_actions->find, [this] { m_find->popUp(); });
    does(m_actions->lock, [this] { lock(); });
    does(m_actions->help, [this] { showHelp(); });
    does(m_actions->shortcuts, [this] { goTo(PageAddress{QStringLiteral("help"), {}}.set("topic", QStringLiteral("shortcuts"))); });
    opens(m_actions->settings, "settings");
    opens(m_actions->home, "home");
    does(m_actions->refresh, [this] { m_work->currentPage()->refresh(); });
    does(m_actions->findInPage, [this] { m_work->currentPage()->findInPage(); });
    does(m_actions->filterRow, [this] { m_work->currentPage()->toggleFilterRow(); });
    does(m_actions->undo, [this] { undo(m_lastBatch); });
    does(m_actions->print, [this] { printPage(); });
    does(m_actions->jobs, [this] { toggleJobs(); });
    does(m_actions->linkProblems, [this] {
        const LinkWords &link = m_background->link();
        m_work->banner()->showMessage(Tone::Problem, link.words, link.more, {}, {}, link.refused);
    });
    does(m_actions->linkSettings, [this] { goTo(PageAddress{QStringLiteral("settings"), {}}.set("section", QStringLiteral("link"))); });
    does(m_actions->password, [this] { openPassword(); });
    does(m_actions->newWindow, [] { QProcess::startDetached(QCoreApplication::applicationFilePath(), {}); });
    does(m_actions->signOut, [this] { signOut(); });
    does(m_actions->otherDatabase, [this] { showStart(); });
    does(m_actions->quit, [this] { close(); });
}

void MainWindow::setFace(Face face)
{
    m_face = face;
    const bool working = face == Face::Work;
    m_find->close();
    m_jobsPopup->hide();
    m_faces->setCurrentIndex(static_cast<int>(face));
    m_actions->setWorking(working);
    m_work->setActive(working);
    m_status->setVisible(working);
    showTitle();
    Q_EMIT faceChanged();
}

void MainWindow::showStart()
{
    if (m_face == Face::Work || m_face == Face::Locked) {
        remember();
        saveDrafts();
    }
    leaveWork();
    if (m_store.isOpen())
        m_store.close();
    m_start->start(m_preferences.recentDatabases());
    setFace(Face::Start);
}

void MainWindow::leaveWork()
{
    m_background->stop();
    m_jobs->clearEnded(); // they tell of the person before
    m_work->clear();
}

void MainWindow::openSample()
{
    m_start->setBusy(tr("Making the sample district. This takes a few seconds."));
    setFace(Face::Start);
    const auto made = QtConcurrent::run([make = m_services.sample]() -> Result<WindowServices::Sample> {
        Progress progress;
        return make(progress);
    });
    whenDone(made, this, [this](const Result<WindowServices::Sample> &sample) {
        if (sample)
            openDatabase(sample->url, sample->person, sample->password);
        else
            m_start->showError(sample.error());
    });
}

void MainWindow::createDatabase(const DatabaseUrl &url, const NewDatabase &wanted)
{
    m_start->setBusy(tr("Creating the database"));
    whenDone(QtConcurrent::run([url, wanted]() -> Done { return certdesk::createDatabase(url, wanted); }), this, [this, url, wanted](const Done &done) {
        if (done)
            openDatabase(url, wanted.adminName, wanted.adminPassword);
        else
            m_start->showError(done.error());
    });
}

void MainWindow::openDatabase(const DatabaseUrl &url, const QString &person, const QString &password)
{
    m_start->setBusy(tr("Opening %1").arg(url.display()));
    setFace(Face::Start);
    whenDone(m_store.open(url), this, [this, url, person, password](const Result<DatabaseInfo> &info) {
        if (!info)
            return m_start->showError(info.error());
        if (!info->isSample)
            m_preferences.rememberDatabase(url.display());
        showSignIn(person.isEmpty() ? m_preferences.lastPerson(url.display()) : person);
        if (!password.isEmpty())
            signIn(person, password);
    });
}

void MainWindow::showSignIn(const QString &person)
{
    m_signIn->start(m_store.info().organizationName, m_store.url().display(), person);
    setFace(Face::SignIn);
}

void MainWindow::signIn(const QString &name, const QString &password)
{
    m_signIn->setBusy(true);
    whenDone(m_store.signIn(name, password), this, [this](const Result<Person> &person) {
        if (!person)
            return m_signIn->showError(person.error());
        m_preferences.rememberPerson(m_store.url().display(), person->name);
        if (person->mustChangePassword && m_services.changePassword) {
            m_password->start({person->name, person->displayName}, true);
            return setFace(Face::ChangePassword);
        }
        startWork();
    });
}

QVector<PageEntry> MainWindow::allowedPages()
{
    const Person &person = m_store.person();
    QVector<PageEntry> allowed;
    const auto pages = m_services.pages(*this);
    for (const PageEntry &entry : pages) {
        const bool isState = m_store.info().isState;
        const bool fits = entry.place == PageEntry::Place::State ? isState : entry.place != PageEntry::Place::District || !isState;
        if (fits && (!entry.right || person.may(*entry.right)))
            allowed.append(entry);
    }
    return allowed;
}

void MainWindow::startWork()
{
    const Person &person = m_store.person();
    m_memory = m_preferences.memoryOf(person.name);
    m_schoolYear = m_store.info().schoolYear;
    m_lastBatch = 0;
    m_actions->password->setVisible(bool(m_services.changePassword));
    PageContext context;
    context.store = &m_store;
    context.preferences = &m_preferences;
    context.memory = m_memory.get();
    context.schoolYear = m_schoolYear;
    context.stateDatabase = m_store.info().isState;
    context.sample = m_store.info().isSample;
    m_work->start(allowedPages(), context);
    m_drafts.setOwner(m_store.url().display(), person.name);
    m_work->restoreDrafts(m_drafts.load());
    m_status->showDatabase(m_store.info().organizationName, m_store.url().display());
    m_status->showPerson(person.displayName, person.roles.join(QStringLiteral(", ")).replace(QLatin1Char('-'), QLatin1Char(' ')));
    m_status->showSchoolYear(m_schoolYear, m_schoolYear);
    fillFind();
    m_background->start();
    restoreGeometry(m_memory->value(QStringLiteral("window/geometry")).toByteArray());
    setFace(Face::Work);
    goTo({QStringLiteral("home"), {}});
}

void MainWindow::fillFind()
{
    m_find->removeProviders();
    if (m_services.findRecords)
        m_find->addProvider(m_services.findRecords(m_store));
    addWindowProviders(*m_find, *m_work, *m_actions);
}

void MainWindow::openPassword()
{
    m_password->start({m_store.person().name, m_store.person().displayName}, false);
    setFace(Face::ChangePassword);
}

void MainWindow::goTo(const PageAddress &address)
{
    if (m_face == Face::Work)
        m_work->goTo(address);
}

void MainWindow::lock()
{
    if (m_face != Face::Work && m_face != Face::ChangePassword)
        return;
    if (m_store.person().mustChangePassword)
        return signOut();
    saveDrafts();
    // Dialogs are windows of their own: they show data too.
    const auto windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows)
        if (window != this && window->isVisible() && window->parentWidget() && window->parentWidget()->window() == this)
            window->close();
    m_lock->start(m_store.person().displayName);
    setFace(Face::Locked);
}

void MainWindow::unlock(const QString &password)
{
    m_lock->setBusy(true);
    whenDone(m_store.signIn(m_store.person().name, password), this, [this](const Result<Person> &person) {
        if (!person)
            return m_lock->showError(person.error());
        setFace(Face::Work);
    });
}

void MainWindow::signOut()
{
    const DatabaseUrl url = m_store.url();
    remember();
    saveDrafts();
    leaveWork();
    openDatabase(url);
}

void MainWindow::changePassword(const QString &present, const QString &wanted)
{
    m_password->setBusy(true);
    const bool forced = m_store.person().mustChangePassword;
    whenDone(m_store.apply(m_services.changePassword(present, wanted)), this, [this, forced, wanted](const Result<Change> &change) {
        if (!change)
            return m_password->showError(change.error());
        if (forced)
            return signIn(m_store.person().name, wanted);
        setFace(Face::Work);
        m_work->undoBar()->showDone(tr("Your password is changed"), 0);
    });
}

void MainWindow::undo(qint64 batch)
{
    if (batch == 0 || !m_services.undo)
        return m_work->banner()->showMessage(Tone::Neutral, tr("There is nothing of yours to undo here."), tr("History shows every change with who, when and what."));
    whenDone(m_services.undo(m_store, batch), this, [this](const Result<QString> &sentence) {
        if (!sentence)
            return m_work->banner()->showError(sentence.error());
        m_lastBatch = 0;
        m_work->undoBar()->showDone(*sentence, 0);
    });
}

void MainWindow::chooseSchoolYear(qint64 endYear)
{
    m_schoolYear = endYear;
    m_status->showSchoolYear(endYear, m_store.info().schoolYear);
    m_work->setSchoolYear(endYear, m_status->isPastYear());
}

void MainWindow::showTitle()
{
    const QString program = tr("CertDesk");
    if (m_face != Face::Work || !m_work->currentPage())
        return setWindowTitle(m_face == Face::Locked ? tr("Locked · %1").arg(program) : program);
    const QString place = QStringLiteral("%1 · %2 · %3").arg(m_work->currentPage()->title(), m_store.info().organizationName, program);
    setWindowTitle(m_store.info().isSample ? tr("SAMPLE · %1").arg(place) : place);
}

void MainWindow::showHelp()
{
    const Page *page = m_work->currentPage();
    goTo(PageAddress{QStringLiteral("help"), {}}.set("topic", page ? page->helpTopic() : QString()));
}

void MainWindow::toggleJobs()
{
    m_jobsPopup->setVisible(m_jobsPopup->isHidden());
    placeJobs();
}

void MainWindow::placeJobs()
{
    const QSize size = m_jobsPopup->sizeHint().boundedTo(QSize(width() - 32, height() - 96));
    m_jobsPopup->setGeometry(width() - size.width() - 16, height() - m_status->height() - size.height() - 8, size.width(), size.height());
    m_jobsPopup->raise();
}

void MainWindow::printPage()
{
    const Page *page = m_work->currentPage();
    const QString html = page->printableHtml();
    if (html.isEmpty())
        return m_work->banner()->showMessage(Tone::Neutral, tr("This page has nothing to print."));
    print(this, page->title(), page->showsSchoolYear() ? schoolYearName(m_schoolYear) : QString(), html, m_preferences);
}

void MainWindow::takeJob(Job *job)
{
    m_jobs->add(job);
}

void MainWindow::jobEnded(Job *job)
{
    m_store.checkForChanges();
    if (job->state() == Job::State::Failed) {
        m_work->banner()->showError(job->error());
    } else if (job->state() == Job::State::Finished && !job->notice().sentence.isEmpty()) {
        if (job->notice().undoBatch)
            m_lastBatch = job->notice().undoBatch;
        m_work->undoBar()->showDone(tr("%1: %2").arg(job->title(), job->notice().sentence), job->notice().undoBatch, job->notice().leadsTo);
    }
    if (m_closing && m_jobs->runningCount() == 0)
        close();
}

void MainWindow::saveDrafts()
{
    if (m_face == Face::Work || m_face == Face::Locked)
        m_drafts.save(m_work->drafts());
}

void MainWindow::remember()
{
    if (m_memory)
        m_memory->setValue(QStringLiteral("window/geometry"), saveGeometry());
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (m_jobsPopup->isVisible())
        placeJobs();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    remember();
    saveDrafts();
    const int running = m_jobs->runningCount();
    if (running == 0)
        return event->accept();
    event->ignore();
    const Prompt::Question question{tr("Stop %n running job(s)?", nullptr, running), tr("What is half done is taken back; nothing half-done is kept."),
                                    tr("Stop and close"), tr("Keep working"), true};
    Prompt::ask(this, question, [this](bool stop) {
        m_closing = stop;
        if (stop)
            m_jobs->cancelAll();
    });
}

} // namespace certdesk
