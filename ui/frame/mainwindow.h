// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/databasecreator.h"
#include "ui/frame/draftkeeper.h"
#include "ui/frame/inputwatch.h"
#include "ui/frame/windowservices.h"

#include <QMainWindow>
#include <memory>

class QStackedWidget;

namespace certdesk {

class Background;
class ChangePasswordPage;
class JobList;
class JobsPopup;
class LockScreen;
class Preferences;
class SignInPage;
class StartPage;
class StatusLine;
class ThemeKeeper;
class ViewMemory;
class WindowActions;
class WorkArea;

/// The one main window (W-001). It decides only which of its faces is seen: first steps, sign-in, new password, work, lock;
/// and it carries wishes from one part to another. GUI thread.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    enum class Face { Start, SignIn, ChangePassword, Work, Locked };

    MainWindow(StoreThread &store, Preferences &preferences, ThemeKeeper &theme, const WindowServices &services,
               const QString &draftFolder);
    ~MainWindow() override;

    Face face() const { return m_face; }
    void showStart();
    /// With a person and password the sign-in follows by itself (the sample).
    void openDatabase(const DatabaseUrl &url, const QString &person = {}, const QString &password = {});
    void openSample();
    void goTo(const PageAddress &address);
    void lock();
    WorkArea *workArea() const { return m_work; }
    JobList *jobs() const { return m_jobs; }
    WindowActions *actions() const { return m_actions; }
    StatusLine *statusLine() const { return m_status; }
    FindBox *findBox() const { return m_find; }
    InputWatch *inputWatch() const { return m_watch; }

Q_SIGNALS:
    void faceChanged();

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void followPreferences();
    void buildFaces();
    void connectStart();
    void connectAccounts();
    void connectWork();
    void connectActions();
    void setFace(Face face);
    void createDatabase(const DatabaseUrl &url, const NewDatabase &wanted);
    void showSignIn(const QString &person);
    void signIn(const QString &name, const QString &password);
    void startWork();
    QVector<PageEntry> allowedPages();
    void unlock(const QString &password);
    void signOut();
    void openPassword();
    void changePassword(const QString &present, const QString &wanted);
    void undo(qint64 batch);
    void chooseSchoolYear(qint64 endYear);
    void showTitle();
    void showHelp();
    void toggleJobs();
    void placeJobs();
    void printPage();
    void takeJob(Job *job);
    void jobEnded(Job *job);
    void fillFind();
    void leaveWork();
    void saveDrafts();
    void remember();

    StoreThread &m_store;
    Preferences &m_preferences;
    ThemeKeeper &m_theme;
    WindowServices m_services;
    DraftKeeper m_drafts;
    std::unique_ptr<ViewMemory> m_memory;
    Face m_face = Face::Start;
    qint64 m_schoolYear = 0;
    qint64 m_lastBatch = 0;
    bool m_closing = false;
    WindowActions *m_actions;
    JobList *m_jobs;
    InputWatch *m_watch;
    QStackedWidget *m_faces;
    StartPage *m_start;
    SignInPage *m_signIn;
    ChangePasswordPage *m_password;
    WorkArea *m_work;
    LockScreen *m_lock;
    StatusLine *m_status;
    FindBox *m_find;
    JobsPopup *m_jobsPopup;
    std::unique_ptr<Background> m_background;
};

} // namespace certdesk
