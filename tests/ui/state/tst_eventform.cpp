// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/walk.h"
#include "ui/common/theme.h"
#include "ui/state/eventform.h"

#include <QCheckBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QTreeWidget>

using namespace certdesk;

class TestEventForm : public QObject
{
    Q_OBJECT

    static EventChoices choices()
    {
        EventChoices choices;
        choices.schoolYears = {2027, 2026};
        choices.categories = {{QStringLiteral("Industry certificates"), QStringLiteral("district")}, {QStringLiteral("School rosters"), QStringLiteral("school")}};
        choices.groups = {{QStringLiteral("CERT"), QStringLiteral("Certificates")}, {QStringLiteral("ROSTER"), QStringLiteral("Roster")}};
        choices.participants = {{QStringLiteral("D1"), QStringLiteral("Alder Valley"), {}, {}},
                                {QStringLiteral("D2"), QStringLiteral("Birch Hills"), {}, {}},
                                {QStringLiteral("D1"), QStringLiteral("Alder Valley"), QStringLiteral("0101"), QStringLiteral("Alder High School")},
                                {QStringLiteral("D2"), QStringLiteral("Birch Hills"), QStringLiteral("0201"), QStringLiteral("Birch High School")}};
        return choices;
    }

    static QJsonObject event()
    {
        const auto text = [](const char *latin) { return QString::fromLatin1(latin); };
        const QJsonObject group{{text("code"), text("CERT")}, {text("district"), true}, {text("state"), true}, {text("snapshot"), false}};
        const QJsonObject link{{text("name"), text("Handbook")}, {text("url"), text("https://state.example/handbook")}};
        return {{text("name"), text("Spring certificates")},
                {text("schoolYear"), text("2026-27")},
                {text("description"), text("All certificates of the year")},
                {text("level"), text("district")},
                {text("category"), text("Industry certificates")},
                {text("startDate"), text("2027-05-01")},
                {text("opensDate"), text("2027-05-15")},
                {text("endDate"), text("2027-06-30")},
                {text("groups"), QJsonArray{group}},
                {text("participants"), QJsonArray{text("D1")}},
                {text("snapshotMethod"), text("start")},
                {text("snapshotTime"), text("2027-06-15T12:00:00Z")},
                {text("noSnapshotStep"), false},
                {text("options"), QJsonObject{{text("acknowledgeWarnings"), true}, {text("gracePeriodHours"), 24}}},
                {text("links"), QJsonArray{link}}};
    }

    static QPushButton *button(EventForm &form, const char *name) { return form.findChild<QPushButton *>(QLatin1String(name)); }

private Q_SLOTS:
    void initTestCase() { m_theme = new ThemeKeeper(*qApp); }

    void whatIsOpenedComesBackUnchanged()
    {
        EventForm form;
        form.setChoices(choices());
        form.setDocument(event(), false, false);
        QCOMPARE(QJsonDocument(form.document()).toJson(), QJsonDocument(event()).toJson());
        QVERIFY(!form.isChanged());
    }

    void aNewEventHasTheButtonsOfItsTab()
    {
        EventForm form;
        form.setChoices(choices());
        QJsonObject document = event();
        document[QLatin1String("name")] = QStringLiteral("Student Tardiness");
        form.setDocument(document, true, false);
        form.showTab(EventForm::Snapshots);
        QCOMPARE(form.heading(), QStringLiteral("New Event: Student Tardiness"));
        QVERIFY(!button(form, "deleteEvent")->isVisibleTo(&form));
        QVERIFY(!button(form, "nextTab")->isVisibleTo(&form));
        for (const char *name : {"previousTab", "cancelEvent", "saveEvent", "publishEvent"})
            QVERIFY2(button(form, name)->isVisibleTo(&form), name);
        form.showTab(EventForm::Details);
        QVERIFY(button(form, "nextTab")->isVisibleTo(&form));
        QVERIFY(!button(form, "publishEvent")->isVisibleTo(&form));
    }

