// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/tour.h"

#include "models/operations/sample/samplefolder.h"
#include "models/operations/sample/sampleoptions.h"
#include "ui/common/findbox.h"
#include "ui/common/theme.h"
#include "ui/common/whendone.h"
#include "ui/frame/windowactions.h"

#include <QCursor>
#include <QDir>
#include <QtConcurrent>

namespace certdesk {

namespace {

constexpr int calm = 600; ///< milliseconds before a picture
constexpr QSize pictureSize(1366, 768);
constexpr int failedCode = 5;

DatabaseUrl fileAt(const QString &path)
{
    DatabaseUrl url;
    url.path = path;
    return url;
}

} // namespace

Tour::Tour(MainWindow &window, ThemeKeeper &theme, const QString &folder, const QString &work)
    : m_window(window), m_theme(theme), m_folder(folder), m_work(work), m_driver(window, m_walk), m_story(folder)
{
    connect(&m_walk, &Walk::finished, this, &Tour::end);
}

void Tour::start()
{
    QDir().mkpath(m_folder);
    m_theme.choose(theme::Choice::Light);
    m_window.resize(pictureSize);
    m_window.show();
    QCursor::setPos(m_window.mapToGlobal(QPoint(pictureSize.width() - 2, pictureSize.height() / 2))); // over nothing that would light up
    m_story.chapter(tr("First steps"));
    m_story.tell(tr("The sample is made, and beside it a new state and a new district that hold nothing but their people."));
    whenDone(QtConcurrent::run([this] { return prepare(); }), this, [this](const Result<Stage> &stage) {
        if (stage)
            return begin(*stage);
        m_walk.fail(stage.error().message);
        end();
    });
}

/// On a thread of the pool; reads only what the constructor has set.
Result<Stage> Tour::prepare() const
{
    const QString sampleFolder = m_work + QStringLiteral("/sample");
    Progress progress;
    if (const auto provided = sample::provide(sampleFolder, progress); !provided)
        return tl::unexpected(provided.error());
    StageOptions options;
    options.state = fileAt(m_work + QStringLiteral("/state.certdesk"));
    options.district = fileAt(m_work + QStringLiteral("/district.certdesk"));
    options.rules = {QStringLiteral("CE-01"), QStringLiteral("EX-20"), QStringLiteral("RO-01"), QStringLiteral("RO-02")};
    options.schoolYear = sample::thisYear;
    options.clockDay = QDate::fromJulianDay(sample::asOf()).toString(Qt::ISODate);
    auto stage = buildStage(options);
    if (stage)
        stage->files = sampleFiles(sampleFolder + QStringLiteral("/files/district"));
    return stage;
}

void Tour::begin(const Stage &stage)
{
    picture(tr("First steps"));
    m_path = std::make_unique<CertificationPath>(m_driver, stage, m_story);
    m_path->add();
    addSample();
    addState();
    addDark();
    m_walk.start();
}

void Tour::picture(const QString &name)
{
    m_walk.rest(calm);
    m_walk.act([this, name] { m_story.picture(&m_window, name); });
}

void Tour::addScreen(const QString &page, const QString &name)
{
    m_driver.go({page, {}});
    m_walk.rest(calm);
    m_walk.act([this, name] { m_story.tell(QStringLiteral("%1: %2").arg(name, m_driver.sentence())); });
    picture(name);
}

void Tour::addScreens()
{
    m_walk.act([this] {
        for (const PageEntry &entry : m_window.workArea()->entries()) {
            if (!entry.word.isEmpty()) // the others show one event or one report, and the path has been there
                addScreen(entry.name, entry.word);
        }
    });
}

void Tour::addSample()
{
    m_walk.act([this] {
        m_story.chapter(tr("The sample district, screen by screen"));
        m_window.showStart();
        m_window.openSample();
    });
    m_walk.until(tr("the sample"), [this] { return m_window.face() == MainWindow::Face::Work; });
    addScreens();
    m_driver.trigger("find");
    picture(tr("Find"));
    m_walk.act([this] { m_window.findBox()->close(); });
    m_walk.act([this] { m_window.lock(); });
    picture(tr("Locked"));
}

void Tour::addState()
{
    m_walk.act([this] {
        m_story.chapter(tr("The state of the sample, screen by screen"));
        const auto account = sample::accountWith(m_work + QStringLiteral("/sample"), QStringLiteral("state.db"), QStringLiteral("state-administrator"));
        if (!account)
            return m_walk.fail(account.error().message);
        m_driver.signIn({account->url, account->person, account->role, account->password});
        addScreens();
    });
}

void Tour::addDark()
{
    m_walk.act([this] {
        m_story.chapter(tr("In the dark"));
        m_theme.choose(theme::Choice::Dark);
        m_window.showStart();
        m_window.openSample();
    });
    m_walk.until(tr("the sample"), [this] { return m_window.face() == MainWindow::Face::Work; });
    for (const char *page : {"home", "certificates", "findings", "certification", "settings"})
        addScreen(QString::fromLatin1(page), tr("Dark %1").arg(QLatin1String(page)));
}

void Tour::end()
{
    const QString failure = m_walk.failure();
    if (!failure.isEmpty())
        m_story.tell(tr("The walk ended before its end. %1").arg(failure));
    else
        m_story.tell(tr("%n picture(s) and the story are in %1.", nullptr, m_story.pictures()).arg(QDir::toNativeSeparators(m_folder)));
    const bool isWritten = m_story.finish();
    m_window.showStart();
    Q_EMIT finished(failure.isEmpty() && isWritten ? 0 : failedCode);
}

} // namespace certdesk
