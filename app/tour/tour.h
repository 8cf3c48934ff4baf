// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tour/certificationpath.h"
#include "app/tour/folderstory.h"

#include <QTemporaryDir>
#include <memory>

namespace certdesk {

class ThemeKeeper;

/// Walks the window by itself (W-082): first the whole path of certification on a state and a district of its own, then every
/// screen of the sample, district and state, and some of them in the dark. Leaves a picture of each screen, the documents of
/// the path and the story, which it also prints. What it works on lies in a temporary folder.
class Tour : public QObject
{
    Q_OBJECT

public:
    /// The window's sample has to be the one in `work`/sample.
    Tour(MainWindow &window, ThemeKeeper &theme, const QString &folder, const QString &work);
    void start();

Q_SIGNALS:
    /// Exit code: 0, or 5 when the walk did not reach its end or a picture could not be written.
    void finished(int code);

private:
    Result<Stage> prepare() const;
    void begin(const Stage &stage);
    void addSample();
    void addScreens();
    void addState();
    void addDark();
    void addScreen(const QString &page, const QString &name);
    void picture(const QString &name);
    void end();

    MainWindow &m_window;
    ThemeKeeper &m_theme;
    QString m_folder;
    QString m_work;
    Walk m_walk;
    Driver m_driver;
    FolderStory m_story;
    std::unique_ptr<CertificationPath> m_path;
};

} // namespace certdesk
