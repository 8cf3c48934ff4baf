// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/help.h"

#include <QCoreApplication>

namespace certdesk::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

QString optionUsage(const Option &option)
{
    return QStringLiteral("--") + option.name + (option.type == OptionType::Flag ? QString() : QLatin1Char(' ') + option.value);
}

QString positionalUsage(const Positional &positional)
{
    switch (positional.count) {
    case Positional::Count::One:
        return positional.name;
    case Positional::Count::Optional:
        return QStringLiteral("[%1]").arg(positional.name);
    case Positional::Count::OneOrMore:
        return positional.name + QStringLiteral("…");
    case Positional::Count::Any:
        return QStringLiteral("[%1…]").arg(positional.name);
    }
    return {};
}

QString usage(const Subcommand &subcommand)
{
    QStringList parts{subcommand.words};
    for (const Positional &positional : subcommand.positionals)
        parts.append(positionalUsage(positional));
    for (const Option &option : subcommand.options) {
        const QString text = optionUsage(option);
        parts.append((option.isRequired ? text : QStringLiteral("[%1]").arg(text)) + (option.isRepeatable ? QStringLiteral("…") : QString()));
    }
    return parts.join(QLatin1Char(' '));
}

QString entry(const QString &left, const QString &right)
{
    constexpr int column = 30;
    if (left.size() < column - 2)
        return QStringLiteral("  ") + left.leftJustified(column - 2) + right + QLatin1Char('\n');
    return QStringLiteral("  ") + left + QLatin1Char('\n') + QString(column, QLatin1Char(' ')) + right + QLatin1Char('\n');
}

QString optionList(const QVector<Option> &options)
{
    QString text;
    for (const Option &option : options)
        text += entry(optionUsage(option), option.help);
    return text;
}

const QStringList &exitTexts()
{
    static const QStringList texts{tr("done, nothing needs attention"),
                                   tr("done, and something needs attention"),
                                   tr("the call is wrong"),
                                   tr("refused: a right, a gate, a status or a rule; nothing changed"),
                                   tr("could not be done: file, database, network or disk; nothing changed"),
                                   tr("conflict: the data changed since it was looked at; nothing changed")};
    return texts;
}

/// Text that roff takes as text.
QString roff(QString text)
{
    text.replace(QLatin1Char('\\'), QLatin1String("\\e")).replace(QLatin1Char('-'), QLatin1String("\\-"));
    return text.startsWith(QLatin1Char('.')) || text.startsWith(QLatin1Char('\'')) ? QStringLiteral("\\&") + text : text;
}

QString roffOptions(const QVector<Option> &options)
{
    QString page;
    for (const Option &option : options)
        page += QStringLiteral(".TP\n.B %1\n%2\n").arg(roff(optionUsage(option)), roff(option.help));
    return page;
}

} // namespace

QString overviewHelp(const Registry &registry, const QString &group)
{
    QString text = tr("certdeskctl: everything of CertDesk from the command line") + QStringLiteral("\n\n  certdeskctl [--database URL] [--user NAME] [--json] SUBCOMMAND …\n\n");
    text += tr("Subcommands") + QLatin1Char('\n');
    for (const Subcommand &subcommand : registry.subcommands()) {
        if (group.isEmpty() || subcommand.words == group || subcommand.words.startsWith(group + QLatin1Char(' ')))
            text += entry(subcommand.words, subcommand.summary);
    }
    text += QLatin1Char('\n') + tr("Common options, before or after the subcommand") + QLatin1Char('\n') + optionList(commonOptions());
    text += QLatin1Char('\n') + tr("Exit codes") + QLatin1Char('\n');
    for (int i = 0; i < exitTexts().size(); ++i)
        text += entry(QString::number(i), exitTexts()[i]);
    return text + QLatin1Char('\n') + tr("certdeskctl SUBCOMMAND --help tells more.") + QLatin1Char('\n');
}

QString subcommandHelp(const Subcommand &subcommand)
{
    QString text = QStringLiteral("certdeskctl %1\n\n%2\n").arg(usage(subcommand), subcommand.summary);
    if (!subcommand.details.isEmpty())
        text += QLatin1Char('\n') + subcommand.details + QLatin1Char('\n');
    if (!subcommand.positionals.isEmpty())
        text += QLatin1Char('\n');
    for (const Positional &positional : subcommand.positionals) {
        const QString choices = positional.choices.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(positional.choices);
        text += entry(positional.name, positional.help + choices);
    }
    if (!subcommand.options.isEmpty())
        text += QLatin1Char('\n') + tr("Options") + QLatin1Char('\n') + optionList(subcommand.options);
    return text + QLatin1Char('\n') + tr("Common options") + QLatin1Char('\n') + optionList(commonOptions());
}

QString manualPage(const Registry &registry)
{
    QString page = QStringLiteral(".TH CERTDESKCTL 1 \"\" \"CertDesk %1\" \"User Commands\"\n"
                                  ".SH NAME\ncertdeskctl \\- industry certificates, roster and state certification from the command line\n"
                                  ".SH SYNOPSIS\n.B certdeskctl\n[\\-\\-database URL] [\\-\\-user NAME] [\\-\\-json] SUBCOMMAND ...\n"
                                  ".SH COMMON OPTIONS\n")
                       .arg(QLatin1String(CERTDESK_VERSION));
    page += roffOptions(commonOptions());
    page += QStringLiteral(".SH SUBCOMMANDS\n");
    for (const Subcommand &subcommand : registry.subcommands()) {
        page += QStringLiteral(".SS %1\n%2\n").arg(roff(usage(subcommand)), roff(subcommand.summary));
        if (!subcommand.details.isEmpty())
            page += QStringLiteral(".PP\n%1\n").arg(roff(subcommand.details));
        for (const Positional &positional : subcommand.positionals)
            page += QStringLiteral(".TP\n.I %1\n%2\n").arg(roff(positional.name), roff(positional.help));
        page += roffOptions(subcommand.options);
    }
    page += QStringLiteral(".SH EXIT STATUS\n");
    for (int i = 0; i < exitTexts().size(); ++i)
        page += QStringLiteral(".TP\n.B %1\n%2\n").arg(i).arg(roff(exitTexts()[i]));
    page += QStringLiteral(".TP\n.B 130, 143\n%1\n").arg(roff(tr("stopped by Ctrl-C or SIGTERM; the running change was rolled back")));
    page += QStringLiteral(".SH ENVIRONMENT\n.TP\n.B CERTDESK_DATABASE\n%1\n.TP\n.B CERTDESK_PASSWORD\n%2\n")
                .arg(roff(tr("the database, when --database is not given")), roff(tr("the password, when --password-file is not given")));
    return page;
}

} // namespace certdesk::cli
