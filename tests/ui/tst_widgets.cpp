// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/walk.h"
#include "ui/common/announce.h"
#include "ui/common/banner.h"
#include "ui/common/card.h"
#include "ui/common/chart.h"
#include "ui/common/detailspanel.h"
#include "ui/common/emptystate.h"
#include "ui/common/filterchiprow.h"
#include "ui/common/findbox.h"
#include "ui/common/flowlayout.h"
#include "ui/common/form.h"
#include "ui/common/icons.h"
#include "ui/common/jobs.h"
#include "ui/common/navigationrail.h"
#include "ui/common/page.h"
#include "ui/common/pageheader.h"
#include "ui/common/statuschip.h"
#include "ui/common/style.h"
#include "ui/common/text.h"
#include "ui/common/undobar.h"
#include "ui/common/wizardframe.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QFontDatabase>
#include <QProgressBar>
#include <QRadioButton>
#include <QSpinBox>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QVBoxLayout>

using namespace certdesk;

namespace {

QVector<PageEntry> entries()
{
    const auto entry = [](const char *name, const char *word, const char *icon, PageEntry::Place place) {
        return PageEntry{QString::fromLatin1(name), QString::fromLatin1(word), QString::fromLatin1(icon), place, {}, {}};
    };
    using Place = PageEntry::Place;
    return {entry("home", "Home", "home", Place::Work), entry("certification", "Certification", "certification", Place::Work),
            entry("students", "Students", "students", Place::Work), entry("groups", "Groups", "groups", Place::Work),
            entry("staff", "Staff", "staff", Place::Work), entry("certificates", "Certificates", "certificates", Place::Work),
            entry("evidence", "Evidence", "evidence", Place::Work), entry("reports", "Reports", "reports", Place::Work),
            entry("events", "Events", "events", Place::State), entry("districts", "Districts", "districts", Place::State),
            entry("rules", "Rules", "rules", Place::State), entry("settings", "Settings", "settings", Place::Foot),
            entry("help", "Help", "help", Place::Foot)};
}

QWidget *controls(QWidget *parent)
{
    auto *card = new Card(QStringLiteral("Inputs"), parent);
    auto *section = new FormSection({}, {}, card);
    auto *line = new QLineEdit(QStringLiteral("Ellery"));
    line->setObjectName(QStringLiteral("givenNameInput"));
    section->add(QStringLiteral("Given name"), line)->required()->help(QStringLiteral("As in the student's birth record."));
    auto *ssid = new QLineEdit(QStringLiteral("40013x"));
    ssid->setObjectName(QStringLiteral("ssidInput"));
    section->add(QStringLiteral("State identifier"), ssid)->check([] { return QStringLiteral("Ten digits; this one has a letter at place 6."); })->validate();
    auto *combo = new QComboBox;
    combo->setObjectName(QStringLiteral("gradeInput"));
    combo->addItems({QStringLiteral("Grade 11"), QStringLiteral("Grade 12")});
    section->add(QStringLiteral("Grade"), combo);
    auto *date = new QDateEdit(QDate(2009, 4, 17));
    date->setObjectName(QStringLiteral("birthInput"));
    section->add(QStringLiteral("Birth date"), date);
    auto *box = new QCheckBox(QStringLiteral("Shows in reports"));
    named(box, "reportsBox", box->text());
    box->setChecked(true);
    section->addRow(box);
    auto *radio = new QRadioButton(QStringLiteral("Active"));
    named(radio, "activeRadio", radio->text());
    radio->setChecked(true);
    section->addRow(radio);
    card->content()->addWidget(section);
    return card;
}

QWidget *signs(QWidget *parent)
{
    auto *card = new Card(QStringLiteral("Status"), parent);
    auto *chips = new QWidget(card);
    auto *flow = new FlowLayout(chips);
    flow->addWidget(new StatusChip(Tone::Good, QStringLiteral("Passed")));
    flow->addWidget(new StatusChip(Tone::Attention, QStringLiteral("Evidence missing")));
    flow->addWidget(new StatusChip(Tone::Problem, QStringLiteral("Fatal finding")));
    flow->addWidget(new StatusChip(Tone::Waiting, QStringLiteral("Waiting for the state")));
    flow->addWidget(new StatusChip(Tone::Neutral, QStringLiteral("Draft")));
    card->content()->addWidget(chips);
    auto *filters = new FilterChipRow(card);
    filters->setChips({{QStringLiteral("status"), QStringLiteral("Status: active"), true},
                       {QStringLiteral("school"), QStringLiteral("School: Alder High"), true},
                       {QStringLiteral("left"), QStringLiteral("2 rows left the filter"), false}});
    card->content()->addWidget(filters);
    auto *bar = new QProgressBar(card);
    bar->setValue(34);
    bar->setTextVisible(false);
    card->content()->addWidget(bar);
    auto *buttons = new QWidget(card);
    auto *row = new FlowLayout(buttons);
    const auto button = [&](const char *object, const QString &text) {
        auto *b = new QPushButton(text, buttons);
        named(b, object, text);
        row->addWidget(b);
        return b;
    };
    makePrimary(button("primaryButton", QStringLiteral("Import students")));
    button("plainButton", QStringLiteral("Export"))->setIcon(icons::icon(QStringLiteral("export")));
    makeDestructive(button("destructiveButton", QStringLiteral("Delete 80 groups")));
    makeLink(button("linkButton", QStringLiteral("Show 31 findings")));
    button("disabledButton", QStringLiteral("Not now"))->setEnabled(false);
    card->content()->addWidget(buttons);
    auto *spin = new QSpinBox(card);
    named(spin, "idleInput", QStringLiteral("Minutes"));
    spin->setValue(15);
    card->content()->addWidget(spin);
    auto *tabs = new QTabWidget(card);
    tabs->addTab(mutedLabel(QStringLiteral("What the tab holds.")), QStringLiteral("Members"));
    tabs->addTab(new QWidget, QStringLiteral("Directions"));
    tabs->setObjectName(QStringLiteral("tabs"));
    card->content()->addWidget(tabs);
    return card;
}

QWidget *charts(QWidget *parent)
{
    auto *card = new Card(parent);
    auto *bars = new Chart(card);
    bars->setData({ChartData::Kind::Stacked, QStringLiteral("Evidence is missing for 41 of 312 passes"), QStringLiteral("passes"),
                   {QStringLiteral("2023-24"), QStringLiteral("2024-25"), QStringLiteral("2025-26")},
                   {{QStringLiteral("with evidence"), {198, 240, 271}, Tone::Good}, {QStringLiteral("missing"), {12, 31, 41}, Tone::Attention}}});
    card->content()->addWidget(bars);
    auto *lines = new Chart(card);
    lines->setData({ChartData::Kind::Lines, QStringLiteral("Passes grew by a third in three years"), QStringLiteral("passes"),
                    {QStringLiteral("2023-24"), QStringLiteral("2024-25"), QStringLiteral("2025-26")},
                    {{QString(), {234, 281, 312}, {}}}});
    card->content()->addWidget(lines);
    return card;
}

/// Everything at once, as a page would use it.
class Gallery : public QWidget
{
public:
    Gallery()
    {
        auto *rail = new NavigationRail(this);
        rail->setEntries(entries());
        rail->setCurrent(QStringLiteral("students"));
        rail->setCount(QStringLiteral("evidence"), QStringLiteral("41"));
        auto *header = new PageHeader(this);
        header->setTitle(QStringLiteral("Students"), QStringLiteral("2025-26"));
        header->setSentence(QStringLiteral("1,204 students, 31 need attention"));
        QList<QAction *> actions;
        for (const auto &text : {QStringLiteral("Import"), QStringLiteral("Export"), QStringLiteral("Add student"), QStringLiteral("Print")}) {
            actions.append(new QAction(icons::icon(QStringLiteral("export")), text, this));
            actions.last()->setObjectName(text.toLower().remove(QLatin1Char(' ')));
        }
        header->setActions(actions);
        auto *banner = new Banner(this);
        banner->showError({Error::Kind::Unavailable, QStringLiteral("ST-07"), QStringLiteral("The server does not answer. What you typed is kept here."),
                           QStringLiteral("Check the network, then try again."), QStringLiteral("connect timed out after 5 s")},
                          QStringLiteral("Try again"), [] {});
        auto *undo = new UndoBar(this);
        undo->showDone(QStringLiteral("148 students promoted"), 17);
        auto *columns = new QHBoxLayout;
        columns->setSpacing(spacing::group);
        for (QWidget *part : {controls(this), signs(this), charts(this)})
            columns->addWidget(part, 1);
        auto *page = new QVBoxLayout;
        page->setContentsMargins(0, 0, 0, 0);
        page->addWidget(header);
        auto *body = new QVBoxLayout;
        body->setContentsMargins(spacing::margin, 0, spacing::margin, spacing::margin);
        body->setSpacing(spacing::group);
        body->addWidget(banner);
        body->addLayout(columns, 1);
        body->addWidget(undo);
        page->addLayout(body, 1);
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(0);
        row->addWidget(rail);
        row->addLayout(page, 1);
    }
};

} // namespace

