// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/home/homefacts.h"

#include "models/domain/day.h"
#include "models/statelink/districtlink.h"
#include "models/store/safekeeping.h"
#include "models/store/session.h"
#include "models/store/viewreader.h"

#include <QCoreApplication>

namespace certdesk {

namespace {

constexpr int alertCount = 5;
constexpr int chartYears = 3;
constexpr qint64 urgentDays = 3;
constexpr qint64 soonDays = 14;
constexpr qint64 backupDays = 7;
constexpr qint64 daysAYear = 364; ///< the same day of the week
constexpr qint64 millisecondsADay = qint64{24} * 60 * 60 * 1000;

/// Reads the facts one after the other; the first error ends it.
class Reader
{
    Q_DECLARE_TR_FUNCTIONS(HomeFacts)

public:
    Reader(Session &session, qint64 schoolYear) : m_session(session), m_year(schoolYear) {}

    Result<HomeFacts> read()
    {
        m_facts.students = count(QStringLiteral("students"));
        if (m_session.info().isState)
            readDecisions();
        else
            readDueEvents();
        readFindings();
        readIssues();
        readEvidence();
        readVerifyAgain();
        readBackup();
        readLink();
        readAlerts();
        readCharts();
        readLastYear();
        if (m_error)
            return tl::unexpected(*m_error);
        std::stable_sort(m_facts.cards.begin(), m_facts.cards.end(), [](const HomeFacts::Card &a, const HomeFacts::Card &b) {
            return std::pair(a.urgency, a.order) < std::pair(b.urgency, b.order);
        });
        return m_facts;
    }

private:
    using Filter = ViewFilter;

    qint64 count(const QString &view, const QVector<Filter> &filters = {}, qint64 year = 0)
    {
        if (m_error)
            return 0;
        ViewQuery query;
        query.view = view;
        query.filters = filters;
        query.schoolYear = year;
        const auto result = ViewReader(m_session).count(query);
        if (!result)
            m_error = result.error();
        return result.value_or(0);
    }

    static Filter equals(const char *column, const Value &value)
    {
        return {QString::fromLatin1(column), Filter::Operator::Equals, value, {}};
    }

    QVector<Record> records(EntityKind kind)
    {
        if (m_error)
            return {};
        auto result = m_session.records(kind);
        if (!result)
            m_error = result.error();
        return result.value_or(QVector<Record>());
    }

    void readDueEvents()
    {
        if (!m_session.person().may(Right::ViewEvents))
            return;
        const auto events = records(EntityKind::Event);
        const auto participations = records(EntityKind::Participation);
        for (const Record &part : participations) {
            const QString status = part.text("status");
            if (part.isTrue("ended") || (status != QLatin1String("PST_IN_PROGRESS") && status != QLatin1String("PST_RECERT")
                                         && status != QLatin1String("PST_RECERT_IN_PROGRESS")))
                continue;
            for (const Record &event : events)
                if (event.id == part.integer("event_id"))
                    addDueEvent(event, part);
        }
    }

    void addDueEvent(const Record &event, const Record &part)
    {
        const Value due = part.has("own_due_date") ? part["own_due_date"] : event["end_date"];
        if (due.isEmpty())
            return;
        const qint64 days = due.integer() - m_session.today();
        HomeFacts::Card card;
        card.key = QStringLiteral("event-%1").arg(part.id);
        card.number = qAbs(days);
        card.order = days;
        card.urgency = days <= urgentDays ? HomeFacts::Urgency::Problem : days <= soonDays ? HomeFacts::Urgency::Attention : HomeFacts::Urgency::Quiet;
        const QString name = event.text("name");
        const int n = static_cast<int>(qAbs(days));
        card.sentence = days < 0 ? tr("days overdue: %1", nullptr, n).arg(name) : tr("days left to certify %1", nullptr, n).arg(name);
        if (const qint64 fatal = count(QStringLiteral("findings"), {equals("severity", QStringLiteral("FATAL"))}); fatal > 0)
            card.sentence += tr("; %n fatal finding(s) block it", nullptr, static_cast<int>(fatal));
        card.button = tr("Certify");
        card.page = QStringLiteral("certification");
        card.parameters = {{QStringLiteral("participant"), QString::number(part.id)}};
        m_facts.cards.append(card);
    }

