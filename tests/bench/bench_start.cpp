// SPDX-License-Identifier: GPL-3.0-or-later
// P-11: from the start of the process to the first paint, with a database of a million attempts, against a bare Widgets program.
#include "tests/bench/benchdata.h"
#include "tests/bench/benchtable.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace certdesk;
using namespace certdesk::bench;

namespace {

int runs = 11;

/// A display of its own, if Xvfb is there; else the programs draw into memory.
class Display
{
public:
    Display()
    {
        const QString server = QStandardPaths::findExecutable(QStringLiteral("Xvfb"));
        if (server.isEmpty())
            return;
        m_server.setStandardErrorFile(QProcess::nullDevice());
        m_server.start(server, {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"), QStringLiteral("0"), QStringLiteral("1366x768x24"),
                                QStringLiteral("-nolisten"), QStringLiteral("tcp"), QStringLiteral("-noreset")});
        m_server.waitForReadyRead(10000);
        m_name = QString::fromLatin1(m_server.readLine().trimmed());
    }
    ~Display()
    {
        m_server.kill();
        m_server.waitForFinished();
    }
    bool isThere() const { return !m_name.isEmpty(); }
    QString name() const { return QLatin1Char(':') + m_name; }

private:
    QProcess m_server;
    QString m_name;
};

/// Runs a program that the plug-in ends with its first paint; `until` names the widget that has to be painted, empty: any.
class Starter
{
public:
    Starter(const Display &display, const QString &home) : m_environment(QProcessEnvironment::systemEnvironment())
    {
        m_environment.insert(QStringLiteral("HOME"), home);
        m_environment.insert(QStringLiteral("XDG_CONFIG_HOME"), home);
        m_environment.insert(QStringLiteral("XDG_DATA_HOME"), home);
        m_environment.insert(QStringLiteral("QT_PLUGIN_PATH"), QStringLiteral(CERTDESK_BENCH_PLUGINS));
        m_environment.insert(QStringLiteral("QT_QPA_GENERIC_PLUGINS"), QStringLiteral("firstpaint"));
        m_environment.insert(QStringLiteral("QT_QPA_PLATFORM"), display.isThere() ? QStringLiteral("xcb") : QStringLiteral("offscreen"));
        if (display.isThere())
            m_environment.insert(QStringLiteral("DISPLAY"), display.name());
    }
    double run(const QString &program, const QStringList &arguments, const QString &until = {})
    {
        QProcess process;
        QProcessEnvironment environment = m_environment;
        environment.insert(QStringLiteral("FIRSTPAINT_WIDGET"), until);
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        const double spent = milliseconds([&] {
            process.start(program, arguments);
            if (!process.waitForFinished(60000))
                qFatal("%s has painted nothing", qPrintable(program));
        });
        if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
            qFatal("%s has not started", qPrintable(program));
        return spent;
    }

private:
    QProcessEnvironment m_environment;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (const qsizetype at = arguments.indexOf(QLatin1String("--runs")); at > 0 && at + 1 < arguments.size())
        runs = arguments[at + 1].toInt();
    const QTemporaryDir folder;
    const QString database = folder.filePath(QStringLiteral("attempts.db"));
    writeAttempts(*DatabaseUrl::parse(database));
    const Display display;
    Starter starter(display, folder.path());
    const QString program = QStringLiteral(CERTDESK_PROGRAM);
    const QString bare = QStringLiteral(CERTDESK_BENCH_BARE);
    const auto yardstick = [&] { return starter.run(bare, {}); };
    yardstick();
    starter.run(program, {database});
    addHead();
    addRow(QStringLiteral("P-11 start to first paint, 1,000,000 attempts / bare Widgets"), alternately(runs, [&] { return starter.run(program, {database}); }, yardstick), 2.0);
    addRow(QStringLiteral("P-11 start until the database asks for a sign-in / bare Widgets"),
           alternately(runs, [&] { return starter.run(program, {database}, QStringLiteral("signInPage")); }, yardstick), 2.0);
    for (const char *other : {"sqlitebrowser", "keepassxc"}) {
        if (QStandardPaths::findExecutable(QString::fromLatin1(other)).isEmpty())
            std::printf("P-11 %s is not installed here and was not compared\n", other);
        else
            std::printf("P-11 %s is installed, but built with a Qt that this plug-in does not fit\n", other);
    }
    return 0;
}
