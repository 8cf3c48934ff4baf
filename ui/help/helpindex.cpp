// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/helpindex.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTextDocumentFragment>

namespace certdesk {

QVector<HelpTopic> helpTopics(const QString &language)
{
    static const QRegularExpression titlePattern(QStringLiteral("<title>([^<]*)</title>"));
    const QDir folder(QStringLiteral(":/help"));
    const QDir translated(QStringLiteral(":/help/") + language);
    QVector<HelpTopic> topics;
    const auto names = folder.entryList({QStringLiteral("*.html")}, QDir::Files, QDir::Name);
    for (const QString &fileName : names) {
        QFile file(!language.isEmpty() && translated.exists(fileName) ? translated.filePath(fileName) : folder.filePath(fileName));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        HelpTopic topic;
        topic.name = fileName.chopped(5);
        topic.html = QString::fromUtf8(file.readAll());
        topic.title = titlePattern.match(topic.html).captured(1);
        topic.words = QTextDocumentFragment::fromHtml(topic.html).toPlainText();
        topics.append(topic);
    }
    return topics;
}

QVector<HelpTopic> searchHelp(const QVector<HelpTopic> &topics, const QString &text)
{
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const auto holds = [&words](const QString &where) {
        return std::all_of(words.begin(), words.end(), [&](const QString &word) { return where.contains(word, Qt::CaseInsensitive); });
    };
    QVector<HelpTopic> inTitle;
    QVector<HelpTopic> inText;
    for (const HelpTopic &topic : topics) {
        if (holds(topic.title))
            inTitle.append(topic);
        else if (holds(topic.title + QLatin1Char(' ') + topic.words))
            inText.append(topic);
    }
    return inTitle + inText;
}

} // namespace certdesk
