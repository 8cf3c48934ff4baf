// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>

namespace certdesk {

/// One page of resources/help.
struct HelpTopic
{
    QString name;  ///< file name without ".html"
    QString title; ///< of the <title>
    QString html;
    QString words; ///< the text without marks, for search
};

/// All topics in the order of their names' numbers; language first, English where a page is not translated.
QVector<HelpTopic> helpTopics(const QString &language);
/// Topics whose title or text holds every word; those with all words in the title first.
QVector<HelpTopic> searchHelp(const QVector<HelpTopic> &topics, const QString &text);

} // namespace certdesk
