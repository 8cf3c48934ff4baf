// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/certificates/attemptworld.h"
#include "tests/ui/walk.h"
#include "ui/certificates/attemptpanel.h"
#include "ui/certificates/certificatespage.h"
#include "ui/certificates/entryrow.h"
#include "ui/common/banner.h"
#include "ui/common/grid/grid.h"
#include "ui/common/grid/gridview.h"
#include "ui/common/prompt.h"
#include "ui/common/style.h"

#include <QSignalSpy>
#include <QTest>

using namespace certdesk;
using namespace certdesk::test;

namespace {

struct Fixture
{
    explicit Fixture(bool withRows = true) : database(Engine::Sqlite), session(database.session()), world(*session)
    {
        const auto director = world.as(QStringLiteral("director"), QStringLiteral("cte-director"));
        if (withRows) {
            first = add(*session, world.usual())->id;
            AttemptFields again = world.usual("2027-03-13");
            again[4].second = AttemptWorld::text("F");
            second = add(*session, again)->id;
        }
        if (!store.open(database.url()).result() || !store.signIn(QStringLiteral("director"), TestDatabase::password()).result())
            qFatal("no store");
        QTest::qWait(1);
        context.store = &store;
        context.schoolYear = 2027;
        page = std::make_unique<CertificatesPage>(context);
        page->resize(1280, 680);
        page->show();
        page->open({QStringLiteral("certificates"), {}});
        grid = page->findChild<Grid *>();
        if (!QTest::qWaitFor([this] { return grid->table()->isComplete(); }))
            qFatal("no rows");
        page->grab();
    }
    QAction *action(const char *name) const { return page->findChild<QAction *>(QString::fromLatin1(name)); }
    Record stored(qint64 id) const { return *session->record(EntityKind::Attempt, id); }
    qint64 count() const { return session->records(EntityKind::Attempt)->size(); }
    QModelIndex cell(qint64 id, const char *column) const
    {
        return grid->table()->index(grid->table()->rowOf(id), grid->column(QString::fromLatin1(column)));
    }
    template <class T> T *input(const char *name) const { return page->findChild<T *>(QString::fromLatin1(name)); }
    bool pick(const char *name, const QString &text)
    {
        auto *choice = input<ChoiceEdit>(name);
        choice->setFocus();
        QTest::keyClicks(choice, text);
        return QTest::qWaitFor([=] { return !choice->matching(text).isEmpty(); }) && (choice->openList(), true) && [=] {
            choice->setText(choice->matching(text).first().code);
            return choice->chosen() != nullptr;
        }();
    }

    TestDatabase database;
    std::unique_ptr<Session> session;
    AttemptWorld world;
    StoreThread store;
    PageContext context;
    std::unique_ptr<CertificatesPage> page;
    Grid *grid = nullptr;
    qint64 first = 0;
    qint64 second = 0;
};

} // namespace

class TestCertificatesPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(new Style);
        QApplication::setPalette(theme::lightPalette());
    }

    void aRowIsEnteredFilledAndChecked()
    {
        Fixture fixture;
        fixture.action("newAttemptAction")->trigger();
        QVERIFY(fixture.pick("entryStudentInput", QStringLiteral("jose")));
        QVERIFY(QTest::qWaitFor([&] { return !fixture.input<ChoiceEdit>("entryCourseInput")->choices().isEmpty(); }));
        QVERIFY(fixture.pick("entryCourseInput", QStringLiteral("9001")));
        QVERIFY(fixture.pick("entryCertificateInput", QStringLiteral("web")));
        fixture.input<QLineEdit>("entryDateInput")->setText(QStringLiteral("2027-04-20"));
        QVERIFY(fixture.pick("entryOutcomeInput", QStringLiteral("P")));
        auto *filled = fixture.input<QLabel>("entryFilled");
        QVERIFY(QTest::qWaitFor([&] { return filled->text().contains(QStringLiteral("NEW01")) && filled->text().contains(QStringLiteral("9001")); }));
        QVERIFY(filled->text().contains(QStringLiteral("grade 12")));
        walk::picture(fixture.page.get(), QStringLiteral("certificates-entry"));
        QCOMPARE(walk::unnamedInputs(fixture.page.get()), QStringList());
        QTest::keyClick(fixture.input<QLineEdit>("entryDateInput"), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY2(QTest::qWaitFor([&] { return fixture.count() == 3; }), qPrintable(fixture.page->findChild<EntryRow *>()->findChild<Banner *>()->text()));
        const Record row = fixture.session->records(EntityKind::Attempt)->last();
        QCOMPARE(row.integer("student_id"), fixture.world.other);
        QCOMPARE(row.text("certificate_code"), QStringLiteral("NEW01"));
        QVERIFY(QTest::qWaitFor([&] { return fixture.grid->currentId() == row.id; }));
        QVERIFY(fixture.input<ChoiceEdit>("entryStudentInput")->text().isEmpty());
        QVERIFY(!fixture.input<ChoiceEdit>("entryCourseInput")->text().isEmpty());
        // A second sitting ten days after the first: found without asking.
        QVERIFY(QTest::qWaitFor([&] { return fixture.cell(fixture.second, "findings").data().toInt() > 0; }, 20000));
        fixture.grid->goTo(fixture.second);
        QVERIFY(QTest::qWaitFor([&] {
            const auto labels = fixture.page->findChildren<QLabel *>();
            return std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) { return label->text().contains(QStringLiteral("20 needed")); });
        }));
        walk::picture(fixture.page.get(), QStringLiteral("certificates-findings"));
        fixture.action("undoEditAction")->trigger();
        QVERIFY(QTest::qWaitFor([&] { return fixture.stored(row.id).text("entry_state") == QLatin1String("void"); }));
    }

    void aRefusedEntrySaysWhyAndKeepsWhatWasTyped()
    {
        Fixture fixture(false);
        walk::picture(fixture.page.get(), QStringLiteral("certificates-empty"));
        fixture.action("newAttemptAction")->trigger();
        QVERIFY(fixture.pick("entryStudentInput", QStringLiteral("0000000001")));
        fixture.input<QLineEdit>("entryDateInput")->setText(QStringLiteral("2027-06-20"));
        auto *entry = fixture.page->findChild<EntryRow *>();
        entry->save();
        QVERIFY(QTest::qWaitFor([&] { return entry->findChild<Banner *>()->isVisible(); }));
        QVERIFY(entry->findChild<Banner *>()->text().contains(QStringLiteral("20 days in the future")));
        QCOMPARE(fixture.input<QLineEdit>("entryDateInput")->text(), QStringLiteral("2027-06-20"));
        QCOMPARE(fixture.count(), 0);
        walk::picture(fixture.page.get(), QStringLiteral("certificates-refused"));
        QVERIFY(!fixture.page->draft().isEmpty());
    }

    void cellsAreEditedUndoneAndRedone()
    {
        Fixture fixture;
        QVERIFY(QTest::qWaitFor([&] { return fixture.cell(fixture.first, "outcome").data(RecordTable::LoadedRole).toBool(); }));
        RecordTable *table = fixture.grid->table();
        QVERIFY(table->setData(fixture.cell(fixture.first, "exam_date"), QStringLiteral("2027-02")));
        QVERIFY(QTest::qWaitFor([&] { return fixture.stored(fixture.first).text("exam_precision") == QLatin1String("month"); }));
        QVERIFY(QTest::qWaitFor([&] { return fixture.cell(fixture.first, "exam_date").data().toString() == QLatin1String("Feb 2027"); }));
        QVERIFY(QTest::qWaitFor([&] { return fixture.action("undoEditAction")->isEnabled(); }));
        fixture.action("undoEditAction")->trigger();
        QVERIFY(QTest::qWaitFor([&] { return fixture.stored(fixture.first).text("exam_precision") == QLatin1String("day"); }));
        QVERIFY(QTest::qWaitFor([&] { return fixture.action("redoEditAction")->isEnabled(); }));
        fixture.action("redoEditAction")->trigger();
        QVERIFY(QTest::qWaitFor([&] { return fixture.stored(fixture.first).text("exam_precision") == QLatin1String("month"); }));
    }

    void evidenceIsAttachedRowsVerifiedAndVerifiedRowsAsk()
    {
        Fixture fixture;
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("report.pdf")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("%PDF-1.4");
        file.close();
        fixture.grid->goTo(fixture.first);
        QSignalSpy errors(fixture.page.get(), &Page::errorHappened);
        fixture.action("verifyAction")->trigger();
        QVERIFY(QTest::qWaitFor([&] { return errors.size() == 1; }));
        QCOMPARE(errors.first().first().value<Error>().code, QStringLiteral("EV-01"));
        FileChooser::setNextFileName(file.fileName());
        fixture.action("attachEvidenceAction")->trigger();
        QVERIFY(QTest::qWaitFor([&] { return fixture.session->records(EntityKind::EvidenceLink)->size() == 1; }));
        fixture.action("verifyAction")->trigger();
        QVERIFY(QTest::qWaitFor([&] { return fixture.stored(fixture.first).text("verification") == QLatin1String("verified"); }));
        QVERIFY(QTest::qWaitFor([&] { return fixture.cell(fixture.first, "verification").data().toString() == QLatin1String("Verified"); }));
        Prompt::setNextAnswer(false);
        QVERIFY(fixture.grid->table()->setData(fixture.cell(fixture.first, "outcome"), QStringLiteral("F")));
        QVERIFY(QTest::qWaitFor([&] { return Prompt::lastQuestion().text.contains(QStringLiteral("drops it")); }));
        QCOMPARE(fixture.stored(fixture.first).text("outcome"), QStringLiteral("P"));
        Prompt::setNextAnswer(true);
        QVERIFY(fixture.grid->table()->setData(fixture.cell(fixture.first, "outcome"), QStringLiteral("F")));
        QVERIFY(QTest::qWaitFor([&] { return fixture.stored(fixture.first).text("verification") == QLatin1String("re-verify"); }));
    }

    void itReadsInTheDarkAndWithLargeType()
    {
        QApplication::setPalette(theme::darkPalette());
        const QFont normal = QApplication::font();
        {
            Fixture fixture;
            fixture.grid->goTo(fixture.first);
            QTest::qWait(1);
            QVERIFY(QTest::qWaitFor([&] { return fixture.page->findChild<AttemptPanel *>() != nullptr; }));
            walk::picture(fixture.page.get(), QStringLiteral("certificates-dark"));
        }
        QFont large = normal;
        large.setPointSizeF(normal.pointSizeF() * 2);
        QApplication::setFont(large);
        {
            Fixture fixture;
            fixture.action("newAttemptAction")->trigger();
            QTest::qWait(1);
            QCOMPARE(walk::clippedTexts(fixture.page.get()), QStringList());
            walk::picture(fixture.page.get(), QStringLiteral("certificates-large"));
        }
        QApplication::setFont(normal);
        QApplication::setPalette(theme::lightPalette());
    }
};

QTEST_MAIN(TestCertificatesPage)
#include "tst_certificatespage.moc"
