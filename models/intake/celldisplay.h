// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>
#include <string>

namespace certdesk {

/// A number format of a workbook: the identifier of a built-in one, or a code.
struct NumberFormat
{
    int identifier = 0;
    std::string code;
};

/// What a spreadsheet program shows for a number, as far as it matters here: dates as YYYY-MM-DD (with THH:mm:ss when there
/// is a time), whole numbers without decimal point, `00000` with its zeros, other numbers with up to 15 digits.
QByteArray displayNumber(double value, const NumberFormat &format, const QDate &origin);

} // namespace certdesk