    void readDecisions()
    {
        if (!m_session.person().may(Right::Decide))
            return;
        qint64 waiting = 0;
        const auto participations = records(EntityKind::Participation);
        for (const Record &part : participations)
            waiting += !part.isTrue("ended") && (part.text("status") == QLatin1String("PST_SENT") || part.text("status") == QLatin1String("PST_REQUESTED"));
        addCount(QStringLiteral("decisions"), HomeFacts::Urgency::Attention, waiting,
                 tr("district(s) wait for your decision", nullptr, static_cast<int>(waiting)), tr("Decide"), QStringLiteral("districts"),
                 {{QStringLiteral("where.status"), QStringLiteral("=PST_SENT")}});
    }

    void addCount(const QString &key, HomeFacts::Urgency urgency, qint64 number, const QString &sentence, const QString &button,
                  const QString &page, const QMap<QString, QString> &parameters)
    {
        if (number > 0)
            m_facts.cards.append({key, urgency, number, sentence, button, page, parameters, 1000});
    }

    void readFindings()
    {
        const qint64 fatal = count(QStringLiteral("findings"), {equals("severity", QStringLiteral("FATAL"))});
        addCount(QStringLiteral("fatal"), HomeFacts::Urgency::Problem, fatal, tr("fatal finding(s) of the checks", nullptr, static_cast<int>(fatal)),
                 tr("Look at them"), QStringLiteral("findings"), {{QStringLiteral("where.severity"), QStringLiteral("=FATAL")}});
    }

    void readIssues()
    {
        if (!m_session.person().may(Right::ImportRoster))
            return;
        const qint64 open = count(QStringLiteral("issues"), {equals("state", QStringLiteral("open"))});
        addCount(QStringLiteral("issues"), HomeFacts::Urgency::Attention, open, tr("row(s) of imports are not solved", nullptr, static_cast<int>(open)),
                 tr("Solve them"), QStringLiteral("issues"), {{QStringLiteral("where.state"), QStringLiteral("=open")}});
    }

    void readEvidence()
    {
        const qint64 missing = count(QStringLiteral("attempts"), {equals("outcome", QStringLiteral("P")), equals("evidence", Value(0))}, m_year);
        addCount(QStringLiteral("evidence"), HomeFacts::Urgency::Attention, missing, tr("pass(es) have no evidence", nullptr, static_cast<int>(missing)),
                 tr("Show them"), QStringLiteral("certificates"), {{QStringLiteral("where.outcome"), QStringLiteral("=P")}, {QStringLiteral("where.evidence"), QStringLiteral("=0")}});
    }

    void readVerifyAgain()
    {
        if (!m_session.person().may(Right::VerifyAttempts))
            return;
        const qint64 changed = count(QStringLiteral("attempts"), {equals("verification", QStringLiteral("re-verify"))}, m_year);
        addCount(QStringLiteral("verify"), HomeFacts::Urgency::Attention, changed, tr("verified row(s) have changed since", nullptr, static_cast<int>(changed)),
                 tr("Verify again"), QStringLiteral("certificates"), {{QStringLiteral("where.verification"), QStringLiteral("=re-verify")}});
    }

    /// The sample is thrown away, and an empty database has nothing to lose.
    void readBackup()
    {
        if (m_error || !m_session.person().may(Right::Backup) || m_session.info().isSample || m_facts.students == 0)
            return;
        const LastBackup last = lastBackupOf(m_session);
        const PageParameters safety{{QStringLiteral("section"), QStringLiteral("backup")}};
        if (last.path.isEmpty())
            return addCard(QStringLiteral("backup"), HomeFacts::Urgency::Attention, 0, tr("backups of this database exist"), tr("Back up"), safety);
        const qint64 days = (m_session.now() - last.at) / millisecondsADay;
        if (last.at > 0 && days >= backupDays)
            addCard(QStringLiteral("backup"), HomeFacts::Urgency::Attention, days, tr("days since the last backup"), tr("Back up"), safety);
    }

    void readLink()
    {
        if (m_error || m_session.info().isState || !m_session.person().may(Right::ViewEvents))
            return;
        const auto health = linkHealth(m_session);
        if (!health || !health->isConnected)
            return;
        const PageParameters link{{QStringLiteral("section"), QStringLiteral("link")}};
        const auto refused = health->problems.size();
        if (refused > 0)
            addCard(QStringLiteral("link"), HomeFacts::Urgency::Problem, refused, tr("row(s) were refused by the state", nullptr, static_cast<int>(refused)), tr("Look at the link"), link);
        else if (health->waiting > 0 && m_session.now() - health->lastSuccess > millisecondsADay)
            addCard(QStringLiteral("link"), HomeFacts::Urgency::Problem, health->waiting,
                    tr("row(s) wait for the state for more than a day", nullptr, static_cast<int>(health->waiting)), tr("Look at the link"), link);
    }

    using PageParameters = QMap<QString, QString>;

