// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/subcommand.h"

#include <QCoreApplication>

namespace certdesk::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

const Option *findOption(const QVector<Option> &options, const QString &name)
{
    for (const Option &option : options) {
        if (option.name == name)
            return &option;
    }
    return nullptr;
}

Done checkValue(const Option &option, const QString &value)
{
    const auto wrong = [&](const QString &wanted) { return wrongCall(tr("--%1 needs %2.").arg(option.name, wanted)); };
    bool good = true;
    switch (option.type) {
    case OptionType::Flag:
    case OptionType::Text:
        return {};
    case OptionType::Integer:
        good = value.toLongLong(&good) >= 0 && good;
        return good ? Done() : wrong(tr("a whole number"));
    case OptionType::Day:
        return dayFromIso(value) ? Done() : wrong(tr("a date written YYYY-MM-DD"));
    case OptionType::SchoolYear:
        return schoolYearFromName(value) ? Done() : wrong(tr("a school year written like 2025-26"));
    case OptionType::Choice:
        return option.value.split(QLatin1Char('|')).contains(value) ? Done() : wrong(tr("one of %1").arg(option.value));
    }
    return {};
}

/// Reads the words and options from left to right. Until the subcommand is known only common options may stand.
class Parser
{
public:
    Parser(const Registry &registry, const QStringList &arguments) : m_registry(registry), m_rest(arguments) {}

    Result<ParsedCall> run()
    {
        while (!m_rest.isEmpty()) {
            const QString argument = m_rest.takeFirst();
            Done done;
            if (!m_onlyPositionals && argument == QLatin1String("--"))
                m_onlyPositionals = true;
            else if (!m_onlyPositionals && argument.startsWith(QLatin1String("--")))
                done = readOption(argument.mid(2));
            else if (!m_onlyPositionals && argument == QLatin1String("-h"))
                m_call.help = true;
            else if (!m_onlyPositionals && argument.size() > 1 && argument.startsWith(QLatin1Char('-')) && !argument.at(1).isDigit())
                done = wrongCall(tr("Unknown option %1.").arg(argument));
            else
                readWord(argument);
            if (!done)
                return tl::unexpected(done.error());
        }
        m_call.subcommand = m_registry.find(m_words);
        if (m_call.help) {
            m_call.group = m_call.subcommand ? QString() : m_words;
            return m_call;
        }
        if (const Done complete = checkComplete(); !complete)
            return tl::unexpected(complete.error());
        return m_call;
    }

private:
    bool wordsAreOpen(const QString &next) const
    {
        return m_call.arguments.positionals().isEmpty() && !m_onlyPositionals
               && m_registry.isGroup(m_words.isEmpty() ? next : m_words + QLatin1Char(' ') + next);
    }

    void readWord(const QString &word)
    {
        if (wordsAreOpen(word))
            m_words += (m_words.isEmpty() ? QString() : QStringLiteral(" ")) + word;
        else
            m_call.arguments.addPositional(word);
    }

    Done readOption(const QString &text)
    {
        const qsizetype equals = text.indexOf(QLatin1Char('='));
        const QString name = equals < 0 ? text : text.left(equals);
        if (name == QLatin1String("help")) {
            m_call.help = true;
            return {};
        }
        const Subcommand *subcommand = m_registry.find(m_words);
        const Option *option = subcommand ? findOption(subcommand->options, name) : nullptr;
        if (!option)
            option = findOption(commonOptions(), name);
        if (!option)
            return wrongCall(tr("Unknown option --%1.").arg(name));
        if (option->type == OptionType::Flag) {
            if (equals >= 0)
                return wrongCall(tr("--%1 takes no value.").arg(name));
            m_call.arguments.add(name, QString());
            return {};
        }
        // A value that begins with dashes is written --option=VALUE.
        if (equals < 0 && (m_rest.isEmpty() || m_rest.first().startsWith(QLatin1String("--"))))
            return wrongCall(tr("--%1 needs a value.").arg(name));
        const QString value = equals < 0 ? m_rest.takeFirst() : text.mid(equals + 1);
        if (!option->isRepeatable && m_call.arguments.has(name.toLatin1().constData()))
            return wrongCall(tr("--%1 is given twice.").arg(name));
        m_call.arguments.add(name, value);
        return checkValue(*option, value);
    }

    Done checkComplete() const
    {
        if (m_words.isEmpty())
            return m_call.arguments.positionals().isEmpty() ? wrongCall(tr("A subcommand is missing."))
                                                            : wrongCall(tr("Unknown subcommand \"%1\".").arg(m_call.arguments.positional(0)));
        if (!m_call.subcommand)
            return wrongCall(tr("\"%1\" needs one more word.").arg(m_words), tr("See certdeskctl %1 --help.").arg(m_words));
        const QString next = tr("See certdeskctl %1 --help.").arg(m_words);
        for (const Option &option : m_call.subcommand->options) {
            if (option.isRequired && !m_call.arguments.has(option.name.toLatin1().constData()))
                return wrongCall(tr("--%1 is missing.").arg(option.name), next);
        }
        return checkPositionals(next);
    }

    Done checkPositionals(const QString &next) const
    {
        qsizetype least = 0;
        qsizetype most = 0;
        const auto &wanted = m_call.subcommand->positionals;
        const QStringList &given = m_call.arguments.positionals();
        for (qsizetype i = 0; i < wanted.size(); ++i) {
            using Count = Positional::Count;
            const bool isMany = wanted[i].count == Count::OneOrMore || wanted[i].count == Count::Any;
            least += wanted[i].count == Count::One || wanted[i].count == Count::OneOrMore ? 1 : 0;
            most = isMany ? given.size() : most + 1;
            if (given.size() < least)
                return wrongCall(tr("%1 is missing.").arg(wanted[i].name), next);
            if (!wanted[i].choices.isEmpty() && i < given.size() && !wanted[i].choices.split(QLatin1Char('|')).contains(given[i]))
                return wrongCall(tr("%1 has to be one of %2.").arg(wanted[i].name, wanted[i].choices), next);
        }
        if (given.size() > most)
            return wrongCall(tr("\"%1\" is one word too many.").arg(given[most]), next);
        return {};
    }

    const Registry &m_registry;
    QStringList m_rest;
    QString m_words;
    bool m_onlyPositionals = false;
    ParsedCall m_call;
};

} // namespace

const Subcommand *Registry::find(const QString &words) const
{
    for (const Subcommand &subcommand : m_subcommands) {
        if (subcommand.words == words)
            return &subcommand;
    }
    return nullptr;
}

bool Registry::isGroup(const QString &words) const
{
    for (const Subcommand &subcommand : m_subcommands) {
        if (subcommand.words == words || subcommand.words.startsWith(words + QLatin1Char(' ')))
            return true;
    }
    return false;
}

const QVector<Option> &commonOptions()
{
    static const QVector<Option> options{
        text("database", "URL", tr("a file, sqlite:PATH or postgresql://user@host:port/name; else $CERTDESK_DATABASE")),
        text("user", "NAME", tr("who signs in")),
        text("password-file", "FILE", tr("file with the password in its first line; else $CERTDESK_PASSWORD")),
        flag("json", tr("print one JSON document")),
        day("as-of", tr("the day that lists, checks and plans take as today")),
        flag("quiet", tr("no progress")),
    };
    return options;
}

Result<ParsedCall> parse(const Registry &registry, const QStringList &arguments)
{
    return Parser(registry, arguments).run();
}

} // namespace certdesk::cli
