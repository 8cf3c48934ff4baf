// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace certdesk {

class Connection;
class Progress;

/// Online copies of SQLite databases, page by page, while others read and write. Throw StoreFailure.

/// The database of `source`, as its transaction sees it, into a new file of one piece (rollback journal, owner only). The file
/// is removed again when the copy fails.
void copyToFile(Connection &source, const QString &path, Progress *progress);
/// The content of the file over that of `target`, as one transaction: a crash leaves the one or the other.
void copyFromFile(const QString &path, Connection &target, Progress *progress);
/// Empty when pages, indexes and references are whole; else the first lines of what is wrong.
QString integrityProblems(Connection &connection, bool quick);

} // namespace certdesk
