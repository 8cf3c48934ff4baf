// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/progress.h"
#include "models/intake/finding.h"
#include "models/intake/rawtable.h"

namespace certdesk {

/// How a text file separates its cells.
struct Delimiting
{
    char delimiter = ',';
    char quote = '"';       ///< 0: none
    bool backslash = false; ///< \" stands for a quote
    bool separatorLine = false; ///< first line is `sep=;`
    bool closeQuotes = false;   ///< a quote that never closes is taken as a letter
    bool certain = true;
    char other = 0; ///< the near tie when not certain (F05)
};

/// Decides by the consistency of the cell counts over the whole text. Stops early, with any answer, once cancelled.
Delimiting detectDelimiting(const QByteArray &utf8, const Progress *progress = nullptr);

struct DelimitedTable
{
    RawTable table;
    bool mixedLineEnds = false;
    bool endsWithLineEnd = true;
    IntakeFindings findings; ///< F05, F06, F10, F15
};

/// RFC 4180 and its variants. Works inside the given buffer: the arena of the table is the text itself, compacted.
Result<DelimitedTable> parseDelimited(QByteArray utf8, const Delimiting &delimiting, const IntakeLimits &limits,
                                      Progress *progress = nullptr);

/// ",", ";", "tab", … as a person reads it.
QString delimiterName(char delimiter);

} // namespace certdesk