class TestWidgets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void gallery_data();
    void gallery();
    void wizard_data();
    void wizard();
    void theRailShowsItsWords();
    void find();
    void jobs();

private:
    ThemeKeeper *m_theme = nullptr;
    QFont m_font;
};

void TestWidgets::initTestCase()
{
    if (QFontDatabase::families().contains(QStringLiteral("Noto Sans")))
        QApplication::setFont(QFont(QStringLiteral("Noto Sans"), 10));
    m_font = QApplication::font();
    m_theme = new ThemeKeeper(*qApp);
}

void TestWidgets::gallery_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<double>("points");
    QTest::addColumn<QSize>("size");
    QTest::newRow("light") << false << 10.0 << QSize(1366, 768);
    QTest::newRow("dark") << true << 10.0 << QSize(1366, 768);
    QTest::newRow("large") << false << 20.0 << QSize(2200, 1500);
}

void TestWidgets::gallery()
{
    QFETCH(bool, dark);
    QFETCH(double, points);
    QFETCH(QSize, size);
    m_theme->choose(dark ? theme::Choice::Dark : theme::Choice::Light);
    QFont font = m_font;
    font.setPointSizeF(points);
    QApplication::setFont(font);
    Gallery gallery;
    gallery.resize(size);
    gallery.show();
    walk::picture(&gallery, QStringLiteral("gallery-%1").arg(QString::fromLatin1(QTest::currentDataTag())));
    QCOMPARE(walk::unnamedInputs(&gallery), QStringList());
    QCOMPARE(walk::clippedTexts(&gallery), QStringList());
    QApplication::setFont(m_font);
}

