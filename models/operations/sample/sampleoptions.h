// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/day.h"
#include "models/domain/error.h"

#include <QMap>
#include <QStringList>
#include <QVector>

namespace certdesk::sample {

enum class Size { Small, Full, Stress };

struct Damage
{
    QString name;
    int permille = 1000; ///< of the rows or cells the operator can touch
};

/// What `certdeskctl sample` asks for.
struct Options
{
    QString into;
    Size size = Size::Small;
    quint64 seed = 1;
    QStringList dialects; ///< names of rosterDialects(); empty: all for small, the plain one otherwise
    QVector<Damage> damage;
};

/// How much one district holds (R-620, T-530, T-531).
struct DistrictSize
{
    int students = 0;
    int schools = 0;
    int secondarySchools = 0;
    int attemptsLastYear = 0;
    int attemptsThisYear = 0;
    int programs = 0;
    int cteTeachers = 0;
    int proctors = 0;
    int faultsAClass = 0; ///< planted positives of each rule, and as many near misses
    bool storesFiles = true; ///< evidence PDFs are kept in the database
};

QString sizeName(Size size);
Result<Size> sizeFromName(const QString &name);
/// "lost-zeros" or "lost-zeros=0.02" or "lost-zeros=2%".
Result<Damage> damageFromText(const QString &text);
/// `district` is 1 or 2.
DistrictSize districtSize(Size size, int district);

constexpr qint64 lastYear = 2026;
constexpr qint64 thisYear = 2027;
constexpr qint64 nextYear = 2028;
/// The day the sample takes as today (C-009).
DayNumber asOf();
/// The moment its records carry, milliseconds since 1970 UTC: 08:00 on that day.
qint64 writtenAt();

} // namespace certdesk::sample
