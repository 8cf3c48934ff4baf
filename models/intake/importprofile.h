// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/intake/plan.h"

#include <QJsonObject>

namespace certdesk {

/// What a column looks like as a whole; no value of a person is in it.
struct ColumnFacts
{
    double filled = 0;   ///< shares, 0 to 1
    double emails = 0;
    double numbers = 0;
    double dates = 0;
    double words = 0;
    double distinct = 0; ///< distinct values by filled ones
    double length = 0;   ///< mean, of filled ones

    /// "e-mail addresses", "numbers of 10 characters" …
    QString inWords() const;
    /// True when a column that looked like this no longer does.
    bool driftsTo(const ColumnFacts &now) const;
};
ColumnFacts columnFacts(const Table &table, int column);

struct ProfileColumn
{
    QString header; ///< normalized
    QString field;  ///< empty: not used
    ColumnFacts facts;
};

/// A confirmed mapping with what goes with it, portable as one small text file.
struct ImportProfile
{
    QString name;
    QString kind;
    int version = 1;
    QVector<ProfileColumn> columns;
    QHash<QString, QString> gradeMap;
    QHash<QString, QString> defaults;
    QHash<QString, FieldPolicy> fieldPolicies;
    QSet<QString> emptyClears;
    RowPolicy policy = RowPolicy::AddAndUpdate;
    MatchPolicy onMatch = MatchPolicy::Override;
    DateOrder dateOrder = DateOrder::Unknown;
    QString loginTemplate;

    /// SHA-256 of the ordered normalized headers, and of the set of them.
    QString signature() const;
    QString setSignature() const;
};

enum class ProfileFit { Exact, SameColumns, Other };
/// How the header of a table meets the profile.
ProfileFit profileFit(const ImportProfile &profile, const Table &table);

/// The profile of a plan whose mapping was confirmed.
ImportProfile makeProfile(const QString &name, const Table &table, const ImportPlan &plan);
/// FIELD=#N for the columns of this table that the profile knows.
QVector<QPair<QString, QString>> profileColumns(const ImportProfile &profile, const Table &table);
/// Fills in what the person has not said.
void applyProfile(const ImportProfile &profile, ImportOptions *options);
/// H06 for columns that are gone or hold something else now.
IntakeFindings profileDrift(const ImportProfile &profile, const Table &table);

QJsonObject profileToJson(const ImportProfile &profile);
/// A document that was changed by hand (its hash does not fit), or is none, is Corrupt.
Result<ImportProfile> profileFromJson(const QJsonObject &document);

} // namespace certdesk