void TestWidgets::wizard_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestWidgets::wizard()
{
    QFETCH(bool, dark);
    m_theme->choose(dark ? theme::Choice::Dark : theme::Choice::Light);
    WizardFrame frame;
    QVector<QWidget *> contents;
    for (int i = 0; i < 4; ++i) {
        contents.append(new QWidget);
        auto *column = new QVBoxLayout(contents.last());
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(new Card(QStringLiteral("What the checks say")));
        auto *empty = new EmptyState;
        empty->setReason(QStringLiteral("No findings yet"), QStringLiteral("The checks have not run since the last change of the data."), QStringLiteral("Run the checks"));
        column->addWidget(empty, 1);
    }
    frame.addStep(QStringLiteral("Choose the event"), QStringLiteral("Which event do you certify?"), contents[0]);
    frame.addStep(QStringLiteral("Check"), QStringLiteral("Is your district's data right?"), contents[1]);
    frame.addStep(QStringLiteral("Review"), QStringLiteral("Do these numbers say what you expect?"), contents[2]);
    frame.addStep(QStringLiteral("Certify"), QStringLiteral("Do you certify these numbers?"), contents[3]);
    frame.setStepState(0, WizardFrame::StepState::Done);
    frame.setStepState(3, WizardFrame::StepState::Blocked);
    frame.setCurrentStep(1);
    frame.setSentence(1, QStringLiteral("1,204 records checked, 2 fatal findings"));
    frame.setReasons(1, {{QStringLiteral("fatal"), QStringLiteral("2 fatal findings are open"), {QStringLiteral("findings"), {}}},
                         {QStringLiteral("stale"), QStringLiteral("The checks are older than the data"), {}}});
    frame.resize(1200, 700);
    frame.show();
    walk::picture(&frame, QStringLiteral("wizard-%1").arg(QString::fromLatin1(QTest::currentDataTag())));
    QVERIFY(!frame.nextButton()->isEnabled());
    QCOMPARE(walk::unnamedInputs(&frame), QStringList());
    QCOMPARE(walk::clippedTexts(&frame), QStringList());
    PageAddress went;
    QString reason;
    connect(&frame, &WizardFrame::navigationRequested, this, [&](const PageAddress &address) { went = address; });
    connect(&frame, &WizardFrame::reasonClicked, this, [&](const QString &key) { reason = key; });
    frame.findChild<QPushButton *>(QStringLiteral("reason_fatal"))->click();
    frame.findChild<QPushButton *>(QStringLiteral("reason_stale"))->click();
    QCOMPARE(went.page, QStringLiteral("findings"));
    QCOMPARE(reason, QStringLiteral("stale"));
    frame.setReasons(1, {});
    QVERIFY(frame.nextButton()->isEnabled());
}

