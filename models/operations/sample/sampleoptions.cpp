// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/sample/sampleoptions.h"

#include "models/operations/sample/damage.h"

#include <QCoreApplication>
#include <QDateTime>

namespace certdesk::sample {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Sample", text);
}

/// "0.02", "2%" or "1" as thousandths; -1 when it is none of these. No floating point: the same on every platform.
int permilleOf(const QString &text)
{
    const bool isPercent = text.endsWith(QLatin1Char('%'));
    const QStringList parts = text.chopped(isPercent ? 1 : 0).split(QLatin1Char('.'));
    if (parts.size() > 2 || parts.first().isEmpty())
        return -1;
    bool wholeIsGood = false;
    bool fractionIsGood = false;
    const int whole = parts.first().toInt(&wholeIsGood);
    const int places = isPercent ? 1 : 3;
    const int fraction = (parts.value(1) + QStringLiteral("000")).left(places).toInt(&fractionIsGood);
    const int permille = whole * (isPercent ? 10 : 1000) + fraction;
    return wholeIsGood && fractionIsGood && permille >= 0 && permille <= 1000 ? permille : -1;
}

} // namespace

QString sizeName(Size size)
{
    switch (size) {
    case Size::Full:
        return QStringLiteral("full");
    case Size::Stress:
        return QStringLiteral("stress");
    case Size::Small:
        break;
    }
    return QStringLiteral("small");
}

Result<Size> sizeFromName(const QString &name)
{
    for (const Size size : {Size::Small, Size::Full, Size::Stress}) {
        if (sizeName(size) == name)
            return size;
    }
    return failure(Error::Kind::Invalid, QStringLiteral("USAGE"), tr("There is no sample size \"%1\".").arg(name), tr("Use small, full or stress."));
}

Result<Damage> damageFromText(const QString &text)
{
    const qsizetype sign = text.indexOf(QLatin1Char('='));
    Damage damage{sign < 0 ? text : text.left(sign), sign < 0 ? defaultRate(text) : permilleOf(text.mid(sign + 1))};
    if (!damageOperators().contains(damage.name))
        return failure(Error::Kind::Invalid, QStringLiteral("USAGE"), tr("There is no damage operator \"%1\".").arg(damage.name),
                       tr("Use one of these: %1.").arg(damageOperators().join(QLatin1String(", "))));
    if (damage.permille < 0)
        return failure(Error::Kind::Invalid, QStringLiteral("USAGE"), tr("The rate of \"%1\" is not between 0 and 1.").arg(damage.name),
                       tr("Write it as 0.02 or 2%."));
    return damage;
}

DistrictSize districtSize(Size size, int district)
{
    // Attempts are split between the two years as T-530 splits those of the full size: 2,500 to 9,500.
    if (size == Size::Small || district == 2) {
        if (size == Size::Full)
            return {20000, 30, 12, 625, 2375, 30, 120, 40, 1, true};
        return district == 1 ? DistrictSize{1000, 4, 2, 188, 712, 8, 12, 4, 2, true} : DistrictSize{300, 2, 1, 21, 79, 4, 4, 2, 1, true};
    }
    if (size == Size::Full)
        return {40000, 48, 18, 2500, 9500, 60, 240, 70, 12, true};
    // A student can sit each of twelve exam families three times a year; more would break the rules on purpose.
    return {100000, 120, 45, 400000, 600000, 60, 600, 170, 12, false};
}

DayNumber asOf()
{
    return dayNumber(2027, 5, 31);
}

qint64 writtenAt()
{
    return QDateTime(QDate::fromJulianDay(asOf()), QTime(8, 0), Qt::UTC).toMSecsSinceEpoch();
}

} // namespace certdesk::sample
