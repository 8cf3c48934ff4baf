// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/passwordmaker.h"

#include "models/domain/progress.h"
#include "models/domain/roster/gradeladder.h"
#include "models/store/accounts/password.h"

#include <QCoreApplication>
#include <QHash>
#include <atomic>
#include <sodium.h>
#include <thread>
#include <vector>

namespace certdesk {

QString generatePassword()
{
    static const char letters[] = "abcdefghjkmnpqrstuvwxyz23456789";
    constexpr int groups = 4;
    constexpr int lettersAGroup = 4;
    QString password;
    for (int i = 0; i < groups * lettersAGroup; ++i) {
        if (i > 0 && i % lettersAGroup == 0)
            password.append(QLatin1Char('-'));
        password.append(QLatin1Char(letters[randombytes_uniform(sizeof(letters) - 1)]));
    }
    return password;
}

int passphraseLength(const QString &grade)
{
    const auto step = gradeStep(grade);
    return step && *step < *gradeStep(QStringLiteral("04")) ? 2 : 3;
}

Result<QStringList> hashPasswords(const QStringList &passwords, Progress *progress)
{
    QHash<QString, int> places;
    QStringList different;
    for (const QString &password : passwords) {
        if (!places.contains(password)) {
            places.insert(password, static_cast<int>(different.size()));
            different.append(password);
        }
    }
    std::vector<QString> hashes(static_cast<std::size_t>(different.size()));
    std::atomic_size_t next{0};
    std::atomic_size_t done{0};
    // Each takes the next one; the caller works too, and is the one that reports.
    const auto work = [&](bool reports) {
        for (std::size_t i = next++; i < hashes.size() && !(progress && progress->isCancelled()); i = next++) {
            hashes[i] = hashPassword(different[static_cast<qsizetype>(i)]);
            ++done;
            if (reports && progress)
                progress->report(QCoreApplication::translate("Passwords", "Hashing passwords"), static_cast<qint64>(done.load()), different.size());
        }
    };
    std::vector<std::thread> helpers;
    const unsigned processors = std::max(1U, std::thread::hardware_concurrency());
    for (unsigned i = 1; i < processors && i < hashes.size(); ++i)
        helpers.emplace_back(work, false);
    work(true);
    for (std::thread &helper : helpers)
        helper.join();
    if (progress && progress->isCancelled())
        return Progress::cancelledError();
    for (const QString &hash : hashes) {
        if (hash.isEmpty())
            return failure(Error::Kind::Unavailable, QStringLiteral("MEMORY"), QCoreApplication::translate("Passwords", "There is not enough memory to hash passwords. Nothing was changed."),
                           QCoreApplication::translate("Passwords", "Close other programs and try again."));
    }
    QStringList result;
    for (const QString &password : passwords)
        result.append(hashes[static_cast<std::size_t>(places.value(password))]);
    return result;
}

} // namespace certdesk
