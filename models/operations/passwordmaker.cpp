// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/passwordmaker.h"

#include <sodium.h>

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

} // namespace certdesk
