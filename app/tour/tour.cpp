// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/tour.h"

#include "ui/common/findbox.h"
#include "ui/common/pageheader.h"
#include "ui/frame/mainwindow.h"
#include "ui/frame/windowactions.h"
#include "ui/frame/workarea.h"

#include <QApplication>
#include <QDir>
#include <QPixmap>
#include <cstdio>

namespace certdesk {

namespace {

constexpr int restMilliseconds = 700; ///< for reads to arrive; nothing is measured by it
constexpr int patienceMilliseconds = 120000;
constexpr QSize pictureSize(1366, 768);
constexpr int failedCode = 5;

} // namespace

Tour::Tour(MainWindow &window, const QString &folder, QObject *parent) : QObject(parent), m_window(window), m_folder(folder)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMilliseconds);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, &Tour::next);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        tell(tr("The sample did not open in time."));
        Q_EMIT finished(failedCode);
    });
}

void Tour::start()
{
    QDir().mkpath(m_folder);
    m_window.resize(pictureSize);
    m_window.show();
    QTimer::singleShot(restMilliseconds, this, [this] {
        picture(tr("First steps"));
        tell(tr("Opening the sample district."));
        m_patience.start();
        connect(&m_window, &MainWindow::faceChanged, this, [this] {
            if (m_window.face() == MainWindow::Face::Work && m_steps.isEmpty())
                begin();
        });
        m_window.openSample();
    });
}

void Tour::begin()
{
    m_patience.stop();
    const auto entries = m_window.workArea()->entries();
    for (const PageEntry &entry : entries) {
        m_steps.append([this, entry] { m_window.goTo({entry.name, {}}); });
        m_steps.append([this, entry] {
            tell(QStringLiteral("%1: %2").arg(m_window.workArea()->header()->title(), m_window.workArea()->header()->sentence()));
            picture(entry.word);
        });
    }
    m_steps.append([this] { m_window.actions()->find->trigger(); });
    m_steps.append([this] { picture(tr("Find")); });
    m_steps.append([this] { m_window.lock(); });
    m_steps.append([this] { picture(tr("Locked")); });
    m_rest.start();
}

void Tour::next()
{
    if (m_step == m_steps.size()) {
        tell(tr("%n picture(s) are in %1.", nullptr, m_pictures).arg(QDir::toNativeSeparators(m_folder)));
        Q_EMIT finished(m_failed ? failedCode : 0);
        return;
    }
    m_steps[m_step++]();
    m_rest.start();
}

void Tour::picture(const QString &name)
{
    const QString file = QStringLiteral("%1/%2-%3.png").arg(m_folder).arg(++m_pictures, 2, 10, QLatin1Char('0')).arg(name.toLower().replace(QLatin1Char(' '), QLatin1Char('-')));
    if (!m_window.grab().save(file)) {
        m_failed = true;
        tell(tr("The picture %1 could not be written.").arg(file));
    }
}

void Tour::tell(const QString &sentence)
{
    std::fputs(qPrintable(sentence + QLatin1Char('\n')), stdout);
    std::fflush(stdout);
}

} // namespace certdesk
