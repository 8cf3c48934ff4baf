// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/progressprinter.h"

#include <QCoreApplication>
#include <cstdio>

namespace certdesk::cli {

namespace {

constexpr int barWidth = 30;
constexpr qint64 barMilliseconds = 100;
constexpr qint64 lineMilliseconds = 2000;

void print(const QString &text)
{
    std::fputs(text.toUtf8().constData(), stderr);
    std::fflush(stderr);
}

} // namespace

QString ProgressPrinter::text(const QString &phase, qint64 done, qint64 total) const
{
    if (total <= 0)
        return done > 0 ? QStringLiteral("%1: %2").arg(phase).arg(done) : phase;
    QString text = QStringLiteral("%1: %2 of %3").arg(phase).arg(done).arg(total);
    const qint64 spent = m_sincePhase.elapsed();
    // A guess of the remaining time is worth something only after a while.
    if (spent > 3000 && done > 0 && done < total)
        text += QCoreApplication::translate("CommandLine", ", about %1 s left").arg((total - done) * spent / done / 1000 + 1);
    return text;
}

void ProgressPrinter::report(const QString &phase, qint64 done, qint64 total)
{
    if (m_style == Style::Silent)
        return;
    const bool isNewPhase = phase != m_phase;
    if (isNewPhase) {
        m_phase = phase;
        m_sincePhase.start();
    } else if (m_sincePrint.elapsed() < (m_style == Style::Bar ? barMilliseconds : lineMilliseconds)) {
        return;
    }
    m_sincePrint.start();
    if (m_style == Style::Lines)
        return print(text(phase, done, total) + QLatin1Char('\n'));
    QString bar;
    if (total > 0) {
        const int filled = static_cast<int>(std::min(done, total) * barWidth / total);
        bar = QLatin1Char('[') + QString(filled, QLatin1Char('#')) + QString(barWidth - filled, QLatin1Char('.')) + QLatin1String("] ");
    }
    print(QLatin1String("\r\033[K") + bar + text(phase, done, total));
    m_barIsShown = true;
}

void ProgressPrinter::clear()
{
    if (m_barIsShown)
        print(QStringLiteral("\r\033[K"));
    m_barIsShown = false;
}

} // namespace certdesk::cli
