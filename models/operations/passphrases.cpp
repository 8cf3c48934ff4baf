// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/passphrases.h"

#include <QFile>
#include <sodium.h>

namespace certdesk {

const QStringList &passphraseWords()
{
    static const QStringList words = [] {
        QFile file(QStringLiteral(":/accounts/passphrase-words.txt"));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts) : QStringList();
    }();
    return words;
}

QString generatePassphrase(int words)
{
    static const char digits[] = "23456789";
    const QStringList &all = passphraseWords();
    QString phrase;
    for (int i = 0; i < words; ++i)
        phrase += all[randombytes_uniform(static_cast<quint32>(all.size()))] + QLatin1Char('-');
    for (int i = 0; i < 2; ++i)
        phrase += QLatin1Char(digits[randombytes_uniform(sizeof(digits) - 1)]);
    return phrase;
}

} // namespace certdesk
