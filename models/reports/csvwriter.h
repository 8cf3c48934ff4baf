// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"
#include "models/domain/value.h"
#include "models/reports/outputfile.h"
#include "models/reports/sheet.h"

#include <memory>

namespace certdesk {

/// Writes a table as CSV: UTF-8, header in line 1, CR LF, quotes where needed, formulas defused. A file is written
/// beside its place, readable by its owner only, and renamed by finish(); without finish() nothing stays (S-031).
class CsvWriter
{
public:
    enum class Mark { None, ByteOrderMark };

    /// To a file.
    CsvWriter(const QString &path, const QVector<SheetColumn> &columns, Mark mark = Mark::None);
    /// To an open device, e.g. standard output; it must outlive the writer.
    CsvWriter(QIODevice &device, const QVector<SheetColumn> &columns, Mark mark = Mark::None);
    ~CsvWriter();

    void row(const QVector<Value> &cells);
    Done finish();

    /// One cell as it stands in the file.
    static QByteArray cell(const Value &value, bool isNumberColumn);

private:
    void start(Mark mark);
    void write(const QByteArray &bytes);

    QVector<SheetColumn> m_columns;
    std::unique_ptr<OutputFile> m_file;
    QIODevice *m_device;
    bool m_failed = false;
};

} // namespace certdesk
