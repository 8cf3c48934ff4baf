// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QString>
#include <QVector>
#include <algorithm>
#include <cstdio>
#include <functional>

namespace certdesk::bench {

/// Milliseconds that `work` takes, once.
inline double milliseconds(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

inline double median(QVector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? 0.0 : values[values.size() / 2];
}

struct Pair
{
    double ours = 0;
    double yardstick = 0;
};

/// Runs both alternately, so that both meet the same machine, and gives the medians.
inline Pair alternately(int runs, const std::function<double()> &ours, const std::function<double()> &yardstick)
{
    QVector<double> first;
    QVector<double> second;
    for (int i = 0; i < runs; ++i) {
        second.append(yardstick());
        first.append(ours());
    }
    return {median(first), median(second)};
}

/// One row of the table of goals: printed, and added to the JSON file that $CERTDESK_BENCH_JSON names (out/bench.json without it).
/// `goal` is the largest good ratio; with `goal` 0 the row is a plain figure whose limit is `limit` (in its unit; 0: none).
/// The verdict is a word for the reader: a benchmark never fails a build.
inline void addRow(const QString &name, Pair measured, double goal, const QString &unit = QStringLiteral("ms"), double limit = 0)
{
    const double ratio = measured.yardstick > 0 ? measured.ours / measured.yardstick : 0;
    const bool isMeasuredByLimit = goal <= 0;
    const bool reached = isMeasuredByLimit ? limit <= 0 || measured.ours <= limit : ratio <= goal;
    const QString wanted = isMeasuredByLimit ? (limit > 0 ? QStringLiteral("<= %1 %2").arg(limit).arg(unit) : QStringLiteral("-"))
                                             : QStringLiteral("<= %1 x").arg(goal);
    const QString verdict = reached ? QStringLiteral("reached") : QStringLiteral("missed");
    std::printf("%-58s %10.1f %10.1f %-4s %7.2f  %-12s %s\n", qPrintable(name), measured.ours, measured.yardstick, qPrintable(unit), ratio,
                qPrintable(wanted), qPrintable(verdict));
    std::fflush(stdout);

    const QString path = qEnvironmentVariable("CERTDESK_BENCH_JSON", QStringLiteral(CERTDESK_SOURCE_DIR "/out/bench.json"));
    QJsonArray rows;
    if (QFile before(path); before.open(QIODevice::ReadOnly))
        rows = QJsonDocument::fromJson(before.readAll()).array();
    rows.append(QJsonObject{{QStringLiteral("name"), name},
                            {QStringLiteral("ours"), measured.ours},
                            {QStringLiteral("yardstick"), measured.yardstick},
                            {QStringLiteral("unit"), unit},
                            {QStringLiteral("ratio"), ratio},
                            {QStringLiteral("goal"), wanted},
                            {QStringLiteral("verdict"), verdict}});
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(QJsonDocument(rows).toJson());
        file.commit();
    }
}

inline void addHead()
{
    std::printf("%-58s %10s %10s %-4s %7s  %-12s %s\n", "name", "ours", "yardstick", "unit", "ratio", "goal", "verdict");
    std::fflush(stdout);
}

} // namespace certdesk::bench
