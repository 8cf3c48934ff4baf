// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QString>
#include <functional>
#include <optional>

namespace certdesk {

/// A cell that is drawn as a chip: icon, word and colour (W-022).
struct CellLook
{
    Tone tone = Tone::Neutral;
    QString word;
    QString icon; ///< empty: that of the tone
};

/// From the raw text of a value; nothing: drawn as plain text.
using CellLooks = std::function<std::optional<CellLook>(const QString &)>;

/// The look of the status codes of roster, certificates, imports and findings; nothing for an empty code.
std::optional<CellLook> statusLook(const QString &code);
/// P, F and the other outcomes of attempts.
std::optional<CellLook> outcomeLook(const QString &code);

} // namespace certdesk
