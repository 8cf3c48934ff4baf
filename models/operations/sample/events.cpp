// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/sample/events.h"

#include "models/statelink/synchronizer.h"
#include "models/store/certification/categorycommands.h"
#include "models/store/certification/certificationreader.h"
#include "models/store/certification/decisioncommands.h"
#include "models/store/certification/eventcommands.h"
#include "models/store/rules/rulecatalogue.h"
#include "models/store/session.h"

#include <QDateTime>

namespace certdesk::sample {

namespace {

const QString category = QStringLiteral("CTE certificates");

/// 15:00 UTC of a day: within the working day of every state.
qint64 at(DayNumber day)
{
    return QDateTime(QDate::fromJulianDay(day), QTime(15, 0), Qt::UTC).toMSecsSinceEpoch();
}

/// One person of the sample at work in one database. Throws StoreFailure.
class Worker
{
public:
    Worker(const QDir &folder, const QVector<SampleAccount> &accounts, const QString &database, const QString &role)
    {
        DatabaseUrl url;
        url.path = folder.filePath(database);
        m_session = orFail(Session::open(url));
        for (const SampleAccount &account : accounts) {
            if (account.database == database && account.role == role)
                orFail(m_session->signIn(account.user, account.password));
        }
        on(asOf());
    }
    Worker &on(DayNumber day)
    {
        m_session->setClock(at(day));
        return *this;
    }
    void does(Command &command) { orFail(m_session->apply(command)); }
    Session &session() { return *m_session; }

private:
    std::unique_ptr<Session> m_session;
};

struct EventPlan
{
    const char *name;
    qint64 year;
    const char *description;
    const char *group;
    DayNumber publishedOn; ///< 0: stays a draft
    DayNumber start;
    DayNumber opens;
    DayNumber end;
};

QVector<EventPlan> eventPlans()
{
    return {
        {"Industry certificates, final", 2026, "All certificates earned in the year.", "CERTIFICATES", dayNumber(2026, 5, 20), dayNumber(2026, 6, 1),
         dayNumber(2026, 6, 15), dayNumber(2026, 8, 31)},
        {"Roster basics", 2027, "Every student with state ID and a grade that fits.", "ROSTER", dayNumber(2027, 5, 3), dayNumber(2027, 5, 10),
         dayNumber(2027, 5, 17), dayNumber(2027, 6, 30)},
        {"Industry certificates, spring", 2027, "Certificates earned up to May.", "CERTIFICATES", dayNumber(2027, 5, 4), dayNumber(2027, 5, 10),
         dayNumber(2027, 5, 24), dayNumber(2027, 7, 15)},
        {"Industry certificates, final", 2027, "All certificates earned in the year. Preview until certification opens.", "CERTIFICATES",
         dayNumber(2027, 5, 25), dayNumber(2027, 5, 28), dayNumber(2027, 6, 21), dayNumber(2027, 8, 31)},
        {"Industry certificates, fall", 2028, "Prepared for the coming year.", "CERTIFICATES", 0, dayNumber(2027, 9, 1), dayNumber(2027, 10, 1),
         dayNumber(2027, 12, 15)},
    };
}

void addGroups(Worker &administrator)
{
    SaveRuleGroup::Input all{QStringLiteral("CERTIFICATES"), QStringLiteral("Industry certificates"),
                             QStringLiteral("Every rule on exam attempts and their evidence."), true, {}, true};
    SaveRuleGroup::Input roster{QStringLiteral("ROSTER"), QStringLiteral("Roster basics"), QStringLiteral("State IDs and ages."), true,
                                {QStringLiteral("RO-01"), QStringLiteral("RO-02")}, true};
    for (const Rule &rule : builtInRules()) {
        if (rule.entity == EntityKind::Attempt)
            all.rules.append(rule.code);
    }
    for (const auto &input : {all, roster}) {
        SaveRuleGroup command(true, input);
        administrator.does(command);
    }
}

void addCategory(Worker &administrator, const QVector<SampleAccount> &accounts)
{
    SaveCategory save({0, category, QStringLiteral("district"), true});
    administrator.does(save);
    PublishCategory publish(save.id());
    administrator.does(publish);
    for (const SampleAccount &account : accounts) {
        if (account.database != QLatin1String("state.db") || account.role == QLatin1String("state-administrator"))
            continue;
        AddCategoryMember add(true, save.id(), account.user, account.role.mid(6));
        administrator.does(add);
    }
}

void addEvents(Worker &administrator, Worker &approver, const QVector<District> &districts)
{
    for (const EventPlan &plan : eventPlans()) {
        EventDocument document;
        document.name = QString::fromLatin1(plan.name);
        document.schoolYear = plan.year;
        document.description = QString::fromLatin1(plan.description);
        document.level = QStringLiteral("district");
        document.category = category;
        document.start = plan.start;
        document.opens = plan.opens;
        document.end = plan.end;
        document.groups = {{QString::fromLatin1(plan.group), true, true, true}};
        for (const District &district : districts)
            document.participants.append({district.code, {}});
        administrator.on(plan.publishedOn ? plan.publishedOn : asOf());
        SaveEvent save(0, document);
        administrator.does(save);
        if (plan.publishedOn == 0)
            continue;
        PublishEvent publish(save.id());
        administrator.does(publish);
        if (plan.year == thisYear)
            continue;
        const auto participations = orFail(approver.session().records(EntityKind::Participation));
        for (const Record &participation : participations) {
            if (participation.integer("event_id") != save.id())
                continue;
            ApproveCertification approve(participation.id, QStringLiteral("Certified on paper before the districts were connected."));
            approver.on(dayNumber(2026, 8, 12)).does(approve);
        }
        CloseEvent close(save.id());
        administrator.on(dayNumber(2026, 9, 4)).does(close);
    }
}

/// The district connects, learns of the state's category, names its members, and sends them.
void connectDistrict(const QDir &folder, const QVector<SampleAccount> &accounts, const QString &database)
{
    Worker administrator(folder, accounts, database, QStringLiteral("district-administrator"));
    orFail(setStateDatabase(administrator.session(), folder.absoluteFilePath(QStringLiteral("state.db"))));
    const auto link = orFail(linkOf(administrator.session()));
    Synchronizer synchronizer(administrator.session().url(), *link);
    orFail(synchronizer.synchronize());
    const auto categories = orFail(administrator.session().records(EntityKind::Category));
    for (const SampleAccount &account : accounts) {
        const bool isMember = account.role == QLatin1String("certifier") || account.role == QLatin1String("reviewer");
        if (account.database != database || !isMember)
            continue;
        AddCategoryMember add(false, categories.first().id, account.user, account.role);
        administrator.on(dayNumber(2026, 5, 19)).does(add);
    }
    orFail(synchronizer.synchronize());
}

} // namespace

Done setUpCertification(const QDir &folder, const QVector<SampleAccount> &accounts, const QVector<District> &districts)
{
    try {
        Worker administrator(folder, accounts, QStringLiteral("state.db"), QStringLiteral("state-administrator"));
        Worker approver(folder, accounts, QStringLiteral("state.db"), QStringLiteral("state-approver"));
        administrator.on(dayNumber(2026, 5, 18));
        addGroups(administrator);
        addCategory(administrator, accounts);
        addEvents(administrator, approver, districts);
        for (const District &district : districts)
            connectDistrict(folder, accounts, district.file);
    } catch (const StoreFailure &failed) {
        return tl::unexpected(failed.error);
    }
    return {};
}

} // namespace certdesk::sample
