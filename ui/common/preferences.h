// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/day.h"
#include "ui/common/theme.h"

#include <QObject>
#include <QSettings>
#include <memory>

namespace certdesk {

class ViewMemory;

/// What holds for everyone at this desk: look, dates, lock, last databases. No passwords, no data (S-007). GUI thread only.
class Preferences : public QObject
{
    Q_OBJECT

public:
    enum class DayFormat { System, Iso, MonthFirst, DayFirst };
    static constexpr int usualIdleMinutes = 15; ///< S-004

    explicit Preferences(QObject *parent = nullptr);
    /// For tests and portable use: everything in one file.
    explicit Preferences(const QString &iniFile, QObject *parent = nullptr);

    theme::Choice theme() const;
    void setTheme(theme::Choice choice);
    DayFormat dayFormat() const;
    void setDayFormat(DayFormat format);
    /// 0: the window is never locked by itself.
    int idleMinutes() const;
    void setIdleMinutes(int minutes);
    /// Empty: that of the system. Takes effect at the next start.
    QString language() const;
    void setLanguage(const QString &code);

    /// Newest first, at most eight, as DatabaseUrl::display() writes them.
    QStringList recentDatabases() const;
    void rememberDatabase(const QString &url);
    QString lastPerson(const QString &url) const;
    void rememberPerson(const QString &url, const QString &name);

    /// What this person arranged, kept in the same place.
    std::unique_ptr<ViewMemory> memoryOf(const QString &person) const;
    QVariant value(const QString &key, const QVariant &otherwise = {}) const { return m_settings.value(key, otherwise); }
    void setValue(const QString &key, const QVariant &value) { m_settings.setValue(key, value); }

    /// A day as this person reads it; what grids, forms and cards show.
    QString dayText(DayNumber day) const;
    static QString dayText(DayNumber day, DayFormat format);
    /// As QDate writes it; empty for the form of the system.
    static QString dayPattern(DayFormat format);

Q_SIGNALS:
    void changed();

private:
    void set(const char *key, const QVariant &value);
    QSettings m_settings;
    QString m_iniFile; ///< empty: the system's place
};

} // namespace certdesk
