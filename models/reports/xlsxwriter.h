// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"
#include "models/domain/value.h"
#include "models/reports/sheet.h"

#include <QTemporaryDir>

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace certdesk {

/// Writes tables as sheets of one workbook. Cells are text except in number columns; the header row is frozen and
/// bold. The workbook is built in a private folder and put in its place by finish(); without finish() nothing stays.
class XlsxWriter
{
public:
    explicit XlsxWriter(const QString &path);
    ~XlsxWriter();
    XlsxWriter(const XlsxWriter &) = delete;
    XlsxWriter &operator=(const XlsxWriter &) = delete;

    /// The creation time inside the workbook, seconds since 1970 UTC; the present one unless set before finish(). With a fixed
    /// one the same tables are the same bytes.
    void setCreated(qint64 seconds);
    /// Starts the next sheet. Names longer than 31 characters, or with characters that sheets may not have, are mended.
    void sheet(const QString &name, const QVector<SheetColumn> &columns);
    /// Past the 1,048,576 rows of a sheet the table goes on in another one with the same header.
    void row(const QVector<Value> &cells);
    Done finish();

private:
    void header();
    QString freeName(const QString &wanted) const;

    QString m_path;
    QTemporaryDir m_folder;
    lxw_workbook *m_book = nullptr;
    lxw_worksheet *m_sheet = nullptr;
    lxw_format *m_bold = nullptr;
    lxw_format *m_text = nullptr;
    QString m_name;
    QStringList m_names;
    QVector<SheetColumn> m_columns;
    quint32 m_row = 0;
    bool m_failed = false;
};

} // namespace certdesk
