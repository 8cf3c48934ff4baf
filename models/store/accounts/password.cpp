// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/accounts/password.h"

#include "models/domain/names.h"

#include <QCoreApplication>
#include <QFile>
#include <QSet>
#include <sodium.h>

namespace certdesk {

namespace {

constexpr int leastLength = 10;

QString tr(const char *text)
{
    return QCoreApplication::translate("Password", text);
}

const QSet<QString> &commonPasswords()
{
    static const QSet<QString> words = [] {
        QSet<QString> set;
        QFile file(QStringLiteral(":/accounts/common-passwords.txt"));
        if (file.open(QIODevice::ReadOnly)) {
            for (const QString &line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts))
                set.insert(line.trimmed());
        }
        return set;
    }();
    return words;
}

} // namespace

QString hashPassword(const QString &password)
{
    const QByteArray utf8 = password.toUtf8();
    QByteArray hash(crypto_pwhash_STRBYTES, '\0');
    const int failed = crypto_pwhash_str(hash.data(), utf8.constData(), static_cast<unsigned long long>(utf8.size()),
                                         crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE);
    return failed ? QString() : QString::fromLatin1(hash.constData());
}

bool passwordMatches(const QString &hash, const QString &password)
{
    const QByteArray utf8 = password.toUtf8();
    return crypto_pwhash_str_verify(hash.toLatin1().constData(), utf8.constData(), static_cast<unsigned long long>(utf8.size())) == 0;
}

bool passwordNeedsRehash(const QString &hash)
{
    return crypto_pwhash_str_needs_rehash(hash.toLatin1().constData(), crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0;
}

Done checkNewPassword(const QString &password, const QStringList &ownNames)
{
    const auto weak = [](const QString &why) {
        return failure(Error::Kind::Invalid, QStringLiteral("C12"), why, tr("Choose a longer or less common one; three unrelated words are good."));
    };
    if (password.size() < leastLength)
        return weak(tr("The password is shorter than %1 characters.").arg(leastLength));
    const QString folded = password.toCaseFolded();
    if (commonPasswords().contains(folded))
        return weak(tr("This password is on the list of common passwords."));
    for (const QString &name : ownNames) {
        const QString plain = foldedLogin(name);
        if (plain.size() >= 3 && folded.contains(plain) && folded.size() - plain.size() < 6)
            return weak(tr("The password is little more than the person's own name."));
    }
    return {};
}

} // namespace certdesk
