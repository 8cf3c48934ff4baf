// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/stage.h"

#include "models/store/accounts/accounts.h"
#include "models/store/certification/categorycommands.h"
#include "models/store/databasecreator.h"
#include "models/store/session.h"

namespace certdesk {

namespace {

/// Everybody on the stage is invented and its databases are thrown away: one password is enough.
QString password()
{
    return QStringLiteral("lantern ferry marble");
}

struct Person
{
    const char *name;
    const char *displayName;
    const char *role;
};

Done addPeople(Session &session, const QVector<Person> &people)
{
    for (const Person &person : people) {
        NewAccount wanted;
        wanted.name = QString::fromLatin1(person.name);
        wanted.displayName = QString::fromLatin1(person.displayName);
        wanted.email = QString::fromLatin1(person.name) + QStringLiteral("@harlan.example");
        wanted.password = password();
        wanted.mustChange = false;
        wanted.roles = {{QString::fromLatin1(person.role), {}}};
        AddUser add(wanted);
        if (const auto added = session.apply(add); !added)
            return tl::unexpected(added.error());
    }
    return {};
}

Result<std::unique_ptr<Session>> make(const DatabaseUrl &url, const NewDatabase &wanted)
{
    if (const auto created = createDatabase(url, wanted); !created)
        return tl::unexpected(created.error());
    auto session = Session::open(url);
    if (!session)
        return session;
    if (const auto signedIn = (*session)->signIn(wanted.adminName, wanted.adminPassword); !signedIn)
        return tl::unexpected(signedIn.error());
    return session;
}

} // namespace

Result<Stage> buildStage(const StageOptions &options)
{
    NewDatabase wanted;
    wanted.isState = true;
    wanted.name = QStringLiteral("State Department of Education");
    wanted.code = QStringLiteral("ST");
    wanted.adminName = QStringLiteral("stella");
    wanted.adminPassword = password();
    wanted.schoolYear = options.schoolYear;
    wanted.clockDay = options.clockDay;
    const auto state = make(options.state, wanted);
    if (!state)
        return tl::unexpected(state.error());
    SaveRuleGroup group(true, {QStringLiteral("G1"), Stage().ruleGroup, {}, true, options.rules, true});
    if (const auto saved = (*state)->apply(group); !saved)
        return tl::unexpected(saved.error());
    wanted.isState = false;
    wanted.name = options.districtName;
    wanted.code = options.districtCode;
    wanted.adminName = QStringLiteral("dana");
    const auto district = make(options.district, wanted);
    if (!district)
        return tl::unexpected(district.error());
    for (const Done &added : {addPeople(**state, {{"axel", "Axel Approver", "state-approver"}}),
                              addPeople(**district, {{"ana", "Ana Birch", "certifier"}, {"ben", "Ben Alder", "certifier"}})}) {
        if (!added)
            return tl::unexpected(added.error());
    }
    Stage stage;
    stage.state = options.state;
    stage.district = options.district;
    stage.stateAdministrator = {options.state, QStringLiteral("stella"), QStringLiteral("state-administrator"), password()};
    stage.approver = {options.state, QStringLiteral("axel"), QStringLiteral("state-approver"), password()};
    stage.districtAdministrator = {options.district, QStringLiteral("dana"), QStringLiteral("district-administrator"), password()};
    for (const char *name : {"ana", "ben"})
        stage.certifiers.append({options.district, QString::fromLatin1(name), QStringLiteral("certifier"), password()});
    return stage;
}

QVector<Stage::File> sampleFiles(const QString &folder)
{
    const auto file = [&folder](const char *kind, const char *name) { return Stage::File{QString::fromLatin1(kind), folder + QLatin1Char('/') + QLatin1String(name)}; };
    return {file("schools", "schools.csv"),
            file("staff", "staff.csv"),
            file("students", "rosters/roster_2026-27_powerschool.txt"),
            file("courses", "courses_2026-27.csv"),
            file("certificate-list", "certificate-list_2026-27.csv"),
            file("program-certificates", "program-certificates_2026-27.csv"),
            file("sections", "sections_2026-27.csv"),
            file("enrollments", "enrollments_2026-27.csv"),
            file("attempts", "attempts_2027-05.csv")};
}

} // namespace certdesk
