// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/homepage.h"

#include "models/store/storethread.h"
#include "ui/common/announce.h"
#include "ui/common/card.h"
#include "ui/common/chart.h"
#include "ui/common/flowlayout.h"
#include "ui/common/icons.h"
#include "ui/common/jobs.h"
#include "ui/common/preferences.h"
#include "ui/common/statuschip.h"
#include "ui/common/style.h"
#include "ui/common/text.h"
#include "ui/common/viewmemory.h"
#include "ui/common/whendone.h"
#include "ui/home/homecard.h"

#include <QCheckBox>
#include <QDateTime>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace certdesk {

namespace {

constexpr int readAgainAfter = 300; ///< milliseconds; gathers the changes of one import

ChartData dataOf(const HomeFacts::Chart &chart)
{
    ChartData data;
    data.kind = chart.kind == HomeFacts::Chart::Kind::Stacked ? ChartData::Kind::Stacked
                : chart.kind == HomeFacts::Chart::Kind::Lines ? ChartData::Kind::Lines
                                                              : ChartData::Kind::Bars;
    data.finding = chart.finding;
    data.unit = chart.unit;
    data.categories = chart.categories;
    for (const HomeFacts::Series &series : chart.series)
        data.series.append({series.name, series.values, {}});
    return data;
}

} // namespace

HomePage::HomePage(const PageContext &context, JobList *jobs, QWidget *parent)
    : Page(QStringLiteral("home"), parent), m_context(context), m_jobs(jobs)
{
    auto *inside = new QWidget;
    m_column = new QVBoxLayout(inside);
    m_column->setContentsMargins(spacing::margin, 0, spacing::margin, spacing::group);
    m_column->setSpacing(spacing::group);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("homeScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inside);
    scroll->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    m_soon.setSingleShot(true);
    m_soon.setInterval(readAgainAfter);
    connect(&m_soon, &QTimer::timeout, this, &HomePage::refresh);
    if (m_context.store) {
        connect(m_context.store, &StoreThread::changed, &m_soon, qOverload<>(&QTimer::start));
        connect(m_context.store, &StoreThread::findingsChanged, &m_soon, qOverload<>(&QTimer::start));
    }
    if (m_jobs)
        connect(m_jobs, &JobList::ended, &m_soon, qOverload<>(&QTimer::start));
}

QString HomePage::sentence() const
{
    if (!m_known)
        return {};
    const int n = static_cast<int>(m_facts.cards.size());
    if (n == 0 && m_facts.students == 0 && !m_context.stateDatabase)
        return tr("Nobody is on the roster yet");
    return n == 0 ? tr("Nothing needs you today") : tr("%n thing(s) need you", nullptr, n);
}

void HomePage::open(const PageAddress &)
{
    refresh();
}

void HomePage::setSchoolYear(qint64 endYear)
{
    m_context.schoolYear = endYear;
    m_soon.start();
}

void HomePage::refresh()
{
    m_soon.stop();
    if (!m_context.store)
        return;
    const int generation = ++m_generation;
    const qint64 year = m_context.schoolYear;
    const auto read = m_context.store->run<HomeFacts>([year](Session &session) { return readHomeFacts(session, year); });
    whenDone(read, this, [this, generation](const Result<HomeFacts> &facts) {
        if (generation != m_generation)
            return;
        if (facts)
            showFacts(*facts);
        else
            showError(facts.error());
    });
}

void HomePage::showFacts(const HomeFacts &facts)
{
    m_facts = facts;
    m_known = true;
    rebuild();
    Q_EMIT headerChanged();
}

void HomePage::rebuild()
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    if (m_facts.students == 0 && m_facts.cards.isEmpty() && !m_context.stateDatabase)
        m_column->addWidget(makeFirstSteps());
    else if (m_facts.cards.isEmpty())
        m_column->addWidget(makeDone());
    if (!m_facts.cards.isEmpty()) {
        auto *cards = new QWidget;
        auto *flow = new FlowLayout(cards, spacing::group, theme::scaled(290, font()));
        for (const HomeFacts::Card &card : std::as_const(m_facts.cards))
            flow->addWidget(makeCard(card));
        m_column->addWidget(cards);
    }
    if (m_context.sample)
        m_column->addWidget(makeThingsToTry());
    auto *lower = new QWidget;
    auto *flow = new FlowLayout(lower, spacing::group, theme::scaled(320, font()));
    if (!m_facts.alerts.isEmpty())
        flow->addWidget(makeAlerts());
    if (m_jobs && !m_jobs->jobs().isEmpty())
        flow->addWidget(makeJobs());
    for (const HomeFacts::Chart &chart : std::as_const(m_facts.charts))
        flow->addWidget(makeChart(chart));
    m_column->addWidget(lower);
    m_column->addStretch(1);
}

QWidget *HomePage::makeCard(const HomeFacts::Card &card)
{
    auto *widget = new HomeCard(card);
    connect(widget, &HomeCard::wanted, this, [this, card] { goTo({card.page, card.parameters}); });
    return widget;
}

