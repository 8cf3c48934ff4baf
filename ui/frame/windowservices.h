// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/progress.h"
#include "models/statelink/districtlink.h"
#include "models/store/databaseurl.h"
#include "models/store/storethread.h"
#include "ui/common/findbox.h"
#include "ui/common/page.h"

#include <functional>
#include <memory>

namespace certdesk {

class MainWindow;

/// What the window needs of the rest of the program. The composition root fills it; an empty function means that this
/// program cannot do it, and the window does not offer it.
struct WindowServices
{
    struct Sample
    {
        DatabaseUrl url;
        QString person;
        QString password;
    };

    /// All pages; the window leaves out what the person may not see.
    std::function<QVector<PageEntry>(MainWindow &window)> pages;
    /// Makes the sample (or finds it); runs on a thread of the pool.
    std::function<Result<Sample>(Progress &)> sample;
    std::function<std::shared_ptr<Command>(const QString &present, const QString &wanted)> changePassword;
    /// Takes a batch back and answers with a sentence of what was done.
    std::function<QFuture<Result<QString>>(StoreThread &store, qint64 batch)> undo;
    /// How the link to the state stands; runs on the database thread.
    std::function<Result<LinkHealth>(Session &)> link;
    /// Exchanges with the state, or makes the state's due snapshots, on connections of its own; runs on a thread of the pool.
    std::function<Result<bool>(const DatabaseUrl &url, Progress &)> exchange;
    /// Brings the findings up with the data, on connections of its own; runs on a thread of the pool.
    std::function<Result<bool>(const DatabaseUrl &url, Progress &)> check;
    /// Where Find looks for people, events and records.
    std::function<std::unique_ptr<FindProvider>(StoreThread &store)> findRecords;
};

} // namespace certdesk
