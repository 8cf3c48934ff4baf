// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/journal.h"
#include "models/store/session.h"

namespace certdesk {

struct JournalQuery
{
    std::optional<EntityKind> entity;
    /// Names the record: its state ID, login, code or other one-field natural key, or its id. Empty: all records.
    QString key;
    qint64 limit = -1; ///< newest so many; negative: all
};

struct JournalPage
{
    qint64 total = 0;
    QVector<JournalEntry> entries; ///< oldest first
};

/// Who changed what, when, before and after (S-040), within the scope. Needs the right `view-journal`; people without the
/// right to see students get no entries about them (T-048).
Result<JournalPage> readJournal(Session &session, const JournalQuery &query);

} // namespace certdesk
