// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/certification/certificationdesk.h"
#include "models/operations/sample/samplefolder.h"
#include "models/store/accounts/accounts.h"
#include "models/store/rules/findingstore.h"
#include "models/store/undo.h"
#include "models/store/viewreader.h"
#include "ui/frame/mainwindow.h"
#include "ui/standard.h"

#include <QCoreApplication>
#include <QPromise>
#include <QStandardPaths>

namespace certdesk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("certdesk::MainWindow", text);
}

Result<WindowServices::Sample> provideSample(const QString &folder, Progress &progress)
{
    if (const auto provided = sample::provide(folder, progress); !provided)
        return tl::unexpected(provided.error());
    const auto account = sample::accountWith(folder, QStringLiteral("district.db"), QStringLiteral("district-administrator"));
    if (!account)
        return tl::unexpected(account.error());
    return WindowServices::Sample{account->url, account->person, account->password};
}

QFuture<Result<QString>> undo(StoreThread &store, qint64 batch)
{
    return store.run<QString>([batch](Session &session) -> Result<QString> {
        UndoBatch command(batch, {});
        if (const auto done = session.apply(command); !done)
            return tl::unexpected(done.error());
        const UndoPlan &plan = command.plan();
        QString sentence = MainWindow::tr("%n record(s) put back", nullptr, static_cast<int>(plan.reverted));
        if (plan.kept > 0)
            sentence += MainWindow::tr("; %n kept because somebody has changed it since", nullptr, static_cast<int>(plan.kept));
        return sentence;
    });
}

Result<std::unique_ptr<Session>> programSession(const DatabaseUrl &url)
{
    auto session = Session::open(url);
    if (session)
        (*session)->actAsProgram();
    return session;
}

Result<bool> exchangeWithState(const DatabaseUrl &url, Progress &progress)
{
    const auto session = programSession(url);
    if (!session)
        return tl::unexpected(session.error());
    if ((*session)->info().isState) {
        const auto taken = runDueSnapshots(**session);
        return taken ? Result<bool>(*taken > 0) : tl::unexpected(taken.error());
    }
    const auto report = CertificationDesk(**session).synchronize(&progress);
    if (!report)
        return tl::unexpected(report.error());
    return report->sent + report->received + report->signOffs + report->requests > 0;
}

/// The checks see all rows whoever works here; each person is shown the findings of the own rows.
Result<bool> catchUpFindings(const DatabaseUrl &url, Progress &progress)
{
    const auto session = programSession(url);
    if (!session)
        return tl::unexpected(session.error());
    if ((*session)->info().isState)
        return false; // a state's rows are checked by its events
    const auto done = Recheck(**session).catchUp(&progress);
    if (!done)
        return tl::unexpected(done.error());
    return done->everything || !done->records.isEmpty();
}

/// People and certificates by any number or name.
class RecordFindProvider : public FindProvider
{
public:
    explicit RecordFindProvider(StoreThread &store) : m_store(store) {}

    void find(const QString &text, int limit, Answer answer) override
    {
        if (text.size() < 2)
            return answer({});
        m_store.run<QVector<FindHit>>(
            &m_receiver,
            [text, limit](Session &session) -> Result<QVector<FindHit>> {
                QVector<FindHit> hits;
                search(session, hits, text, limit, {"students", tr("Student"), "user", {"last_name", "first_name"}, {"student_state_id", "school_name"}});
                search(session, hits, text, limit / 2, {"staff", tr("Staff"), "staff", {"last_name", "first_name"}, {"staff_id", "email"}});
                search(session, hits, text, limit / 2, {"events", tr("Event"), "events", {"name"}, {"status"}});
                return hits;
            },
            [answer](const Result<QVector<FindHit>> &hits) { answer(hits.value_or(QVector<FindHit>())); });
    }

private:
    struct Place
    {
        const char *view;
        QString kind;
        const char *icon;
        QStringList title;
        QStringList detail;
        Place(const char *view, const QString &kind, const char *icon, std::initializer_list<const char *> titles, std::initializer_list<const char *> details)
            : view(view), kind(kind), icon(icon)
        {
            for (const char *name : titles)
                title.append(QString::fromLatin1(name));
            for (const char *name : details)
                detail.append(QString::fromLatin1(name));
        }
    };

    static QString joined(const ViewRow &row, qsizetype first, qsizetype count, const QString &between)
    {
        QStringList parts;
        for (qsizetype i = first; i < first + count; ++i)
            if (!row.values[i].isEmpty())
                parts.append(row.values[i].text());
        return parts.join(between);
    }

    static void search(Session &session, QVector<FindHit> &hits, const QString &text, int limit, const Place &place)
    {
        ViewQuery query;
        query.view = QString::fromLatin1(place.view);
        query.search = text;
        ViewReader reader(session);
        const auto ids = reader.ids(query);
        const View *view = viewByName(query.view);
        if (!ids || !view)
            return;
        QVector<int> columns;
        for (const QString &name : place.title + place.detail)
            if (const int column = view->columnIndex(name); column >= 0)
                columns.append(column);
        const auto rows = reader.rows(*view, ids->mid(0, limit), columns);
        if (!rows || columns.size() != place.title.size() + place.detail.size())
            return;
        for (const ViewRow &row : *rows) {
            FindHit hit;
            hit.kind = place.kind;
            hit.icon = QString::fromLatin1(place.icon);
            hit.title = joined(row, 0, place.title.size(), QStringLiteral(", "));
            hit.detail = joined(row, place.title.size(), place.detail.size(), QStringLiteral(" · "));
            hit.leadsTo = PageAddress{query.view, {}}.set("id", QString::number(row.id));
            hits.append(hit);
        }
    }

    StoreThread &m_store;
    QObject m_receiver; ///< gone with this provider: late answers then reach nobody
};

} // namespace

QString usualSampleFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/sample");
}

WindowServices standardServices(const QString &sampleFolder)
{
    WindowServices services;
    services.pages = standardPages;
    services.sample = [sampleFolder](Progress &progress) { return provideSample(sampleFolder, progress); };
    services.changePassword = [](const QString &present, const QString &wanted) { return std::make_shared<ChangeOwnPassword>(present, wanted); };
    services.undo = undo;
    services.link = linkHealth;
    services.exchange = exchangeWithState;
    services.check = catchUpFindings;
    services.findRecords = [](StoreThread &store) { return std::make_unique<RecordFindProvider>(store); };
    return services;
}

} // namespace certdesk
