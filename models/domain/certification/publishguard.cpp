// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/certification/publishguard.h"

#include <QCoreApplication>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("PublishGuard", text);
}

class Guard
{
public:
    explicit Guard(const PublishFacts &facts) : m_facts(facts) {}

    QVector<Blocker> blockers()
    {
        refuse(!m_facts.mayPublish, "right", tr("You lack the right \"publish events\"."), tr("Ask a State administrator."));
        refuse(m_facts.name.isEmpty(), "details", tr("The event has no name."), tr("Fill in Event Name."));
        refuse(m_facts.schoolYear == 0, "details", tr("The event has no reporting year."), tr("Choose the Reporting Year."));
        refuse(m_facts.level.isEmpty(), "details", tr("The event has no certification level."), tr("Choose District or School."));
        checkCategory();
        checkGroups();
        refuse(m_facts.participants == 0, "participants", tr("No participant is chosen."), tr("Choose at least one on Participant Details."));
        checkDates();
        checkSnapshot();
        return m_blockers;
    }

private:
    void refuse(bool wrong, const char *place, const QString &message, const QString &next)
    {
        if (wrong)
            m_blockers.append({QStringLiteral("C-146"), QString::fromLatin1(place), message, next});
    }
    void checkCategory()
    {
        const QString name = m_facts.categoryName;
        if (name.isEmpty() || !m_facts.categoryExists) {
            refuse(true, "category", name.isEmpty() ? tr("No certification category is chosen.") : tr("The category \"%1\" does not exist.").arg(name),
                   tr("Choose an active, published category."));
            return;
        }
        refuse(!m_facts.categoryActive, "category", tr("The category \"%1\" is inactive.").arg(name), tr("Activate it or choose another."));
        refuse(!m_facts.categoryPublished, "category", tr("The category \"%1\" is not published.").arg(name), tr("Publish the category first."));
        refuse(!m_facts.categoryFitsLevel, "category", tr("The category \"%1\" is of another level than the event.").arg(name),
               tr("Choose a category of the event's level."));
    }
    void checkGroups()
    {
        for (const PublishFacts::Group &group : m_facts.groups) {
            refuse(!group.exists, "groups", tr("The validation group \"%1\" does not exist.").arg(group.code), tr("Create it or remove it from the event."));
            refuse(group.exists && !group.isActive, "groups", tr("The validation group \"%1\" is inactive.").arg(group.code),
                   tr("Activate it or remove it from the event."));
        }
    }
    void checkDates()
    {
        const bool missing = m_facts.start == 0 || m_facts.end == 0;
        refuse(missing, "dates", tr("Event Start Date and Event End Date are needed."), tr("Fill in both dates."));
        if (missing)
            return;
        const DayNumber opens = m_facts.opens ? m_facts.opens : m_facts.start;
        refuse(m_facts.start > opens || opens > m_facts.end, "dates", tr("The dates are not in order: start, opening, end."),
               tr("Event Start Date ≤ Certification Opens ≤ Event End Date."));
    }
    void checkSnapshot()
    {
        if (m_facts.snapshotMethod == QLatin1String("none"))
            return;
        const bool isStart = m_facts.snapshotMethod == QLatin1String("start");
        const QString field = isStart ? tr("Missing Snapshot Creation Time") : tr("Snapshot Creation Time");
        if (!isStart && m_facts.snapshotMethod != QLatin1String("full")) {
            refuse(true, "snapshot", tr("No snapshot method is chosen."), tr("Choose one on Snapshot Management."));
            return;
        }
        refuse(isStart && m_facts.snapshotDay == 0, "snapshot", tr("%1 is required.").arg(field), tr("Fill it in on Snapshot Management."));
        refuse(m_facts.snapshotDay != 0 && m_facts.start != 0 && m_facts.end != 0
                   && (m_facts.snapshotDay < m_facts.start || m_facts.snapshotDay > m_facts.end),
               "snapshot", tr("%1 does not lie between start and end.").arg(field), tr("Choose a time between the dates of the event."));
    }

    const PublishFacts &m_facts;
    QVector<Blocker> m_blockers;
};

} // namespace

QVector<Blocker> publishBlockers(const PublishFacts &facts)
{
    return Guard(facts).blockers();
}

} // namespace certdesk
