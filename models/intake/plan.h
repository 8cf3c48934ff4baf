// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"
#include "models/domain/rowstatus.h"
#include "models/intake/mapping.h"
#include "models/intake/table.h"
#include "models/intake/values.h"

#include <QSet>
#include <array>

namespace certdesk {

enum class RowPolicy { AddAndUpdate, AddOnly, UpdateOnly };
QString rowPolicyName(RowPolicy policy);
std::optional<RowPolicy> rowPolicyFromName(const QString &name);

/// What a row does with a record that is already there.
enum class MatchPolicy { Override, OverrideWithDefaults, FillMissing, NoChange };
QString matchPolicyName(MatchPolicy policy);
std::optional<MatchPolicy> matchPolicyFromName(const QString &name);

/// Who wins when the file and the present value of a field differ.
enum class FieldPolicy { FileWins, ManualWins, FillOnly };
QString fieldPolicyName(FieldPolicy policy);
std::optional<FieldPolicy> fieldPolicyFromName(const QString &name);

/// What the person (or the command line) has decided before the plan is made.
struct ImportOptions
{
    qint64 schoolYear = 0;      ///< end year; 0: from a column, or none
    QString school;             ///< code; for rows without a school of their own
    RowPolicy policy = RowPolicy::AddAndUpdate;
    MatchPolicy onMatch = MatchPolicy::Override;
    QHash<QString, FieldPolicy> fieldPolicies; ///< by field name, "*" for all others; file wins when absent
    QHash<QString, QString> defaults;          ///< by field name: the value of rows that have none
    bool forbidSharedEmails = false;
    bool isCompleteList = false; ///< groups: who is not in the file is no member any more (R-162)
    QString loginTemplate;       ///< R-124, for new students without login; empty: none
    QSet<QString> accepted;     ///< statuses and codes that Review would ask about: "retain", "C08"
    QSet<int> skipped;          ///< rows, as a person counts them, that the person leaves out
    QSet<QString> overrides;    ///< codes overridden with a reason: "K07"
    QSet<QString> emptyClears;  ///< fields that an empty cell clears; else empty keeps (R-061)
    QHash<QString, QString> gradeMap; ///< the district's own words for grades, small letters → canonical
    DateOrder dateOrder = DateOrder::Unknown;
    DayNumber today = 0;
    QString user;               ///< who enters attempts

    bool accepts(const QString &word) const { return accepted.contains(word); }
    FieldPolicy policyOf(const QString &field) const { return fieldPolicies.value(field, fieldPolicies.value(QStringLiteral("*"), FieldPolicy::FileWins)); }
    /// A decision that was made beforehand: the code, the code from a confidence on ("C08:95"), or an override.
    bool settles(const IntakeFinding &finding) const;
    bool accepts(RowStatus status) const { return accepted.contains(rowStatusName(status)); }
};

/// True when rows of this status stop an all-or-nothing commit (and are left open by good-rows-only).
bool holdsBack(RowStatus status, const ImportOptions &options);

/// A person the importing user may not see; only enough to say where the record is (K02, K03).
struct HiddenStudent
{
    QString studentStateId;
    QString login;
    QString schoolName;
    std::optional<DayNumber> archivedOn;
};

/// The stored records the plan compares with, read by the caller under the user's scope.
struct PresentData
{
    std::array<QVector<Record>, entityKindCount> records;
    QVector<HiddenStudent> hidden;
    QHash<RecordRef, QSet<int>> manual; ///< fields whose present value was typed by hand, where a policy asks for it
    int stateIdDigits = 0;    ///< as the state sets it; 0: learned from the roster
    qint64 nextRowNumber = 0; ///< next free number of an attempt; 0: one more than the largest present one

    QVector<Record> &of(EntityKind kind) { return records[static_cast<size_t>(kind)]; }
    const QVector<Record> &of(EntityKind kind) const { return records[static_cast<size_t>(kind)]; }
};

/// The records a plan for this kind looks at.
QVector<EntityKind> recordsNeeded(const ImportKind &kind);

struct PlanRow
{
    int row = 0; ///< line or sheet row of the file
    RowStatus status = RowStatus::Unchanged;
    int firstChange = 0; ///< into ImportPlan::changes
    int changeCount = 0;
};

/// Everything a batch would do, and nothing else: the dry run is the plan, the commit applies it.
struct ImportPlan
{
    QString kind;
    FileIdentity file;
    Dialect dialect;
    Mapping mapping;
    ImportOptions options;
    QVector<PlanRow> rows;
    IntakeFindings fileFindings; ///< about the file or a column
    IntakeFindings rowFindings;  ///< in the order of the rows
    QVector<RowChange> changes;
    std::array<int, rowStatusCount> counts{};

    int count(RowStatus status) const { return counts[static_cast<size_t>(status)]; }
    int rowCount() const { return static_cast<int>(rows.size()); }
    /// The file cannot be imported at all.
    bool isRefused() const;
    /// A guard (B01, B04, B05, B07) stops the commit until somebody overrides or accepts it; null when none does.
    const IntakeFinding *stop() const;
    /// Number of rows that hold back an all-or-nothing commit.
    int heldBack() const;
};

/// Compares a table with the present records. Pure: same input, same plan; nothing is written. Rows that hold back carry no
/// changes, so that the changes of the plan are exactly those of "good rows only".
Result<ImportPlan> planImport(const Table &table, const Mapping &mapping, const ImportOptions &options, const PresentData &present,
                              Progress *progress = nullptr);

} // namespace certdesk