QWidget *HomePage::makeDone()
{
    auto *card = new Card;
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::group);
    auto *sign = new QLabel(card);
    sign->setPixmap(icons::pixmap(QStringLiteral("done"), 24, theme::toneColour(Tone::Good, palette()), devicePixelRatioF()));
    row->addWidget(sign);
    row->addWidget(bodyLabel(m_facts.lastYear.isEmpty() ? tr("All done.") : tr("All done. %1").arg(m_facts.lastYear), card), 1);
    card->content()->addLayout(row);
    return card;
}

QWidget *HomePage::makeFirstSteps()
{
    auto *card = new Card(tr("First steps"));
    card->content()->addWidget(mutedLabel(tr("The database is empty. A file from your student information system is enough to begin."), card));
    auto *flow = new QWidget(card);
    auto *row = new FlowLayout(flow);
    const auto step = [&](const char *object, const QString &words, const char *page, bool main) {
        auto *button = new QPushButton(words, flow);
        named(button, object, words);
        if (main)
            makePrimary(button);
        connect(button, &QPushButton::clicked, this, [this, page] { goTo({QString::fromLatin1(page), {}}); });
        row->addWidget(button);
    };
    step("firstImportButton", tr("Import students"), "import", true);
    step("firstHelpButton", tr("Read how it works"), "help", false);
    card->content()->addWidget(flow);
    return card;
}

QWidget *HomePage::makeThingsToTry()
{
    struct Thing
    {
        const char *key;
        QString words;
        const char *page;
    };
    const Thing inADistrict[] = {{"student", tr("Look at a student: choose a row, then Enter"), "students"},
                                 {"filter", tr("Filter the certificates with Ctrl+Shift+F"), "certificates"},
                                 {"import", tr("Import a file of the sample and take it back"), "import"},
                                 {"findings", tr("Put a finding of the checks right"), "findings"},
                                 {"certify", tr("Walk through a certification"), "certification"}};
    const Thing atAState[] = {{"event", tr("Open an event and its four tabs"), "events"},
                              {"districts", tr("See how far each district is"), "districts"},
                              {"category", tr("Look who approves and who reviews"), "categories"},
                              {"filter", tr("Filter the certificates with Ctrl+Shift+F"), "certificates"},
                              {"find", tr("Find a student of any district with Ctrl+K"), "students"}};
    const auto &things = m_context.stateDatabase ? atAState : inADistrict;
    auto *card = new Card(tr("Five things to try in the sample"));
    card->content()->setSpacing(spacing::grid);
    for (const Thing &thing : things) {
        const QString key = QStringLiteral("home/tried/") + QString::fromLatin1(thing.key);
        auto *done = new QCheckBox(card);
        done->setObjectName(QStringLiteral("tried_") + QString::fromLatin1(thing.key));
        done->setAccessibleName(tr("Done: %1").arg(thing.words));
        done->setChecked(m_context.memory && m_context.memory->value(key).toBool());
        auto *link = new QPushButton(thing.words, card);
        named(link, "tryButton", thing.words);
        makeLink(link);
        connect(done, &QCheckBox::toggled, this, [this, key](bool on) {
            if (m_context.memory)
                m_context.memory->setValue(key, on);
        });
        connect(link, &QPushButton::clicked, this, [this, page = thing.page] { goTo({QString::fromLatin1(page), {}}); });
        auto *row = new QHBoxLayout;
        row->setSpacing(spacing::grid);
        row->addWidget(done);
        row->addWidget(link);
        row->addStretch(1);
        card->content()->addLayout(row);
    }
    return card;
}

QWidget *HomePage::makeAlerts()
{
    auto *card = new Card(tr("Process alerts"));
    for (const HomeFacts::Alert &alert : std::as_const(m_facts.alerts)) {
        auto *words = alert.isRead ? bodyLabel(alert.title, card) : strongLabel(alert.title, card);
        words->setWordWrap(true);
        words->setToolTip(alert.body);
        card->content()->addWidget(words);
        const QDate day = QDateTime::fromMSecsSinceEpoch(alert.createdAt).date();
        const QString when = m_context.preferences ? m_context.preferences->dayText(day.toJulianDay()) : day.toString(Qt::ISODate);
        card->content()->addWidget(mutedLabel(alert.isRead ? when : tr("%1, not read").arg(when), card));
    }
    card->content()->addStretch(1);
    auto *all = new QPushButton(tr("All messages"), card);
    named(all, "allMessagesButton", tr("Show all messages"));
    makeLink(all);
    connect(all, &QPushButton::clicked, this, [this] { goTo({QStringLiteral("messages"), {}}); });
    card->content()->addWidget(all, 0, Qt::AlignLeft);
    return card;
}

QWidget *HomePage::makeJobs()
{
    auto *card = new Card(tr("Jobs"));
    for (Job *job : m_jobs->jobs()) {
        auto *bar = new JobBar(job, card);
        connect(bar, &JobBar::showRequested, this, [this](const PageAddress &address) { goTo(address); });
        card->content()->addWidget(bar);
    }
    card->content()->addStretch(1);
    return card;
}

QWidget *HomePage::makeChart(const HomeFacts::Chart &chart)
{
    auto *card = new Card;
    auto *picture = new Chart(card);
    picture->setData(dataOf(chart));
    connect(picture, &Chart::clicked, this, [this, chart] { goTo({chart.page, {}}); });
    card->content()->addWidget(picture);
    return card;
}

} // namespace certdesk
