// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/intake/table.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QSpinBox;
class QTableWidget;

namespace certdesk {

class TextLabel;

/// How the file is read, with what it looks like then: encoding, delimiter, line of the header, sheet (R-202 … R-205).
class DialectPanel : public QWidget
{
    Q_OBJECT

public:
    explicit DialectPanel(QWidget *parent = nullptr);
    void showTable(const Table &table, const ReadOptions &options);
    ReadOptions options() const;

Q_SIGNALS:
    /// Something was chosen; the file has to be read again.
    void changed();

private:
    QWidget *buildChoices();
    void showPreview(const Table &table);
    void showFindings(const Table &table);

    QComboBox *m_encoding;
    QComboBox *m_delimiter;
    QComboBox *m_sheet;
    QSpinBox *m_header;
    TextLabel *m_found;
    TextLabel *m_findings;
    QTableWidget *m_preview;
    QTimer m_wait;
    ReadOptions m_options;
    bool m_showing = false;
};

} // namespace certdesk