    void addCard(const QString &key, HomeFacts::Urgency urgency, qint64 number, const QString &sentence, const QString &button, const PageParameters &section)
    {
        m_facts.cards.append({key, urgency, number, sentence, button, QStringLiteral("settings"), section, 1000});
    }

    /// What went on in the same week a year ago.
    void readLastYear()
    {
        const qint64 until = m_session.today() - daysAYear;
        const auto within = [until](const char *column) {
            return QVector<Filter>{{QString::fromLatin1(column), Filter::Operator::AtLeast, Value(until - 6), {}},
                                   {QString::fromLatin1(column), Filter::Operator::AtMost, Value(until), {}}};
        };
        const qint64 attempts = count(QStringLiteral("attempts"), within("exam_date"), m_year - 1);
        if (attempts > 0)
            m_facts.lastYear = tr("In the same week of last year %n attempt(s) were made.", nullptr, static_cast<int>(attempts));
    }

    void readAlerts()
    {
        auto messages = records(EntityKind::Message);
        std::sort(messages.begin(), messages.end(), [](const Record &a, const Record &b) { return a.integer("created_at") > b.integer("created_at"); });
        for (const Record &message : std::as_const(messages)) {
            if (m_facts.alerts.size() == alertCount)
                break;
            if (message.isTrue("archived") || message.text("person") != m_session.person().name)
                continue;
            m_facts.alerts.append({message.id, message.text("title"), message.text("body"), message.integer("created_at"), message.isTrue("is_read")});
        }
    }

    void readCharts()
    {
        HomeFacts::Chart passes;
        passes.kind = HomeFacts::Chart::Kind::Stacked;
        passes.unit = tr("passes");
        passes.page = QStringLiteral("certificates");
        HomeFacts::Series with{tr("with evidence"), {}};
        HomeFacts::Series without{tr("evidence missing"), {}};
        qint64 lastPasses = 0;
        qint64 lastMissing = 0;
        for (qint64 year = m_year - chartYears + 1; year <= m_year; ++year) {
            lastPasses = count(QStringLiteral("attempts"), {equals("outcome", QStringLiteral("P"))}, year);
            lastMissing = count(QStringLiteral("attempts"), {equals("outcome", QStringLiteral("P")), equals("evidence", Value(0))}, year);
            passes.categories.append(schoolYearName(year));
            with.values.append(static_cast<double>(lastPasses - lastMissing));
            without.values.append(static_cast<double>(lastMissing));
        }
        if (lastPasses == 0)
            return;
        passes.finding = lastMissing > 0 ? tr("Evidence is missing for %1 of %2 passes").arg(lastMissing).arg(lastPasses)
                                         : tr("Every one of %n pass(es) has its evidence", nullptr, static_cast<int>(lastPasses));
        passes.series = {with, without};
        m_facts.charts.append(passes);
        readOutcomes(lastPasses);
        readVerification(lastPasses);
    }

    void readOutcomes(qint64 passes)
    {
        const qint64 all = count(QStringLiteral("attempts"), {}, m_year);
        const qint64 failed = count(QStringLiteral("attempts"), {equals("outcome", QStringLiteral("F"))}, m_year);
        HomeFacts::Chart chart;
        chart.unit = tr("attempts");
        chart.page = QStringLiteral("certificates");
        chart.finding = tr("%1 of %2 attempts were passed").arg(passes).arg(all);
        chart.categories = {tr("Passed"), tr("Failed"), tr("Other")};
        chart.series = {{{}, {static_cast<double>(passes), static_cast<double>(failed), static_cast<double>(all - passes - failed)}}};
        m_facts.charts.append(chart);
    }

    void readVerification(qint64 passes)
    {
        const qint64 verified = count(QStringLiteral("attempts"), {equals("outcome", QStringLiteral("P")), equals("verification", QStringLiteral("verified"))}, m_year);
        HomeFacts::Chart chart;
        chart.unit = tr("passes");
        chart.page = QStringLiteral("certificates");
        chart.finding = tr("%1 of %2 passes are verified").arg(verified).arg(passes);
        chart.categories = {tr("Verified"), tr("Not yet")};
        chart.series = {{{}, {static_cast<double>(verified), static_cast<double>(passes - verified)}}};
        m_facts.charts.append(chart);
    }

    Session &m_session;
    qint64 m_year;
    HomeFacts m_facts;
    std::optional<Error> m_error;
};

} // namespace

Result<HomeFacts> readHomeFacts(Session &session, qint64 schoolYear)
{
    return Reader(session, schoolYear).read();
}

} // namespace certdesk
