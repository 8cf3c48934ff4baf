// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/day.h"
#include "models/domain/error.h"

#include <QHash>
#include <QStringList>
#include <QVector>
#include <optional>

namespace certdesk::cli {

/// What the value of an option has to look like; the parser checks it, so a wrong one is exit 2 before anything runs.
enum class OptionType { Flag, Text, Integer, Day, SchoolYear, Choice };

struct Option
{
    QString name; ///< without the dashes
    OptionType type = OptionType::Text;
    QString value; ///< how help calls the value: "CODE"; for Choice "district|state"
    QString help;
    bool isRequired = false;
    bool isRepeatable = false;

    Option required() const
    {
        Option copy = *this;
        copy.isRequired = true;
        return copy;
    }
    Option repeated() const
    {
        Option copy = *this;
        copy.isRepeatable = true;
        return copy;
    }
};

inline Option flag(const char *name, const QString &help) { return {QLatin1String(name), OptionType::Flag, {}, help}; }
inline Option text(const char *name, const char *value, const QString &help) { return {QLatin1String(name), OptionType::Text, QLatin1String(value), help}; }
inline Option integer(const char *name, const char *value, const QString &help) { return {QLatin1String(name), OptionType::Integer, QLatin1String(value), help}; }
inline Option day(const char *name, const QString &help) { return {QLatin1String(name), OptionType::Day, QStringLiteral("DATE"), help}; }
inline Option schoolYear(const char *name, const QString &help) { return {QLatin1String(name), OptionType::SchoolYear, QStringLiteral("YEAR"), help}; }
inline Option choice(const char *name, const char *values, const QString &help) { return {QLatin1String(name), OptionType::Choice, QLatin1String(values), help}; }

struct Positional
{
    enum class Count { One, Optional, OneOrMore, Any };
    QString name; ///< as in help: "FILE"
    QString help;
    Count count = Count::One;
    QString choices = {}; ///< "schools|students"; empty: any text
};

/// The parsed call: options of the subcommand and the common ones by name, and what stands between them.
class Arguments
{
public:
    bool has(const char *option) const { return m_values.contains(QLatin1String(option)); }
    QString value(const char *option) const { return m_values.value(QLatin1String(option)).value(0); }
    QStringList values(const char *option) const { return m_values.value(QLatin1String(option)); }
    std::optional<qint64> integer(const char *option) const;
    std::optional<DayNumber> day(const char *option) const;
    /// End year of a school year option.
    std::optional<qint64> schoolYear(const char *option) const;

    const QStringList &positionals() const { return m_positionals; }
    QString positional(int index) const { return m_positionals.value(index); }

    void add(const QString &option, const QString &value) { m_values[option].append(value); }
    void addPositional(const QString &value) { m_positionals.append(value); }

private:
    QHash<QString, QStringList> m_values;
    QStringList m_positionals;
};

/// The call is wrong: exit 2.
tl::unexpected<Error> wrongCall(const QString &message, const QString &next = {});

/// Splits "FIELD=VALUE"; a text without '=' or without a field is a wrong call.
Result<QPair<QString, QString>> assignment(const QString &text, const QString &where);

} // namespace certdesk::cli
