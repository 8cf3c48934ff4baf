// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/storethread.h"
#include "ui/common/job.h"

namespace certdesk {

/// Runs `work` on the database thread as a job of the window. `notice` turns the result into what the end of the job says; it
/// runs in the GUI thread and must not touch a page that may be gone: guard what it captures.
template <class T>
Job *startStoreJob(StoreThread &store, const QString &title, const QString &unit, std::function<Result<T>(Session &, Progress &)> work,
                   std::function<Job::Notice(const T &)> notice)
{
    auto *job = new Job(title, unit);
    store.run<T>(
        job, [work = std::move(work), progress = job->progress()](Session &session) { return work(session, *progress); },
        [job, notice = std::move(notice)](const Result<T> &result) {
            if (result)
                job->finish(notice(*result));
            else
                job->finish(tl::unexpected(result.error()));
        });
    return job;
}

} // namespace certdesk
