// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace certdesk {

/// The whole numbers that an identifier may have been before a program rounded it.
struct LostDigits
{
    quint64 from = 0;
    quint64 to = 0;
    int length = 0; ///< digits, without the zeros that may have stood in front

    bool fits(const QString &identifier) const;
};

struct IdentifierRepair
{
    QString value;
    QString evidence;
    bool lost = false; ///< digits are gone: it cannot be repaired, only found
    std::optional<LostDigits> digits; ///< of a lost one
};

/// What spreadsheets do to identifiers: apostrophes, ="00123", `.0`, separators, 1.23E+11. Nothing for a sound one.
std::optional<IdentifierRepair> identifierDamage(const QString &text);
/// Spreadsheets keep 15 digits: a longer number that ends in zeros from there on. Nothing for any other text.
std::optional<LostDigits> roundedTail(const QString &text);
bool allDigits(const QString &text);

} // namespace certdesk
