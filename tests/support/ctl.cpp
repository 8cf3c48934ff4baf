// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ctl.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>

namespace certdesk::test {

namespace {
constexpr int longestMilliseconds = 120000;
}

QJsonObject CtlAnswer::json() const
{
    return QJsonDocument::fromJson(out).object();
}

QByteArray CtlAnswer::told() const
{
    return "exit " + QByteArray::number(exitCode) + "\n" + out.left(2000) + "\n" + err.left(2000);
}

QProcessEnvironment Ctl::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("CERTDESK_DATABASE"));
    environment.insert(QStringLiteral("CERTDESK_PASSWORD"), m_password);
    return environment;
}

CtlAnswer Ctl::operator()(const QStringList &arguments) const
{
    QStringList all{QStringLiteral("--quiet")};
    if (!m_database.isEmpty())
        all << QStringLiteral("--database") << m_database;
    if (!m_user.isEmpty())
        all << QStringLiteral("--user") << m_user;
    QProcess process;
    process.setProcessEnvironment(environment());
    // What a call writes by a bare name goes away with the test.
    static const QTemporaryDir folder;
    process.setWorkingDirectory(folder.path());
    process.start(QStringLiteral(CERTDESKCTL), all + arguments);
    const bool ended = process.waitForFinished(longestMilliseconds) && process.exitStatus() == QProcess::NormalExit;
    return {ended ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

QString Ctl::contentHash() const
{
    const CtlAnswer answer = json({QStringLiteral("content-hash")});
    return answer.json().value(QLatin1String("hash")).toString();
}

QString writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write a test file");
    return path;
}

} // namespace certdesk::test
