// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/roster/rosteroperation.h"
#include "ui/common/pageaddress.h"

#include <QStringList>

namespace certdesk {

/// Something that a file can do: the imports of each kind, and the roster operations that a file of students feeds.
struct FileOperation
{
    QString name; ///< in addresses: "students", "upgrade"
    QString kind; ///< whose fields the columns feed
    std::optional<RosterRequest::Kind> roster; ///< empty: an import
    QString title;
    QString advice;         ///< when to run it and what it does
    QString needs;          ///< what the file has to have
    QString infiniteCampus; ///< how to get it there
    QString powerSchool;
    QStringList templateFields; ///< empty: all of the kind

    bool isImport() const { return !roster.has_value(); }
    /// Each entry: one of these fields needs a column.
    QVector<QStringList> required() const;
    bool createsAccounts() const { return isImport() && (kind == QLatin1String("students") || kind == QLatin1String("staff")); }
};

const QVector<FileOperation> &fileOperations();
/// Null when there is no such operation.
const FileOperation *fileOperation(const QString &name);
Right fileOperationRight(const FileOperation &operation);
/// Where the records are seen afterwards.
PageAddress fileOperationList(const FileOperation &operation);

} // namespace certdesk
