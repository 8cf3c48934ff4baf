// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/translation.h"

#include <QFile>

namespace certdesk {

bool Translation::loadLanguage(const QString &language)
{
    QFile contexts(QStringLiteral(":/translations/contexts.txt"));
    if (contexts.open(QIODevice::ReadOnly))
        m_contexts = contexts.readAll().split('\n');
    return load(QStringLiteral(":/translations/certdesk_%1.qm").arg(language));
}

QString Translation::translate(const char *context, const char *text, const char *comment, int n) const
{
    QString found = QTranslator::translate(context, text, comment, n);
    for (qsizetype i = 0; found.isEmpty() && i < m_contexts.size(); ++i)
        found = QTranslator::translate(m_contexts[i].constData(), text, comment, n);
    return found;
}

} // namespace certdesk
