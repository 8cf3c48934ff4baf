// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/folderstory.h"

#include <QCoreApplication>
#include <QPixmap>
#include <QRegularExpression>
#include <QSaveFile>
#include <QWidget>

#include <cstdio>

namespace certdesk {

namespace {

QString fileWord(const QString &name)
{
    return name.toLower().replace(QRegularExpression(QStringLiteral("[^\\w]+")), QStringLiteral("-"));
}

} // namespace

void FolderStory::print(const QString &line)
{
    std::fputs(qPrintable(line + QLatin1Char('\n')), stdout);
    std::fflush(stdout);
}

void FolderStory::chapter(const QString &title)
{
    const QString heading = QStringLiteral("%1. %2").arg(++m_chapters).arg(title);
    m_lines << QString() << QStringLiteral("## ") + heading << QString();
    print(QLatin1Char('\n') + heading);
}

void FolderStory::tell(const QString &sentence)
{
    m_lines << QStringLiteral("- ") + sentence;
    print(QStringLiteral("   ") + sentence);
}

void FolderStory::picture(QWidget *window, const QString &name)
{
    const QString file = QStringLiteral("%1-%2.png").arg(++m_pictures, 2, 10, QLatin1Char('0')).arg(fileWord(name));
    m_lines << QString() << QStringLiteral("![%1](%2)").arg(name, file) << QString();
    if (!window->grab().save(m_folder + QLatin1Char('/') + file)) {
        m_isGood = false;
        tell(QCoreApplication::translate("certdesk::Tour", "The picture %1 could not be written.").arg(file));
    }
}

QString FolderStory::document(const QString &name)
{
    m_lines << QStringLiteral("- [%1](%1)").arg(name);
    return m_folder + QLatin1Char('/') + name;
}

bool FolderStory::finish()
{
    QSaveFile file(m_folder + QStringLiteral("/story.md"));
    const QString title = QStringLiteral("# %1\n").arg(QCoreApplication::translate("certdesk::Tour", "CertDesk walks its whole path"));
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write((title + m_lines.join(QLatin1Char('\n')) + QLatin1Char('\n')).toUtf8()) > 0 && file.commit();
    return isWritten && m_isGood;
}

} // namespace certdesk
