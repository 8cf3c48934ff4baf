// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/accounts/accountnames.h"

namespace certdesk {

Result<QSet<QString>> accountNames(Session &session)
{
    return session.read<QSet<QString>>([](Connection &connection) {
        auto statement = connection.prepare(QStringLiteral("SELECT name_key FROM account"));
        QSet<QString> names;
        while (statement->step())
            names.insert(statement->text(0));
        return names;
    });
}

} // namespace certdesk
