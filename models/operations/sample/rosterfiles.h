// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/operations/sample/inputfiles.h"
#include "models/operations/sample/nextyear.h"
#include "models/operations/sample/packages.h"
#include "models/operations/sample/rosterdialects.h"

namespace certdesk::sample {

/// The rosters of two consecutive years in the dialects of the student information systems, the files of a start of a
/// school year, and their damaged copies. Whose row is whose, and what has to come out, goes to the truth.
class RosterFiles
{
public:
    RosterFiles(InputFiles &files, const Options &options, Truth &truth) : m_files(files), m_options(options), m_truth(truth) {}
    Done write(const District &district, const Catalogue &catalogue);
    /// Everything that --dialect takes.
    static QStringList dialects();

private:
    QStringList wantedDialects() const;
    Done roster(const QString &dialect, const District &district, qint64 year);
    Done single(const RosterDialect &dialect, const QString &name, const District &district, const std::function<bool(const Student &)> &isWanted);
    Done package(const Package &package, const QString &folder);
    Done startOfYear(const District &district, const NextYear &next);
    Done damaged(const District &district, const NextYear &next);
    Done damagedPackages(const District &district);
    static QJsonObject countsOfNextYear(const District &district, const NextYear &next);
    void scenarios(const District &district, const NextYear &next);
    QString fileName(const QString &name) const { return QStringLiteral("files/") + m_files.districtFolder() + name; }

    InputFiles &m_files;
    const Options &m_options;
    Truth &m_truth;
};

} // namespace certdesk::sample
