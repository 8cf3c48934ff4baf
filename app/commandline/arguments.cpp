// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/arguments.h"

#include <QCoreApplication>

namespace certdesk::cli {

std::optional<qint64> Arguments::integer(const char *option) const
{
    if (!has(option))
        return std::nullopt;
    return value(option).toLongLong();
}

std::optional<DayNumber> Arguments::day(const char *option) const
{
    return has(option) ? dayFromIso(value(option)) : std::nullopt;
}

std::optional<qint64> Arguments::schoolYear(const char *option) const
{
    return has(option) ? schoolYearFromName(value(option)) : std::nullopt;
}

tl::unexpected<Error> wrongCall(const QString &message, const QString &next)
{
    return failure(Error::Kind::Invalid, QStringLiteral("USAGE"), message,
                   next.isEmpty() ? QCoreApplication::translate("CommandLine", "See certdeskctl --help.") : next);
}

Result<QPair<QString, QString>> assignment(const QString &text, const QString &where)
{
    const qsizetype at = text.indexOf(QLatin1Char('='));
    if (at <= 0)
        return wrongCall(QCoreApplication::translate("CommandLine", "%1 has to be written as FIELD=VALUE.").arg(where));
    return QPair<QString, QString>(text.left(at), text.mid(at + 1));
}

} // namespace certdesk::cli
