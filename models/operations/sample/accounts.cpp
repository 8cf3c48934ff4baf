// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/sample/accounts.h"

#include "models/store/accounts/password.h"

#include <QtConcurrentMap>

namespace certdesk::sample {

namespace {

struct Sign
{
    const char *user;
    const char *role;
    const char *name;
};

const Sign stateSigns[] = {{"stella.state", "state-administrator", "Stella State"},
                           {"axel.approver", "state-approver", "Axel Approver"},
                           {"rosa.reviewer", "state-reviewer", "Rosa Reviewer"}};
const Sign firstSigns[] = {{"dana.admin", "district-administrator", "Dana Admin"}, {"peter.principal", "administrator", "Peter Principal"},
                           {"dora.director", "cte-director", "Dora Director"},     {"sam.specialist", "cte-specialist", "Sam Specialist"},
                           {"lena.lead", "school-lead", "Lena Lead"},              {"clara.clerk", "data-entry-clerk", "Clara Clerk"},
                           {"ada.advisor", "career-advisor", "Ada Advisor"},       {"carl.certifier", "certifier", "Carl Certifier"},
                           {"rita.reviewer", "reviewer", "Rita Reviewer"}};
const Sign secondSigns[] = {{"omar.admin", "district-administrator", "Omar Admin"},
                            {"lena.lead", "school-lead", "Lena Lead"},
                            {"cora.certifier", "certifier", "Cora Certifier"}};

QVector<QString> passwordWords()
{
    return QString::fromLatin1("amber;anchor;basket;beacon;candle;canyon;cedar;cobalt;comet;copper;coral;cricket;dolphin;ember;falcon;feather;ferry;"
                               "fossil;garnet;ginger;glacier;harbor;hazel;heron;indigo;island;jasper;kettle;lantern;lemon;maple;marble;meadow;"
                               "nutmeg;oasis;orchid;otter;paddle;pebble;pepper;pewter;quartz;quiver;raven;ribbon;river;saffron;sandal;shadow;"
                               "silver;sparrow;spruce;summit;thistle;thunder;timber;topaz;tunnel;velvet;violet;walnut;willow;window;winter")
        .split(QLatin1Char(';'));
}

QString password(Pcg32 &random)
{
    const QVector<QString> words = passwordWords();
    QStringList chosen;
    while (chosen.size() < 3) {
        if (const QString &word = random.pick(words); !chosen.contains(word))
            chosen.append(word);
    }
    return chosen.join(QLatin1Char('-'));
}

SampleAccount account(const QString &database, const Sign &sign)
{
    return {database, QString::fromLatin1(sign.user), QString::fromLatin1(sign.role), QString::fromLatin1(sign.name), {}, 0, {}, {}};
}

/// Teachers sign in with their own login and see their own classes.
void addTeachers(const District &district, int count, QVector<SampleAccount> &accounts)
{
    for (const Staff &person : district.staff) {
        if (count == 0)
            return;
        if (person.program < 0 || district.schools[person.schools.first()].high < 12)
            continue;
        accounts.append({district.file, person.login, QStringLiteral("teacher"), person.name.first + QLatin1Char(' ') + person.name.last, {}, person.id,
                         {}, {}});
        --count;
    }
}

} // namespace

QVector<SampleAccount> makeAccounts(const QVector<District> &districts, quint64 seed)
{
    QVector<SampleAccount> accounts;
    for (const Sign &sign : stateSigns)
        accounts.append(account(QStringLiteral("state.db"), sign));
    for (const Sign &sign : firstSigns) {
        SampleAccount one = account(districts[0].file, sign);
        const District &district = districts[0];
        if (one.role == QLatin1String("administrator"))
            one.schools = {district.schools.last().id};
        accounts.append(one);
    }
    addTeachers(districts[0], 2, accounts);
    for (const Sign &sign : secondSigns)
        accounts.append(account(districts[1].file, sign));
    addTeachers(districts[1], 1, accounts);
    Pcg32 random(seed, 95);
    for (SampleAccount &one : accounts)
        one.password = password(random);
    return accounts;
}

void hashPasswords(QVector<SampleAccount> &accounts)
{
    QtConcurrent::blockingMap(accounts, [](SampleAccount &account) { account.hash = hashPassword(account.password); });
}

void storeAccounts(const QVector<SampleAccount> &accounts, const QString &database, BulkLoad &load)
{
    for (const SampleAccount &one : accounts) {
        if (one.database != database)
            continue;
        Record row(EntityKind::Account);
        row.set("name", Value(one.user)).set("display_name", Value(one.displayName)).set("password_hash", Value(one.hash));
        row.set("email", Value(one.user + QStringLiteral("@certdesk.example")));
        if (one.staffId)
            row.set("staff_id", Value(one.staffId));
        load.add(row);
        QVector<Value> schools;
        for (const qint64 school : one.schools)
            schools.append(Value(school));
        if (schools.isEmpty())
            schools.append(Value());
        for (const Value &school : std::as_const(schools)) {
            Record role(EntityKind::AccountRole);
            role.set("account_id", Value(row.id)).set("role", Value(one.role)).set("school_id", school);
            load.add(role);
        }
    }
}

QByteArray accountsText(const QVector<SampleAccount> &accounts)
{
    QByteArray text;
    for (const SampleAccount &one : accounts)
        text += QStringList{one.database, one.user, one.role, one.password}.join(QLatin1Char('\t')).toUtf8() + '\n';
    return text;
}

} // namespace certdesk::sample
