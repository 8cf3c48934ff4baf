// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline/output.h"

#include <QJsonDocument>
#include <cstdio>

namespace certdesk::cli {

namespace {

void write(std::FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}

/// A cell never breaks the line and carries no control characters into a terminal.
QString plain(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar c : text)
        result.append(c.category() == QChar::Other_Control ? QLatin1Char(' ') : c);
    return result;
}

} // namespace

QString alignedText(const TextTable &table)
{
    QVector<qsizetype> widths(table.headings.size(), 0);
    const auto measure = [&widths](const QStringList &cells) {
        for (qsizetype i = 0; i < cells.size() && i < widths.size(); ++i)
            widths[i] = std::max(widths[i], cells[i].size());
    };
    measure(table.headings);
    for (const QStringList &row : table.rows)
        measure(row);
    QString text;
    const auto print = [&](const QStringList &cells) {
        QString line;
        for (qsizetype i = 0; i < widths.size(); ++i) {
            const QString cell = plain(cells.value(i));
            line += table.rightAligned.contains(static_cast<int>(i)) ? cell.rightJustified(widths[i]) : cell.leftJustified(widths[i]);
            line += QLatin1String("  ");
        }
        while (line.endsWith(QLatin1Char(' ')))
            line.chop(1);
        text += line + QLatin1Char('\n');
    };
    print(table.headings);
    QStringList rule;
    for (const qsizetype width : widths)
        rule.append(QString(width, QLatin1Char('-')));
    print(rule);
    for (const QStringList &row : table.rows)
        print(row);
    return text;
}

void Output::document(const QJsonObject &document)
{
    if (m_json)
        write(stdout, QJsonDocument(document).toJson(QJsonDocument::Compact) + '\n');
}

void Output::documentList(const QJsonArray &list)
{
    if (m_json)
        write(stdout, QJsonDocument(list).toJson(QJsonDocument::Compact) + '\n');
}

void Output::line(const QString &text)
{
    if (!m_json)
        write(stdout, text.toUtf8() + '\n');
}

void Output::table(const TextTable &table)
{
    if (!m_json)
        write(stdout, alignedText(table).toUtf8());
}

void Output::raw(const QString &text)
{
    write(stdout, text.toUtf8());
}

void Output::message(const QString &text)
{
    write(stderr, text.toUtf8() + '\n');
}

void Output::error(const Error &error)
{
    document({{QStringLiteral("error"), QJsonObject{{QStringLiteral("kind"), errorKindName(error.kind)},
                                                    {QStringLiteral("code"), error.code},
                                                    {QStringLiteral("message"), error.message},
                                                    {QStringLiteral("next"), error.next}}}});
    if (!m_json)
        message(QStringLiteral("certdeskctl: %1 [%2]").arg(error.message, error.code) + (error.next.isEmpty() ? QString() : QLatin1Char('\n') + error.next));
}

} // namespace certdesk::cli
