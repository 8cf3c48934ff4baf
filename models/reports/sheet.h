// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>

namespace certdesk {

/// A column of an exported table. Only number columns hold numbers; all others are written as text, so that spreadsheets
/// leave identifiers alone.
struct SheetColumn
{
    QString name;
    bool isNumber = false;
};

/// A plain decimal number: optional minus, digits, optional point and digits.
bool isPlainNumber(const QString &text);
/// A text that a spreadsheet would take for a formula: it starts with =, +, -, @, TAB, CR or one of their full-width forms.
bool looksLikeFormula(const QString &text);

} // namespace certdesk