void TestWidgets::theRailShowsItsWords()
{
    QWidget window;
    auto *row = new QHBoxLayout(&window);
    auto *rail = new NavigationRail(&window);
    row->addWidget(rail);
    row->addWidget(new QWidget(&window), 1);
    window.resize(900, 700);
    window.show();
    rail->setEntries(entries());
    walk::settle();
    auto *word = rail->findChild<QAbstractButton *>(QStringLiteral("rail_certification"));
    QVERIFY(rail->width() > word->fontMetrics().horizontalAdvance(word->text()) + 24);
    QVERIFY(word->width() >= word->sizeHint().width());
    const int wide = rail->width();
    rail->setCollapsed(true);
    walk::settle();
    QVERIFY(rail->width() < wide / 2);
    QCOMPARE(word->toolTip(), word->text());
    QSignalSpy chosen(rail, &NavigationRail::chosen);
    auto *home = rail->findChild<QAbstractButton *>(QStringLiteral("rail_home"));
    QTest::keyClick(home, Qt::Key_Down);
    QTest::keyClick(word, Qt::Key_Return);
    QCOMPARE(chosen.value(0).value(0).toString(), QStringLiteral("certification"));
}

void TestWidgets::find()
{
    m_theme->choose(theme::Choice::Light);
    QWidget window;
    window.resize(1100, 700);
    FindBox box(&window);
    box.addProvider(std::make_unique<ListFindProvider>([] {
        QVector<ListFindProvider::Item> items;
        const auto add = [&](const char *kind, const char *icon, const char *title, const char *detail, const char *page) {
            items.append(ListFindProvider::Item{{QString::fromLatin1(kind), QString::fromLatin1(icon), QString::fromLatin1(title), QString::fromLatin1(detail), {QString::fromLatin1(page), {}}, {}}, {}});
        };
        add("Student", "user", "Ellery Quill", "4001300271, Alder High", "students");
        add("Page", "certificates", "Certificates", "", "certificates");
        add("Action", "import", "Import students", "Ctrl+I", "import");
        return items;
    }));
    PageAddress went;
    connect(&box, &FindBox::chosen, this, [&](const PageAddress &address) { went = address; });
    window.show();
    box.popUp();
    QCOMPARE(box.hitCount(), 3);
    walk::picture(&window, QStringLiteral("find"));
    auto *input = box.findChild<QLineEdit *>(QStringLiteral("findInput"));
    QTest::keyClicks(input, QStringLiteral("cert"));
    QCOMPARE(box.hitCount(), 1);
    QTest::keyClick(input, Qt::Key_Return);
    QCOMPARE(went.page, QStringLiteral("certificates"));
    QVERIFY(box.isHidden());
}

void TestWidgets::jobs()
{
    JobList list;
    auto *one = new Job(QStringLiteral("Import of students"), QStringLiteral("rows"));
    auto *two = new Job(QStringLiteral("Checks"), QStringLiteral("rules"));
    list.add(two);
    list.add(one);
    one->progress()->report(QStringLiteral("Reading"), 34120, 100000);
    two->finish(Job::Notice{QStringLiteral("14 rules ran, 31 findings"), {QStringLiteral("findings"), {}}, 0});
    JobsPopup popup(&list);
    popup.resize(popup.sizeHint());
    popup.show();
    QTRY_COMPARE(one->countText(), QStringLiteral("34,120 of 100,000 rows"));
    walk::picture(&popup, QStringLiteral("jobs"));
    QCOMPARE(list.runningCount(), 1);
    QCOMPARE(walk::unnamedInputs(&popup), QStringList());
    const auto cancels = popup.findChildren<QPushButton *>(QStringLiteral("jobCancelButton"));
    for (QPushButton *button : cancels)
        if (button->isVisible())
            button->click();
    QVERIFY(one->progress()->isCancelled());
    one->finish(Progress::cancelledError());
    QCOMPARE(one->state(), Job::State::Cancelled);
    list.clearEnded();
    QVERIFY(list.jobs().isEmpty());
}

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
