// SPDX-License-Identifier: GPL-3.0-or-later
// The one file of the command line that knows the operating system.
#include "app/commandline/interruption.h"

#include "models/domain/progress.h"
#include "models/store/connection.h"

#include <QtGlobal>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <mutex>
#include <thread>
#ifdef Q_OS_WIN
#include <io.h>
#include <cstdio>
#else
#include <unistd.h>
#endif

namespace certdesk::cli {

namespace {

std::atomic_int received{0};
std::mutex connectionLock;
Connection *watched = nullptr;
Progress *cancellable = nullptr;

void cancelRunningWork()
{
    cancellable->cancel();
    const std::lock_guard guard(connectionLock);
    if (watched)
        watched->interrupt();
}

#ifdef Q_OS_WIN
void onSignal(int number)
{
    if (received.exchange(number) != 0)
        std::_Exit(128 + number);
    std::signal(number, onSignal);
    received.notify_all(); // Windows calls handlers on a thread of their own
}

void waitForSignal()
{
    received.wait(0);
}
#else
int wakeUp[2] = {-1, -1};

void onSignal(int number)
{
    if (received.exchange(number) != 0)
        _exit(128 + number);
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(wakeUp[1], &byte, 1);
}

void waitForSignal()
{
    char byte = 0;
    while (::read(wakeUp[0], &byte, 1) < 0 && errno == EINTR) {
    }
}
#endif

} // namespace

void Interruption::install(Progress *progress)
{
    cancellable = progress;
#ifdef Q_OS_WIN
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
#else
    if (::pipe(wakeUp) != 0)
        return;
    struct sigaction action = {};
    action.sa_handler = onSignal;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
#endif
    std::thread([] {
        waitForSignal();
        cancelRunningWork();
    }).detach();
}

void Interruption::watch(Connection *connection)
{
    const std::lock_guard guard(connectionLock);
    watched = connection;
}

int Interruption::exitCode()
{
    const int number = received.load();
    return number == 0 ? 0 : 128 + number;
}

bool standardErrorIsTerminal()
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(stderr)) != 0;
#else
    return ::isatty(STDERR_FILENO) != 0;
#endif
}

} // namespace certdesk::cli
