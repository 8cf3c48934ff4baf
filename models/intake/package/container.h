// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"
#include "models/intake/finding.h"
#include "models/intake/rawtable.h"
#include "models/intake/table.h"

#include <QByteArray>
#include <QStringList>
#include <memory>

namespace certdesk {

/// A set of files that belong together: a zip archive, a folder, or single files named one by one. What
/// does not belong to it (`__MACOSX`, `.DS_Store`, hidden files) is not there; one enclosing folder is passed over. Reads on
/// demand; one thread.
class Container
{
public:
    virtual ~Container() = default;

    /// F12: why nothing of it may be read.
    const IntakeFindings &findings() const { return m_findings; }
    bool isUsable() const { return !hasError(m_findings); }
    /// Paths within the container, in the order of their names.
    const QStringList &names() const { return m_names; }
    const FileIdentity &identity() const { return m_identity; }
    /// The bytes of one file. Damage found while unpacking, and a nested archive, are F12.
    virtual Result<QByteArray> read(const QString &name) const = 0;

protected:
    QStringList m_names;
    IntakeFindings m_findings;
    FileIdentity m_identity;
};

/// Opens a zip, a folder, or several files. A path that cannot be read is an Error; what is unsafe stands in the findings.
Result<std::unique_ptr<Container>> openContainer(const QStringList &paths, const IntakeLimits &limits = {});
/// A zip that is in memory already.
std::unique_ptr<Container> openZip(QByteArray bytes, const IntakeLimits &limits = {});

/// The names of `container` that look like tables (CSV, TSV, TXT, XLSX, ODS), or all where none does.
QStringList tableNames(const Container &container);
/// F12 as an error.
Error archiveRefused(const QString &why);
/// Takes a folder away in which all the names lie, if there is one; answers it ("" or "folder/").
QString takeEnclosingFolder(QStringList *names);

} // namespace certdesk
