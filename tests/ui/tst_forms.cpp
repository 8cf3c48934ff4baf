// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/walk.h"
#include "ui/common/banner.h"
#include "ui/common/chart.h"
#include "ui/common/detailspanel.h"
#include "ui/common/filterchiprow.h"
#include "ui/common/form.h"
#include "ui/common/job.h"
#include "ui/common/pageaddress.h"
#include "ui/common/preferences.h"
#include "ui/common/prompt.h"
#include "ui/common/undobar.h"
#include "ui/common/viewmemory.h"
#include "ui/frame/pagehistory.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace certdesk;

class TestForms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFieldIsCheckedWhenOneLeavesIt()
    {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto &section = *new FormSection(QStringLiteral("Student"));
        column->addWidget(&section);
        auto *ssid = new QLineEdit;
        ssid->setObjectName(QStringLiteral("ssidInput"));
        auto *other = new QLineEdit;
        other->setObjectName(QStringLiteral("otherInput"));
        FormField *field = section.add(QStringLiteral("State ID"), ssid)->required()->check([ssid] {
            return ssid->text().size() == 10 ? QString() : QStringLiteral("Ten digits.");
        });
        section.add(QStringLiteral("Other"), other);
        window.show();
        ssid->setFocus();
        QTest::keyClicks(ssid, QStringLiteral("4001"));
        QVERIFY(field->error().isEmpty());
        QFocusEvent leave(QEvent::FocusOut, Qt::TabFocusReason);
        QCoreApplication::sendEvent(ssid, &leave);
        QCOMPARE(field->error(), QStringLiteral("Ten digits."));
        QVERIFY(ssid->accessibleDescription().contains(QStringLiteral("Ten digits.")));
        QTest::keyClicks(ssid, QStringLiteral("300271"));
        QVERIFY(field->error().isEmpty());
        QCOMPARE(ssid->accessibleName(), QStringLiteral("State ID"));
    }

    void savingShowsAllErrors()
    {
        FormSection section(QStringLiteral("Student"));
        auto *first = new QLineEdit;
        first->setObjectName(QStringLiteral("firstInput"));
        auto *second = new QLineEdit;
        second->setObjectName(QStringLiteral("secondInput"));
        section.add(QStringLiteral("First"), first)->required();
        section.add(QStringLiteral("Second"), second)->required();
        QVERIFY(!section.validate());
        QVERIFY(!section.fields()[0]->error().isEmpty());
        QVERIFY(!section.fields()[1]->error().isEmpty());
        first->setText(QStringLiteral("a"));
        second->setText(QStringLiteral("b"));
        QVERIFY(section.validate());
    }

    void addressesSurviveAnyText_data()
    {
        QTest::addColumn<QString>("value");
        QTest::newRow("plain") << QStringLiteral("17");
        QTest::newRow("signs") << QStringLiteral("a=b&c?d#e%20/ü+ +");
        QTest::newRow("empty") << QString();
    }
    void addressesSurviveAnyText()
    {
        QFETCH(QString, value);
        const PageAddress address = PageAddress{QStringLiteral("students"), {}}.set("filter", value).set("id", QStringLiteral("3"));
        const auto back = PageAddress::fromText(address.text());
        QVERIFY(back);
        QVERIFY(*back == address);
    }
    void foreignLinksAreNoAddresses()
    {
        for (const auto &text : {QStringLiteral("https://example.org/"), QStringLiteral("certdesk:"), QString(), QStringLiteral("students?id=1")})
            QVERIFY2(!PageAddress::fromText(text), qPrintable(text));
    }

    void historyForgetsWhatLayAhead()
    {
        PageHistory history;
        for (const auto &page : {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("b"), QStringLiteral("c")})
            history.visit({page, {}});
        QCOMPARE(history.back().page, QStringLiteral("b"));
        QCOMPARE(history.back().page, QStringLiteral("a"));
        QVERIFY(!history.canGoBack());
        history.visit({QStringLiteral("d"), {}});
        QVERIFY(!history.canGoForward());
        QCOMPARE(history.back().page, QStringLiteral("a"));
        for (int i = 0; i < 2 * PageHistory::kept; ++i)
            history.visit(PageAddress{QStringLiteral("n"), {}}.set("i", QString::number(i)));
        int steps = 0;
        for (; history.canGoBack(); ++steps)
            history.back();
        QCOMPARE(steps, PageHistory::kept - 1);
    }

    void remainingTimeIsToldAfterTwoSeconds_data()
    {
        QTest::addColumn<qint64>("elapsed");
        QTest::addColumn<qint64>("done");
        QTest::addColumn<qint64>("total");
        QTest::addColumn<bool>("told");
        QTest::newRow("too early") << qint64{1999} << qint64{50} << qint64{100} << false;
        QTest::newRow("told") << qint64{2000} << qint64{50} << qint64{100} << true;
        QTest::newRow("nothing done") << qint64{9000} << qint64{0} << qint64{100} << false;
        QTest::newRow("no total") << qint64{9000} << qint64{5} << qint64{0} << false;
        QTest::newRow("all done") << qint64{9000} << qint64{100} << qint64{100} << false;
    }
    void remainingTimeIsToldAfterTwoSeconds()
    {
        QFETCH(qint64, elapsed);
        QFETCH(qint64, done);
        QFETCH(qint64, total);
        QTEST(!Job::remainingText(elapsed, done, total).isEmpty(), "told");
    }

    void aJobRunsElsewhereAndCanBeCancelled()
    {
        QSemaphore started;
        auto *job = Job::start(QStringLiteral("Count"), QStringLiteral("rows"), [&started](Progress &progress) -> Result<Job::Notice> {
            started.release();
            while (!progress.isCancelled())
                progress.report(QStringLiteral("Counting"), 1, 2);
            return Progress::cancelledError();
        }, this);
        QSignalSpy ended(job, &Job::ended);
        started.acquire();
        job->cancel();
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(job->state(), Job::State::Cancelled);
        delete job;
    }

    void promptsAnswerWithoutABox()
    {
        QWidget window;
        bool answered = false;
        Prompt::setNextAnswer(true);
        Prompt::ask(&window, {QStringLiteral("Delete 80 groups?"), QStringLiteral("Their members stay."), QStringLiteral("Delete 80 groups"), {}, true},
                    [&](bool yes) { answered = yes; });
        QVERIFY(answered);
        QCOMPARE(Prompt::lastQuestion().verb, QStringLiteral("Delete 80 groups"));
    }
    void promptsShowTheVerb()
    {
        QWidget window;
        window.show();
        int answer = -1;
        Prompt::ask(&window, {QStringLiteral("Delete 80 groups?"), {}, QStringLiteral("Delete 80 groups"), {}, true}, [&](bool yes) { answer = yes; });
        auto *box = window.findChild<QWidget *>(QStringLiteral("prompt"));
        QVERIFY(box);
        QCOMPARE(walk::unnamedInputs(box), QStringList());
        auto *keep = box->findChild<QPushButton *>(QStringLiteral("promptKeepButton"));
        QVERIFY(keep->isDefault());
        box->findChild<QPushButton *>(QStringLiteral("promptVerbButton"))->click();
        QCOMPARE(answer, 1);
    }

    void theDetailsPanelRemembersItsWidth()
    {
        QTemporaryDir folder;
        ViewMemory memory(QStringLiteral("robin"), folder.filePath(QStringLiteral("m.ini")));
        const auto make = [&] {
            auto panel = std::make_unique<DetailsPanel>(new QWidget, new QWidget, QStringLiteral("Details"), QStringLiteral("students/details"), &memory);
            panel->resize(1000, 400);
            panel->show();
            return panel;
        };
        auto panel = make();
        QCOMPARE(panel->sizes().value(1), 340);
        panel->setSizes({500, 492});
        Q_EMIT panel->splitterMoved(500, 1);
        panel = make();
        QVERIFY(qAbs(panel->sizes().value(1) - 492) < 3);
        panel->findChild<QAbstractButton *>(QStringLiteral("closeDetailsButton"))->click();
        panel = make();
        QVERIFY(!panel->isOpen());
    }

    void memoryNamesNobody()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("m.ini"));
        {
            ViewMemory memory(QStringLiteral("robin.alder"), file);
            memory.setValue(QStringLiteral("students/columns"), QStringList{QStringLiteral("name")});
        }
        QFile text(file);
        QVERIFY(text.open(QIODevice::ReadOnly));
        QVERIFY(!text.readAll().contains("alder"));
    }

    void daysAreWrittenAsChosen_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<QString>("text");
        QTest::newRow("iso") << 1 << QStringLiteral("2026-05-31");
        QTest::newRow("month first") << 2 << QStringLiteral("05/31/2026");
        QTest::newRow("day first") << 3 << QStringLiteral("31.05.2026");
    }
    void daysAreWrittenAsChosen()
    {
        QFETCH(int, format);
        QFETCH(QString, text);
        QTemporaryDir folder;
        Preferences preferences(folder.filePath(QStringLiteral("p.ini")));
        preferences.setDayFormat(static_cast<Preferences::DayFormat>(format));
        QCOMPARE(preferences.dayText(dayNumber(2026, 5, 31)), text);
    }

    void chartsHaveATableAndCsv()
    {
        Chart chart;
        chart.resize(400, 240);
        chart.setData({ChartData::Kind::Bars, QStringLiteral("More passes"), QStringLiteral("passes"), {QStringLiteral("2024-25"), QStringLiteral("a \"b\"")}, {{{}, {3, 4}, {}}}});
        QCOMPARE(chart.csv(), QStringLiteral("\"passes\",\"\"\n\"2024-25\",3\n\"a \"\"b\"\"\",4\n"));
        chart.show();
        chart.findChild<QAbstractButton *>(QStringLiteral("chartTableButton"))->click();
        QVERIFY(chart.isTableShown());
        chart.showTable(false);
        QSignalSpy clicked(&chart, &Chart::clicked);
        QTest::mouseClick(chart.canvas(), Qt::LeftButton, {}, QPoint(chart.canvas()->width() - 20, 40));
        QCOMPARE(clicked.value(0).value(0).toInt(), 1);
    }

    void filterChipsAreRemovedOneByOne()
    {
        FilterChipRow row;
        row.setChips({{QStringLiteral("a"), QStringLiteral("Grade: 11"), true}, {QStringLiteral("b"), QStringLiteral("2 rows left"), false}});
        QSignalSpy removed(&row, &FilterChipRow::removed);
        QSignalSpy clicked(&row, &FilterChipRow::clicked);
        row.findChild<QPushButton *>(QStringLiteral("filterChip_a"))->click();
        row.findChild<QPushButton *>(QStringLiteral("filterChip_b"))->click();
        QCOMPARE(removed.value(0).value(0).toString(), QStringLiteral("a"));
        QCOMPARE(clicked.value(0).value(0).toString(), QStringLiteral("b"));
        row.setChips({});
        QVERIFY(row.isHidden());
    }

    void theUndoBarWaitsWhileThePointerIsOnIt()
    {
        QWidget window;
        UndoBar bar(&window);
        window.show();
        bar.showDone(QStringLiteral("148 students promoted"), 3);
        QVERIFY(bar.isCounting());
        const QPointF here(1, 1);
        QEnterEvent enter(here, here, here);
        QCoreApplication::sendEvent(&bar, &enter);
        QVERIFY(!bar.isCounting());
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(&bar, &leave);
        QVERIFY(bar.isCounting());
    }
};

QTEST_MAIN(TestForms)
#include "tst_forms.moc"
