// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>

namespace certdesk {

/// Calls `answer` with the result in the thread of `context`, and not at all when `context` or the work is gone by then.
/// QFuture::then(context, …) of Qt 6.4 must not be used: it fails when the context has gone before the answer.
template <class T, class Answer> void whenDone(const QFuture<T> &future, QObject *context, Answer answer)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, answer = std::move(answer)]() mutable {
        watcher->deleteLater();
        const QFuture<T> done = watcher->future();
        if (done.resultCount() > 0)
            answer(done.result());
    });
    watcher->setFuture(future);
}

} // namespace certdesk
