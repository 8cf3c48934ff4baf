// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/preferences.h"

#include "ui/common/viewmemory.h"

#include <QCryptographicHash>
#include <QLocale>

namespace certdesk {

namespace {

constexpr int keptDatabases = 8;

QString personKey(const QString &url)
{
    return QStringLiteral("lastPerson/")
           + QString::fromLatin1(QCryptographicHash::hash(url.toUtf8(), QCryptographicHash::Sha256).toHex().left(16));
}

} // namespace

Preferences::Preferences(QObject *parent) : QObject(parent) {}

Preferences::Preferences(const QString &iniFile, QObject *parent) : QObject(parent), m_settings(iniFile, QSettings::IniFormat), m_iniFile(iniFile) {}

void Preferences::set(const char *key, const QVariant &value)
{
    m_settings.setValue(QLatin1String(key), value);
    Q_EMIT changed();
}

theme::Choice Preferences::theme() const
{
    const QString word = m_settings.value(QStringLiteral("theme")).toString();
    if (word == QLatin1String("light"))
        return theme::Choice::Light;
    return word == QLatin1String("dark") ? theme::Choice::Dark : theme::Choice::System;
}

void Preferences::setTheme(theme::Choice choice)
{
    set("theme", choice == theme::Choice::Light  ? QStringLiteral("light")
                 : choice == theme::Choice::Dark ? QStringLiteral("dark")
                                                 : QStringLiteral("system"));
}

Preferences::DayFormat Preferences::dayFormat() const
{
    return static_cast<DayFormat>(qBound(0, m_settings.value(QStringLiteral("dayFormat")).toInt(), 3));
}

void Preferences::setDayFormat(DayFormat format)
{
    set("dayFormat", static_cast<int>(format));
}

int Preferences::idleMinutes() const
{
    return qBound(0, m_settings.value(QStringLiteral("idleMinutes"), usualIdleMinutes).toInt(), 480);
}

void Preferences::setIdleMinutes(int minutes)
{
    set("idleMinutes", minutes);
}

QString Preferences::language() const
{
    return m_settings.value(QStringLiteral("language")).toString();
}

void Preferences::setLanguage(const QString &code)
{
    set("language", code);
}

QStringList Preferences::recentDatabases() const
{
    return m_settings.value(QStringLiteral("recentDatabases")).toStringList();
}

void Preferences::rememberDatabase(const QString &url)
{
    QStringList urls = recentDatabases();
    urls.removeAll(url);
    urls.prepend(url);
    set("recentDatabases", QStringList(urls.mid(0, keptDatabases)));
}

QString Preferences::lastPerson(const QString &url) const
{
    return m_settings.value(personKey(url)).toString();
}

void Preferences::rememberPerson(const QString &url, const QString &name)
{
    m_settings.setValue(personKey(url), name);
}

std::unique_ptr<ViewMemory> Preferences::memoryOf(const QString &person) const
{
    return m_iniFile.isEmpty() ? std::make_unique<ViewMemory>(person) : std::make_unique<ViewMemory>(person, m_iniFile);
}

QString Preferences::dayText(DayNumber day) const
{
    return dayText(day, dayFormat());
}

QString Preferences::dayPattern(DayFormat format)
{
    switch (format) {
    case DayFormat::Iso:
        return QStringLiteral("yyyy-MM-dd");
    case DayFormat::MonthFirst:
        return QStringLiteral("MM/dd/yyyy");
    case DayFormat::DayFirst:
        return QStringLiteral("dd.MM.yyyy");
    case DayFormat::System:
        break;
    }
    return {};
}

QString Preferences::dayText(DayNumber day, DayFormat format)
{
    const QDate date = QDate::fromJulianDay(day);
    if (format != DayFormat::System)
        return date.toString(dayPattern(format));
    // The short form of the locale, but never with a year of two digits.
    QString pattern = QLocale().dateFormat(QLocale::ShortFormat);
    if (!pattern.contains(QLatin1String("yyyy")))
        pattern.replace(QLatin1String("yy"), QLatin1String("yyyy"));
    return QLocale().toString(date, pattern);
}

} // namespace certdesk
