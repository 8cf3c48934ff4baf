// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/rowstatus.h"
#include "models/intake/package/container.h"
#include "models/intake/table.h"

#include <QHash>
#include <QMap>
#include <QSet>
#include <functional>

namespace certdesk {

/// One file of a package with the status of each of its rows: its ledger.
struct PackageFile
{
    QString name; ///< as it is in the package
    QString role; ///< "users", "enrollments" …; empty for a file that is recognized and not used
    bool delta = false;
    Table table;
    QHash<QString, int> columns; ///< canonical name → column
    QVector<RowStatus> statuses; ///< one a data row

    int rowCount() const { return static_cast<int>(statuses.size()); }
    bool has(const QString &column) const { return columns.contains(column); }
    /// The cell without outer blanks and invisible characters.
    QString value(int row, const QString &column) const;
};

/// A data row of a package.
struct SourceRow
{
    int file = -1;
    int row = -1;
};

/// What one row says about one school, person, course, class or link, in the words of the import kinds.
struct PackageRecord
{
    QString id; ///< of the source system
    SourceRow source;
    QVector<SourceRow> also;        ///< rows of other files that tell more about it; they share its status
    QMap<QString, QString> values;  ///< by field name
    QStringList schools;            ///< ids of organizations; the first is the home school
    QString group;                  ///< links: id of the class
    QString person;                 ///< links: id of the student or staff member
    bool gone = false;              ///< tobedeleted, or enabledUser false
};

/// A package as lists of records, whatever its format was.
struct PackageSet
{
    QString kind;    ///< "oneroster", "clever"
    QString version; ///< "1.1", "1.2"; empty for Clever
    bool delta = false;
    FileIdentity identity;
    std::vector<PackageFile> files;
    QVector<PackageRecord> schools;
    QVector<PackageRecord> courses;
    QVector<PackageRecord> staff;
    QVector<PackageRecord> students;
    QVector<PackageRecord> classes;
    QVector<PackageRecord> memberships;
    QVector<PackageRecord> teaching;
    IntakeFindings findings; ///< about the package, a file (finding.file) or a row

    bool isUsable() const;
    int rowCount() const;
    PackageFile *file(const QString &role);
    int fileIndex(const QString &role) const;
    /// Adds a finding about a row; an error gives the row this status.
    void report(const SourceRow &at, IntakeFinding finding, const QString &field = {}, const QString &value = {});
    void reportFile(int file, IntakeFinding finding);
    RowStatus &status(const SourceRow &at) { return files[static_cast<size_t>(at.file)].statuses[at.row]; }
    bool isError(const SourceRow &at) { return status(at) == RowStatus::Error; }
};

struct PackageOptions
{
    QString ssidType;       ///< type within userIds that holds the state's identifier; empty: the usual ones
    QSet<int> ssidLengths;  ///< lengths of the identifiers on the roster; empty: learnt from the file
    /// Whether a record of this kind ("school", "student", "staff", "group") and id came in before; a delta may refer to it.
    std::function<bool(const QString &kind, const QString &id)> isKnown;
    ReadOptions read;
};

/// Recognizes the format by the names of the files; "" for neither.
QString packageKindOf(const Container &container);
Result<PackageSet> readOneRoster(const Container &container, const PackageOptions &options, Progress *progress = nullptr);
Result<PackageSet> readClever(const Container &container, const PackageOptions &options, Progress *progress = nullptr);

/// The parts of a cell that holds several, with commas between.
QStringList packageList(const QString &cell);
/// Names compared without case and with few letters wrong; 2: the same, 1: meant, 0: another.
int sameName(const QString &canonical, const QString &given);

} // namespace certdesk
