// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/progress.h"

#include <QElapsedTimer>

namespace certdesk::cli {

/// Progress on standard error: a bar on a terminal, else a plain line a phase and one every two seconds; silent with --quiet.
class ProgressPrinter : public Progress
{
public:
    enum class Style { Bar, Lines, Silent };
    explicit ProgressPrinter(Style style) : m_style(style) {}
    ~ProgressPrinter() override { clear(); }
    void setStyle(Style style) { m_style = style; }

    void report(const QString &phase, qint64 done, qint64 total) override;
    /// Takes the bar off the terminal, before anything else is written.
    void clear();

private:
    QString text(const QString &phase, qint64 done, qint64 total) const;

    Style m_style;
    QString m_phase;
    QElapsedTimer m_sincePrint;
    QElapsedTimer m_sincePhase;
    bool m_barIsShown = false;
};

} // namespace certdesk::cli
