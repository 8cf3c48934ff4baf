// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/roster/boardpage.h"

#include "models/domain/day.h"
#include "models/store/storethread.h"
#include "ui/common/announce.h"
#include "ui/common/card.h"
#include "ui/common/flowlayout.h"
#include "ui/common/statuschip.h"
#include "ui/common/style.h"
#include "ui/common/text.h"

#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>

namespace certdesk {

namespace {

Tone toneOf(BoardState state)
{
    switch (state) {
    case BoardState::Done:
        return Tone::Good;
    case BoardState::NeedsAttention:
        return Tone::Attention;
    case BoardState::InProgress:
        return Tone::Waiting;
    default:
        return Tone::Neutral;
    }
}

/// Where the button of a step leads.
PageAddress placeOf(const SchoolBoard &board, int step)
{
    const auto file = [](const char *kind) { return PageAddress{QStringLiteral("import"), {}}.set("kind", QString::fromLatin1(kind)); };
    const auto students = [&board](const char *kind) {
        return PageAddress{QStringLiteral("student-operation"), {}}.set("kind", QString::fromLatin1(kind)).set("school", board.schoolCode);
    };
    switch (step) {
    case 1:
        return file("upgrade");
    case 2:
        return file("students");
    case 3:
        return {QStringLiteral("issues"), {}};
    case 4:
        return PageAddress{QStringLiteral("passwords"), {}}.set("school", board.schoolCode);
    case 5:
        return file("groups");
    case 6:
        return file("staff");
    case 7:
        return students("archive").set("class", QString::number(board.schoolYear - 1));
    case 8:
        return students("archive");
    default:
        return PageAddress{QStringLiteral("group-operation"), {}}.set("kind", QStringLiteral("archive")).set("school", board.schoolCode);
    }
}

QString idList(const QVector<qint64> &ids)
{
    QStringList texts;
    for (const qint64 id : ids)
        texts.append(QString::number(id));
    return texts.join(QLatin1Char(','));
}

} // namespace

BoardPage::BoardPage(const PageContext &context, QWidget *parent)
    : Page(QStringLiteral("board"), parent), m_context(context), m_school(new QComboBox), m_order(new QComboBox), m_reason(mutedLabel({})),
      m_notice(bodyLabel({}))
{
    named(m_school, "boardSchoolInput", tr("School"));
    named(m_order, "boardOrderInput", tr("Order of the steps"));
    m_school->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_order->addItem(tr("By number"), QStringLiteral("number"));
    m_order->addItem(tr("Recommended order"), QStringLiteral("recommended"));
    auto *top = new QHBoxLayout;
    top->setSpacing(spacing::related);
    top->addWidget(m_school);
    top->addWidget(m_order);
    top->addStretch(1);
    auto *inside = new QWidget;
    m_steps = new QVBoxLayout(inside);
    m_steps->setContentsMargins(0, 0, spacing::related, spacing::margin);
    m_steps->setSpacing(spacing::group);
    auto *scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("boardSteps"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    scroll->setWidget(inside);
    m_notice->setObjectName(QStringLiteral("boardNotice"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::margin, 0, spacing::margin, 0);
    column->setSpacing(spacing::related);
    column->addLayout(top);
    column->addWidget(m_notice);
    column->addWidget(m_reason);
    column->addWidget(scroll, 1);
    connect(m_school, &QComboBox::activated, this, [this] {
        show();
        Q_EMIT addressChanged();
    });
    connect(m_order, &QComboBox::activated, this, [this] {
        show();
        Q_EMIT addressChanged();
    });
    // Evidence is live: other people's work and one's own undo show at once, several changes in one go.
    auto *again = new QTimer(this);
    again->setSingleShot(true);
    again->setInterval(300);
    connect(again, &QTimer::timeout, this, &BoardPage::read);
    connect(context.store, &StoreThread::changed, again, qOverload<>(&QTimer::start));
}

QString BoardPage::sentence() const
{
    const SchoolBoard *shown = board();
    if (!shown)
        return {};
    int settled = 0;
    for (const BoardStep &step : shown->steps)
        settled += step.state == BoardState::Done || step.state == BoardState::NotApplicable || step.state == BoardState::HandledByRosterSource;
    return tr("%1: %2 of %3 steps are settled for %4").arg(shown->schoolName).arg(settled).arg(boardStepCount).arg(schoolYearName(shown->schoolYear));
}

void BoardPage::open(const PageAddress &address)
{
    if (const QString school = address.parameter("school"); !school.isEmpty())
        m_wantedSchool = school;
    if (const int place = m_order->findData(address.parameter("order")); place >= 0)
        m_order->setCurrentIndex(place);
    read();
}

PageAddress BoardPage::address() const
{
    PageAddress address{name(), {}};
    if (const SchoolBoard *shown = board())
        address.set("school", shown->schoolCode);
    address.set("order", m_order->currentData().toString());
    return address;
}

void BoardPage::read()
{
    m_context.store->run<QVector<SchoolBoard>>(
        this, [](Session &session) { return readSchoolBoards(session); },
        [this](const Result<QVector<SchoolBoard>> &boards) {
            if (!boards)
                return showError(boards.error());
            m_boards = *boards;
            m_isRead = true;
            fillSchools();
            show();
        });
}

void BoardPage::fillSchools()
{
    const QString chosen = m_wantedSchool.isEmpty() ? m_school->currentData().toString() : m_wantedSchool;
    m_wantedSchool.clear();
    m_school->clear();
    for (const SchoolBoard &one : std::as_const(m_boards))
        m_school->addItem(one.schoolName, one.schoolCode);
    m_school->setCurrentIndex(std::max(0, m_school->findData(chosen)));
}

const SchoolBoard *BoardPage::board() const
{
    const int place = m_school->currentIndex();
    return place >= 0 && place < m_boards.size() ? &m_boards[place] : nullptr;
}

void BoardPage::show()
{
    while (QLayoutItem *item = m_steps->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    Q_EMIT headerChanged();
    const SchoolBoard *shown = board();
    m_notice->setVisible(shown && !shown->notice.isEmpty());
    m_reason->setText(shown ? shown->reason : m_isRead ? tr("There is no school yet. Import the schools first.") : QString());
    if (!shown)
        return;
    m_notice->setText(shown->notice);
    const bool isRecommended = m_order->currentData() == QLatin1String("recommended");
    for (int i = 0; i < boardStepCount; ++i) {
        const int number = isRecommended ? recommendedBoardOrder()[static_cast<size_t>(i)] : i + 1;
        m_steps->addWidget(stepCard(*shown, shown->steps[static_cast<size_t>(number - 1)]));
    }
    m_steps->addStretch(1);
}

QWidget *BoardPage::stepCard(const SchoolBoard &board, const BoardStep &step)
{
    auto *card = new Card;
    card->setObjectName(QStringLiteral("boardStep_%1").arg(step.number));
    auto *head = new QHBoxLayout;
    head->setSpacing(spacing::related);
    head->addWidget(sectionLabel(tr("%1  %2").arg(step.number).arg(step.title)), 1);
    head->addWidget(new StatusChip(toneOf(step.state), boardStateTitle(step.state)));
    card->content()->addLayout(head);
    card->content()->addWidget(mutedLabel(step.purpose));
    addCounts(card, step);
    if (!step.attention.isEmpty()) {
        const QStringList first = step.attention.mid(0, 5);
        const QString more = step.attention.size() > 5 ? tr(" and %1 more").arg(step.attention.size() - 5) : QString();
        card->content()->addWidget(bodyLabel(tr("Needs attention: %1").arg(first.join(QStringLiteral(", ")) + more)));
    }
    for (const QString &effect : step.effects)
        card->content()->addWidget(bodyLabel(effect));
    addSignature(card, board, step);
    return card;
}

/// Every count is a link to the records behind it.
void BoardPage::addCounts(Card *card, const BoardStep &step)
{
    auto *row = new QWidget;
    auto *flow = new FlowLayout(row);
    for (const BoardCount &count : step.counts) {
        auto *link = new QPushButton(tr("%1: %2").arg(count.label, QLocale().toString(count.ids.size())));
        named(link, qPrintable(QStringLiteral("boardCount_%1_%2").arg(step.number).arg(count.name)), link->text());
        makeLink(link);
        link->setEnabled(!count.ids.isEmpty() && !count.entity.isEmpty());
        const QString page = count.entity == QLatin1String("batches") ? QStringLiteral("history") : count.entity;
        connect(link, &QPushButton::clicked, this, [this, page, ids = idList(count.ids)] { goTo(PageAddress{page, {}}.set("only", ids)); });
        flow->addWidget(link);
    }
    card->content()->addWidget(row);
}

void BoardPage::addSignature(Card *card, const SchoolBoard &board, const BoardStep &step)
{
    auto *row = new QWidget;
    auto *flow = new FlowLayout(row);
    const auto add = [&](const char *what, const QString &text, auto &&run) {
        auto *button = new QPushButton(text);
        named(button, qPrintable(QStringLiteral("%1_%2").arg(QLatin1String(what)).arg(step.number)), tr("Step %1: %2").arg(step.number).arg(text));
        connect(button, &QPushButton::clicked, this, run);
        flow->addWidget(button);
        return button;
    };
    const int number = step.number;
    auto *start = add("boardStart", step.action, [this, place = placeOf(board, number)] { goTo(place); });
    if (step.state == BoardState::NotStarted || step.state == BoardState::InProgress || step.state == BoardState::NeedsAttention)
        makePrimary(start);
    if (number == 1)
        add("boardFilter", tr("Promote by filter"), [this, code = board.schoolCode] {
            goTo(PageAddress{QStringLiteral("student-operation"), {}}.set("kind", QStringLiteral("upgrade")).set("school", code));
        });
    if (m_context.store->person().may(Right::BatchOperations)) {
        const bool isMarked = !step.signedBy.isEmpty() || step.state == BoardState::NotApplicable;
        auto *note = new QLineEdit;
        named(note, qPrintable(QStringLiteral("boardNote_%1").arg(number)), tr("Note of the sign-off of step %1").arg(number));
        note->setPlaceholderText(tr("Note"));
        note->setMinimumWidth(220);
        if (isMarked) {
            delete note;
            add("boardClear", tr("Take the mark back"), [this, number] { mark(number, BoardMark::Clear, {}); });
        } else {
            flow->addWidget(note);
            add("boardSign", tr("Sign off"), [this, number, note] { mark(number, BoardMark::Sign, note->text().trimmed()); });
            add("boardNotApplicable", tr("Not applicable"), [this, number, note] { mark(number, BoardMark::NotApplicable, note->text().trimmed()); });
        }
        if (step.state == BoardState::HandledByRosterSource)
            add("boardOpen", tr("Open it all the same"), [this, number] { mark(number, BoardMark::Open, {}); });
    }
    card->content()->addWidget(row);
    if (!step.signedBy.isEmpty()) {
        const QString when = QLocale().toString(QDateTime::fromMSecsSinceEpoch(step.signedAt), QLocale::ShortFormat);
        const QString note = step.note.isEmpty() ? QString() : tr(": %1").arg(step.note);
        card->content()->addWidget(mutedLabel(tr("Signed off by %1, %2%3").arg(step.signedBy, when, note)));
    }
}

void BoardPage::mark(int step, BoardMark mark, const QString &note)
{
    const SchoolBoard *shown = board();
    if (!shown)
        return;
    m_context.store->run<qint64>(
        this, [board = *shown, step, mark, note](Session &session) { return markBoardStep(session, board, step, mark, note); },
        [this, step](const Result<qint64> &batch) {
            if (!batch)
                return showError(batch.error());
            showDone(tr("Step %1 marked").arg(step), *batch);
            read();
        });
}

QString BoardPage::printableHtml() const
{
    const SchoolBoard *shown = board();
    if (!shown)
        return {};
    QString html = QStringLiteral("<table>");
    for (const BoardStep &step : shown->steps)
        html += QStringLiteral("<tr><td>%1</td><td>%2</td><td>%3</td><td>%4</td></tr>")
                    .arg(QString::number(step.number), step.title.toHtmlEscaped(), boardStateTitle(step.state).toHtmlEscaped(), step.signedBy.toHtmlEscaped());
    return html + QStringLiteral("</table>");
}

} // namespace certdesk
