// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/intake/celldisplay.h"
#include "models/intake/finding.h"
#include "models/intake/rawtable.h"

#include <QHash>
#include <QStringList>
#include <memory>
#include <vector>

class QXmlStreamReader;

namespace certdesk {

/// Reads the cells of an XLSX workbook: liborcus unpacks it, the few parts with cells are read here, because its
/// own sheet reader (0.17) knows neither inline strings nor error cells and puts the first shared string into cells without
/// one.
class XlsxReader
{
public:
    XlsxReader(const QByteArray &bytes, const IntakeLimits &limits);
    ~XlsxReader();

    /// False for a damaged workbook.
    bool open();
    QStringList sheetNames() const;
    bool hasCells(int sheet) const;
    RawTable readSheet(int sheet, IntakeFindings *findings) const;

private:
    class Archive;
    class SheetParser;
    struct Sheet
    {
        QString name;
        QString part;
    };
    QByteArray part(const QString &name) const;
    bool readWorkbookPart();
    bool readStrings();
    void readStyles();

    std::unique_ptr<Archive> m_archive;
    IntakeLimits m_limits;
    QVector<Sheet> m_sheets;
    QString m_stringsPart;
    QString m_stylesPart;
    std::vector<QByteArray> m_strings;
    std::vector<NumberFormat> m_formats;
    QDate m_origin{1899, 12, 30};
};

} // namespace certdesk
