// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/day.h"
#include "models/domain/error.h"
#include "models/domain/record.h"

#include <QJsonObject>

namespace certdesk {

/// An event as one value: what the editor's four tabs hold, what an event file says, and what a published version freezes.
struct EventDocument
{
    struct Group
    {
        QString code;
        bool district = true; ///< runs in step 1
        bool state = true;    ///< in step 2
        bool snapshot = true; ///< in step 3
    };
    struct Link
    {
        QString name;
        QString url;
    };
    struct Participant
    {
        QString district;
        QString school; ///< empty at district level
        bool operator==(const Participant &) const = default;
    };

    QString name;
    qint64 schoolYear = 0;
    QString description;
    QString level;    ///< "district" or "school"
    QString category; ///< by name
    DayNumber start = 0;
    DayNumber opens = 0; ///< 0: the start date (C-134)
    DayNumber end = 0;
    QString snapshotMethod = QStringLiteral("none"); ///< "none", "start", "full"
    qint64 snapshotTime = 0;                         ///< milliseconds since 1970 UTC
    bool noSnapshotStep = true;                      ///< with method none: no step 3 (C-142)
    QVector<Group> groups;
    QVector<Link> links;
    QVector<Participant> participants;
    QJsonObject options; ///< see eventOptionNames()

    bool option(const char *name, bool otherwise) const;
    bool needsSnapshot() const { return snapshotMethod != QLatin1String("none") || !noSnapshotStep; }
    DayNumber openingDay() const { return opens ? opens : start; }

    /// Reads the keys of an event file; an unknown key or a value of another form is an error that names it. Keys that are
    /// absent keep the values of `base`, so that a file can carry only what changes.
    static Result<EventDocument> fromJson(const QJsonObject &json, const EventDocument &base);
    static Result<EventDocument> fromJson(const QJsonObject &json);
    QJsonObject toJson() const;
    /// The draft as stored; the category is set by the store, which knows its id.
    static EventDocument fromRecord(const Record &event, const QString &category);
    void writeTo(Record &event) const;
    /// What differs, in the words of the form: for the notice of a new version (C-352).
    QStringList differencesFrom(const EventDocument &before) const;
};

/// Known keys of `options` (C-137), each with its meaning, for help texts.
QVector<QPair<QString, QString>> eventOptionNames();

} // namespace certdesk
