// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"
#include "models/store/databaseurl.h"

#include <QVector>

namespace certdesk {

/// Somebody who works at one database.
struct Player
{
    DatabaseUrl database;
    QString name;
    QString role;
    QString password;
};

/// Where the path of certification is walked: a state and a district that hold nothing but their people, and at the state a
/// group of rules. All else comes by the walk.
struct Stage
{
    DatabaseUrl state;
    DatabaseUrl district;
    Player stateAdministrator;
    Player approver;
    Player districtAdministrator;
    QVector<Player> certifiers;
    QString category = QStringLiteral("CTE");
    QString event = QStringLiteral("Certificates 2026-27");
    QString ruleGroup = QStringLiteral("Certificates");
    struct File
    {
        QString kind;
        QString path;
    };
    QVector<File> files;
};

struct StageOptions
{
    DatabaseUrl state;
    DatabaseUrl district;
    QString districtCode = QStringLiteral("D1");
    QString districtName = QStringLiteral("Harlan School District");
    QStringList rules;
    QString clockDay; ///< the day both take as today; empty: the real one
    qint64 schoolYear = 0;
};

/// Makes both databases and their people. The files are the caller's.
Result<Stage> buildStage(const StageOptions &options);
/// The files of the sample's district that a new district reads one after the other, ending with new attempts.
QVector<Stage::File> sampleFiles(const QString &folder);

} // namespace certdesk
