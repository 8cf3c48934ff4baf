// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop.h"

#include "app/tour/tour.h"
#include "models/store/storethread.h"
#include "ui/common/preferences.h"
#include "ui/common/theme.h"
#include "ui/frame/mainwindow.h"
#include "ui/standard.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QLibraryInfo>
#include <QLocale>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cstdio>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("certdesk::Desktop", text);
}

} // namespace

Desktop::Desktop(QApplication &application) : m_application(application)
{
    QApplication::setApplicationName(QStringLiteral("CertDesk"));
    QApplication::setOrganizationName(QStringLiteral("CertDesk"));
    QApplication::setApplicationVersion(QStringLiteral(CERTDESK_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("certdesk"));
}

void Desktop::loadLanguage(const Preferences &preferences)
{
    const QLocale locale = preferences.language().isEmpty() ? QLocale() : QLocale(preferences.language());
    if (!preferences.language().isEmpty())
        QLocale::setDefault(locale);
    // English has a file of its own for its plurals; it stands below every other language.
    const QString language = locale.name().left(2);
    if (m_plurals.loadLanguage(QStringLiteral("en")))
        QApplication::installTranslator(&m_plurals);
    if (language != QLatin1String("en") && m_own.loadLanguage(language))
        QApplication::installTranslator(&m_own);
    if (m_qt.load(locale, QStringLiteral("qtbase"), QStringLiteral("_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QApplication::installTranslator(&m_qt);
}

int Desktop::run()
{
    Preferences preferences;
    loadLanguage(preferences);
    QCommandLineParser parser;
    parser.setApplicationDescription(tr("Industry certificates, roster and state certification for school districts."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({QStringLiteral("sample"), tr("Open the sample district.")});
    parser.addOption({QStringLiteral("tour"), tr("Walk through the sample and leave pictures in this folder."), tr("folder")});
    parser.addPositionalArgument(QStringLiteral("database"), tr("A file or postgresql://user@host/name."), QStringLiteral("[database]"));
    parser.process(m_application);
    if (parser.isSet(QStringLiteral("tour")))
        return runTour(parser.value(QStringLiteral("tour")));
    ThemeKeeper theme(m_application);
    StoreThread store;
    const QString drafts = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/drafts");
    MainWindow window(store, preferences, theme, standardServices(), drafts);
    return showWindow(window, parser.positionalArguments().value(0), parser.isSet(QStringLiteral("sample")));
}

int Desktop::runTour(const QString &folder)
{
    // Nothing of the person's own is read or changed: preferences, drafts and databases lie in a folder that goes away.
    const QTemporaryDir work;
    Preferences preferences(work.filePath(QStringLiteral("preferences.ini")));
    ThemeKeeper theme(m_application);
    StoreThread store;
    MainWindow window(store, preferences, theme, standardServices(work.filePath(QStringLiteral("sample"))), work.filePath(QStringLiteral("drafts")));
    Tour tour(window, theme, folder, work.path());
    QObject::connect(&tour, &Tour::finished, &m_application, [](int code) { QApplication::exit(code); });
    tour.start();
    return QApplication::exec();
}

int Desktop::showWindow(MainWindow &window, const QString &database, bool sample)
{
    if (sample) {
        window.openSample();
    } else if (!database.isEmpty()) {
        const auto url = DatabaseUrl::parse(database);
        if (!url) {
            std::fputs(qPrintable(url.error().message + QLatin1Char('\n')), stderr);
            return 2;
        }
        window.openDatabase(*url);
    }
    window.show();
    return QApplication::exec();
}

} // namespace certdesk
