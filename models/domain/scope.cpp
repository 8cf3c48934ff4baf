// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/scope.h"

namespace certdesk {

bool Person::isState() const
{
    for (const QString &role : roles) {
        if (role.startsWith(QLatin1String("state-")))
            return true;
    }
    return false;
}

Person Person::program()
{
    Person person;
    person.name = QStringLiteral("(program)");
    person.displayName = person.name;
    for (int i = 0; i < rightCount; ++i)
        person.rights.insert(i);
    person.scope = Scope::wholeDatabase();
    return person;
}

} // namespace certdesk
