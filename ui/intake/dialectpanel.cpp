// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/dialectpanel.h"

#include "ui/common/form.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"
#include "ui/intake/plaintable.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QSpinBox>
#include <QTableWidget>

namespace certdesk {

namespace {

constexpr int previewRows = 40;
constexpr int previewColumns = 60;
constexpr int typingMilliseconds = 250;
constexpr int formWidth = 280;

QString delimiterName(char delimiter)
{
    switch (delimiter) {
    case ',':
        return DialectPanel::tr("Comma");
    case ';':
        return DialectPanel::tr("Semicolon");
    case '\t':
        return DialectPanel::tr("Tab");
    case '|':
        return DialectPanel::tr("Vertical bar");
    case ':':
        return DialectPanel::tr("Colon");
    default:
        return DialectPanel::tr("Blank");
    }
}

} // namespace

DialectPanel::DialectPanel(QWidget *parent)
    : QWidget(parent), m_encoding(new QComboBox), m_delimiter(new QComboBox), m_sheet(new QComboBox), m_header(new QSpinBox), m_found(mutedLabel({})),
      m_findings(bodyLabel({})), m_preview(plainTable("dialectPreview", tr("The first lines of the file as they are read now")))
{
    m_wait.setSingleShot(true);
    m_wait.setInterval(typingMilliseconds);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, spacing::related);
    row->setSpacing(spacing::group);
    row->addWidget(buildChoices());
    row->addWidget(m_preview, 1);
    const auto wait = [this] {
        if (!m_showing)
            m_wait.start();
    };
    for (QComboBox *box : {m_encoding, m_delimiter, m_sheet})
        connect(box, &QComboBox::currentIndexChanged, this, wait);
    connect(m_header, &QSpinBox::valueChanged, this, wait);
    connect(&m_wait, &QTimer::timeout, this, &DialectPanel::changed);
}

QWidget *DialectPanel::buildChoices()
{
    m_encoding->setObjectName(QStringLiteral("encodingInput"));
    m_encoding->addItem(tr("Found out"), static_cast<int>(TextEncoding::Unknown));
    for (const TextEncoding encoding : {TextEncoding::Utf8, TextEncoding::Utf16Le, TextEncoding::Utf16Be, TextEncoding::Windows1252, TextEncoding::Iso8859_15, TextEncoding::MacRoman})
        m_encoding->addItem(encodingName(encoding), static_cast<int>(encoding));
    m_delimiter->setObjectName(QStringLiteral("delimiterInput"));
    m_delimiter->addItem(tr("Found out"), 0);
    for (const char delimiter : {',', ';', '\t', '|', ':', ' '})
        m_delimiter->addItem(delimiterName(delimiter), static_cast<int>(delimiter));
    m_sheet->setObjectName(QStringLiteral("sheetInput"));
    m_header->setObjectName(QStringLiteral("headerLineInput"));
    m_header->setRange(0, 100000);
    m_header->setSpecialValueText(tr("Found out"));
    auto *form = new FormSection(tr("How the file is read"));
    form->add(tr("Letters (encoding)"), m_encoding)->help(tr("Look at names with accents; change it when they look wrong."));
    form->add(tr("Between the cells"), m_delimiter);
    form->add(tr("Sheet"), m_sheet);
    form->add(tr("Line of the header"), m_header);
    form->addRow(m_found);
    form->addRow(m_findings);
    auto *column = new QWidget(this);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(form);
    layout->addStretch(1);
    column->setFixedWidth(theme::scaled(formWidth, font()));
    return column;
}

ReadOptions DialectPanel::options() const
{
    ReadOptions options = m_options;
    options.encoding = static_cast<TextEncoding>(m_encoding->currentData().toInt());
    options.delimiter = static_cast<char>(m_delimiter->currentData().toInt());
    options.sheet = m_sheet->currentData().toString();
    options.headerRow = m_header->value();
    return options;
}

void DialectPanel::showTable(const Table &table, const ReadOptions &options)
{
    m_showing = true;
    m_options = options;
    const bool isText = table.dialect.sheets.isEmpty();
    m_encoding->setEnabled(isText);
    m_delimiter->setEnabled(isText);
    m_encoding->setCurrentIndex(qMax(0, m_encoding->findData(static_cast<int>(options.encoding))));
    m_delimiter->setCurrentIndex(qMax(0, m_delimiter->findData(static_cast<int>(options.delimiter))));
    m_sheet->clear();
    m_sheet->addItem(isText ? tr("None: this is a text file") : tr("Found out"), QString());
    for (const QString &sheet : table.dialect.sheets)
        m_sheet->addItem(sheet, sheet);
    m_sheet->setCurrentIndex(qMax(0, m_sheet->findData(options.sheet)));
    m_sheet->setEnabled(table.dialect.sheets.size() > 1);
    m_header->setValue(options.headerRow);
    QStringList found;
    if (isText)
        found = {table.dialect.encoding, delimiterName(table.dialect.delimiter.isEmpty() ? ',' : table.dialect.delimiter[0].toLatin1())};
    else if (!table.dialect.sheet.isEmpty())
        found.append(tr("sheet %1").arg(table.dialect.sheet));
    found.append(table.dialect.headerRow > 0 ? tr("header in line %1").arg(table.dialect.headerRow) : tr("no header line"));
    m_found->setText(tr("Read as: %1. %2 data rows.").arg(found.join(QStringLiteral(", ")), locale().toString(table.rowCount())));
    showFindings(table);
    showPreview(table);
    m_showing = false;
}

void DialectPanel::showFindings(const Table &table)
{
    QStringList lines;
    for (const IntakeFinding &finding : table.findings) {
        if (finding.severity != IntakeSeverity::Information)
            lines.append(QStringLiteral("%1  %2. %3").arg(finding.code, finding.message, finding.next));
    }
    m_findings->setText(lines.join(QLatin1Char('\n')));
    m_findings->setVisible(!lines.isEmpty());
}

void DialectPanel::showPreview(const Table &table)
{
    int columns = 0;
    const int rows = qMin(previewRows, table.raw.rowCount());
    for (int row = 0; row < rows; ++row)
        columns = qMax(columns, table.raw.cellCount(row));
    columns = qMin(columns, previewColumns);
    m_preview->setRowCount(rows);
    m_preview->setColumnCount(columns + 1);
    QStringList headings{tr("Line")};
    for (int column = 0; column < columns; ++column)
        headings.append(QString::number(column + 1));
    m_preview->setHorizontalHeaderLabels(headings);
    for (int row = 0; row < rows; ++row) {
        const int line = table.raw.line(row);
        const bool isHeader = line == table.dialect.headerRow;
        QStringList cells{isHeader ? tr("%1 header").arg(line) : QString::number(line)};
        for (int column = 0; column < columns; ++column)
            cells.append(table.raw.text(row, column));
        putRow(m_preview, row, cells);
        QFont bold = m_preview->font();
        bold.setBold(isHeader);
        for (int column = 0; column <= columns; ++column)
            m_preview->item(row, column)->setFont(bold);
    }
    m_preview->resizeColumnsToContents();
}

} // namespace certdesk
