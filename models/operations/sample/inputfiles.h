// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/progress.h"
#include "models/operations/sample/catalogue.h"
#include "models/operations/sample/district.h"
#include "models/operations/sample/truth.h"
#include "models/reports/zipwriter.h"

#include <QDir>
#include <functional>

namespace certdesk::sample {

/// Writes files/: what a person of the district would have on disk to import. Every file's SHA-256 goes to the truth.
class InputFiles
{
public:
    InputFiles(const QDir &folder, const Options &options, Truth &truth, Progress &progress);
    Done write(const District &district, const Catalogue &catalogue);
    /// One more file of a district, e.g. a certificate as PDF.
    Done keep(const District &district, const QString &name, const QByteArray &bytes);

    QString districtFolder() const { return m_district; } ///< "district/"
    using Row = std::function<void(const QStringList &)>;
    struct Shape
    {
        char delimiter = ',';
        QByteArray lineEnd = "\r\n";
        bool hasMark = false;
    };
    /// Files of the district that is being written; `name` is below its folder.
    Done text(const QString &name, const Shape &shape, const QStringList &header, const std::function<void(const Row &)> &rows);
    Done workbook(const QString &name, const QStringList &header, const std::function<void(const Row &)> &rows);
    Done archive(const QString &name, const QVector<ZipMember> &members);

private:
    Done tell(const QString &name);
    Done people(const District &district);
    Done classes(const District &district);
    Done catalogues(const Catalogue &catalogue);
    Done courses(const Catalogue &catalogue, qint64 year);
    Done certificateList(const Catalogue &catalogue, qint64 year);
    Done assignments(const Catalogue &catalogue, qint64 year);
    Done attempts(const District &district, const Catalogue &catalogue);
    QDir m_folder;
    const Options &m_options;
    Truth &m_truth;
    Progress &m_progress;
    QString m_district; ///< "district/" or "district2/"
};

/// A line of delimited text: quotes where the cell needs them.
QByteArray delimitedLine(const QStringList &cells, char delimiter, const QByteArray &lineEnd);

} // namespace certdesk::sample
