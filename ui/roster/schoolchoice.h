// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"

#include <QStringList>
#include <functional>

class QComboBox;
class QObject;

namespace certdesk {

class StoreThread;

/// Fills a combo box with the schools that the person may see; their codes are the data. `all` is the words of the entry without
/// a code, where there are several; empty: none. `filled` hears whether another school is chosen now than before, so that a plan
/// that was asked for meanwhile stays good when none is.
void fillSchools(StoreThread &store, QObject *receiver, QComboBox *input, const QString &chosen, const QString &all, std::function<void(bool isOther)> filled,
                 std::function<void(const Error &)> failed);

/// "a, b;c" as words.
QStringList wordsOf(const QString &text);

} // namespace certdesk
