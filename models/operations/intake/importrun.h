// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/intake/importprofile.h"
#include "models/intake/plan.h"
#include "models/store/batch.h"
#include "models/store/session.h"

namespace certdesk {

/// A cell of the file that the person has put right in Review; the file itself stays as it is.
struct CellCorrection
{
    int row = 0;    ///< as a person counts them
    int column = 0; ///< counted from 0
    QString text;
    bool operator==(const CellCorrection &) const = default;
};

/// Everything that decides how a file comes in; the window's wizard fills it page by page, the command line from its options.
struct ImportRequest
{
    QString kind;
    QString file;
    ReadOptions read;
    QVector<QPair<QString, QString>> columns; ///< FIELD=COLUMN as given by the person
    bool onlyColumns = false; ///< these and no others: the person has confirmed the mapping
    QVector<CellCorrection> corrections;
    std::optional<ImportProfile> profile; ///< a saved mapping; what the person says goes first
    /// schoolYear 0: the database's; today and user are filled in.
    ImportOptions options;
};

enum class CommitMode { AllOrNothing, GoodRows };
/// "all-or-nothing", "good-rows"
QString commitModeName(CommitMode mode);
std::optional<CommitMode> commitModeFromName(const QString &name);
CommitMode defaultCommitMode(const ImportKind &kind);

/// A file, read and compared: what would happen. Nothing is written.
struct PreparedImport
{
    Table table;
    ImportPlan plan;
};

/// The right that importing this kind needs.
Right importRight(const QString &kind);

/// The table with corrected cells; the others are as in the file.
Table correctedTable(const Table &table, const QVector<CellCorrection> &corrections);
/// The mapping of a table that was read already; unusable ones say why in their findings.
Mapping mapImport(const Table &table, const ImportRequest &request, qint64 schoolYear);
/// The plan of a table that was read already, for a window that asks again after each decision.
Result<ImportPlan> planReadImport(Session &session, const ImportRequest &request, const Table &table, PresentData *loaded, Progress *progress);

/// Reads the file, maps its columns, loads the records under the person's scope and plans. A file that cannot be used is an
/// Error with the code of its first finding (F01, H03 …).
Result<PreparedImport> prepareImport(Session &session, const ImportRequest &request, Progress *progress = nullptr);

struct ImportDecision
{
    CommitMode mode = CommitMode::AllOrNothing;
    QString reason; ///< needed with overrides
    /// Accounts with their password hashes; they stand behind the changes of the plan and never in one.
    QVector<RowChange> accounts = {};
    /// Rows of this earlier batch are tried again: those that go through settle their issues, the others stay as they are.
    qint64 parent = 0;
    QHash<int, QVector<qint64>> settles = {}; ///< issues by row of the plan
};

struct ImportOutcome
{
    std::optional<qint64> batch; ///< nothing: rows hold back an all-or-nothing import, and nothing was changed
    int leftOpen = 0;            ///< rows kept as issues
};

/// Commits the plan as one batch. With GoodRows the rows that hold back become issues of the batch.
Result<ImportOutcome> commitImport(Session &session, const PreparedImport &prepared, const ImportDecision &decision, Progress *progress = nullptr);

/// The open rows with their findings and cells as CSV or XLSX (by the name), to be corrected and imported again.
Done writeOpenRows(const PreparedImport &prepared, const QString &path);

} // namespace certdesk