    void anUnpublishedEventCanBeDeletedAndOpenedAtItsLastTab()
    {
        EventForm form;
        form.setChoices(choices());
        form.setDocument(event(), false, true);
        form.findChild<QTabWidget *>()->setCurrentIndex(EventForm::Snapshots);
        QCOMPARE(form.heading(), QStringLiteral("Edit Event: Spring certificates"));
        QVERIFY(button(form, "deleteEvent")->isVisibleTo(&form));
        QSignalSpy published(&form, &EventForm::publishWanted);
        button(form, "publishEvent")->click();
        QCOMPARE(published.count(), 1);
    }

    void theSnapshotTimeBelongsToTheMethodsThatMakeSnapshots()
    {
        EventForm form;
        form.setChoices(choices());
        form.setDocument(event(), false, true);
        form.showTab(EventForm::Snapshots);
        auto *time = form.findChild<QWidget *>(QStringLiteral("snapshotTime"));
        QVERIFY(time->isVisibleTo(&form));
        form.findChild<QRadioButton *>(QStringLiteral("snapshotNone"))->click();
        QVERIFY(!time->isVisibleTo(&form));
        QVERIFY(!form.document().contains(QLatin1String("snapshotTime")));
        QVERIFY(form.isChanged());
    }

    void schoolLevelOffersSchoolsAndTheirCategories()
    {
        EventForm form;
        form.setChoices(choices());
        form.setDocument(event(), false, true);
        form.findChild<QRadioButton *>(QStringLiteral("levelSchool"))->click();
        form.findChild<QPushButton *>(QStringLiteral("selectAllParticipants"))->click();
        const QJsonArray chosen = form.document()[QLatin1String("participants")].toArray();
        QCOMPARE(chosen.size(), 2);
        QCOMPARE(chosen[1].toObject()[QLatin1String("school")].toString(), QStringLiteral("0201"));
        QCOMPARE(form.document()[QLatin1String("category")].toString(), QString());
    }

    void datesOutOfOrderAreSaidOnTheirTab()
    {
        EventForm form;
        form.setChoices(choices());
        QJsonObject document = event();
        document[QLatin1String("endDate")] = QStringLiteral("2027-05-02");
        form.setDocument(document, false, true);
        form.showTab(EventForm::Snapshots);
        QVERIFY(!form.validate());
        QCOMPARE(form.findChild<QTabWidget *>()->currentIndex(), static_cast<int>(EventForm::Details));
    }

    void withoutTheRightPublishingSaysWhy()
    {
        EventForm form;
        form.setPublishHindrance(QStringLiteral("You lack the right \"publish events\"."));
        form.showTab(EventForm::Snapshots);
        QVERIFY(!button(form, "publishEvent")->isEnabled());
        QCOMPARE(button(form, "publishEvent")->toolTip(), QStringLiteral("You lack the right \"publish events\"."));
    }

    void everyTabReadsWell_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<int>("points");
        QTest::newRow("light") << false << 10;
        QTest::newRow("dark") << true << 10;
        QTest::newRow("large") << false << 20;
    }
    void everyTabReadsWell()
    {
        QFETCH(bool, dark);
        QFETCH(int, points);
        m_theme->choose(dark ? theme::Choice::Dark : theme::Choice::Light);
        QFont font = QApplication::font();
        font.setPointSize(points);
        QApplication::setFont(font);
        EventForm form;
        form.setChoices(choices());
        form.setDocument(event(), false, true);
        form.setStatusCounts({{QStringLiteral("In Progress"), 12}, {QStringLiteral("Certification Sent to State"), 3}});
        form.resize(1280, 640);
        form.show();
        for (int tab = 0; tab < 4; ++tab) {
            form.showTab(static_cast<EventForm::Tab>(tab));
            QCoreApplication::processEvents();
            walk::picture(&form, QStringLiteral("event-%1-%2").arg(QString::fromLatin1(QTest::currentDataTag())).arg(tab + 1));
            QCOMPARE(walk::unnamedInputs(&form), QStringList());
            QCOMPARE(walk::clippedTexts(&form), QStringList());
        }
    }

private:
    ThemeKeeper *m_theme = nullptr;
};

QTEST_MAIN(TestEventForm)
#include "tst_eventform.moc"
