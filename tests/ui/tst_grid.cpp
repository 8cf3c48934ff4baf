// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testdatabase.h"
#include "tests/ui/walk.h"
#include "ui/common/emptystate.h"
#include "ui/common/grid/grid.h"
#include "ui/common/grid/gridheader.h"
#include "ui/common/grid/gridview.h"
#include "ui/common/style.h"
#include "ui/common/viewmemory.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace certdesk;
using namespace certdesk::test;

namespace {

const QStringList someNames{QStringLiteral("Alder"), QStringLiteral("Birch-Castellano"), QStringLiteral("Cedar"), QStringLiteral("Dogwood"),
                            QStringLiteral("Elm")};

struct Fixture
{
    explicit Fixture(int students = 300, const QString &iniFile = {}) : database(Engine::Sqlite), session(database.session())
    {
        school = addSchool(*session, QStringLiteral("100"), QStringLiteral("Ridgeline Career High School of the Northern Valley"));
        const EntityDef &def = entityDef(EntityKind::Student);
        QVector<RowChange> changes;
        for (int i = 0; i < students; ++i) {
            const QString id = QStringLiteral("%1").arg(i, 9, 10, QLatin1Char('0'));
            changes.append({RowChange::Operation::Create, EntityKind::Student, 0, 0,
                            {{def.index("school_id"), Value(school)}, {def.index("student_state_id"), Value(id)},
                             {def.index("last_name"), Value(someNames[i % 5] + QStringLiteral(" %1").arg(i, 4, 10, QLatin1Char('0')))},
                             {def.index("first_name"), Value(QStringLiteral("Robin"))},
                             {def.index("grade"), Value(QStringLiteral("%1").arg(9 + i % 4, 2, 10, QLatin1Char('0')))},
                             {def.index("graduating_year"), Value(2027 + i % 4)},
                             {def.index("birth_date"), Value(dayNumber(2010, 1 + i % 12, 1 + i % 28))},
                             {def.index("status"), Value(i % 9 == 4 ? QStringLiteral("inactive") : QStringLiteral("active"))}}});
        }
        ApplyChanges command(QStringLiteral("AddForTest"), Right::EditRoster, changes);
        if (!session->apply(command))
            qFatal("no students");
        ids = command.createdIds();
        if (!store.open(database.url()).result() || !store.signIn(QStringLiteral("admin"), TestDatabase::password()).result())
            qFatal("no store");
        if (!iniFile.isEmpty())
            memory = std::make_unique<ViewMemory>(QStringLiteral("admin"), iniFile);
        auto *table = new RecordTable(&store, QStringLiteral("students"));
        new QAbstractItemModelTester(table, QAbstractItemModelTester::FailureReportingMode::QtTest, table);
        grid = std::make_unique<Grid>(table, QStringLiteral("students"), memory.get());
        grid->setDefaultColumns({QStringLiteral("last_name"), QStringLiteral("first_name"), QStringLiteral("student_state_id"), QStringLiteral("grade"),
                                 QStringLiteral("graduating_year"), QStringLiteral("school_name"), QStringLiteral("birth_date"), QStringLiteral("status")});
        grid->resize(1000, 600);
        grid->show();
    }
    bool started()
    {
        grid->start();
        return arrived();
    }
    bool arrived()
    {
        return QTest::qWaitFor([this] { return grid->table()->isComplete(); }) && QTest::qWaitFor([this] {
                   grid->grab();
                   return grid->table()->rowCount() == 0 || cell(grid->view()->firstVisibleRow(), 0).data(RecordTable::LoadedRole).toBool();
               });
    }
    QModelIndex cell(int row, const char *name) const { return cell(row, grid->column(QString::fromLatin1(name))); }
    QModelIndex cell(int row, int column) const { return grid->table()->index(row, column); }
    bool type(const char *column, const QString &text)
    {
        grid->view()->gridHeader()->setFilterText(grid->column(QString::fromLatin1(column)), text);
        QSignalSpy answered(grid->table(), &RecordTable::queryAnswered);
        return answered.wait() && arrived();
    }

    TestDatabase database;
    std::unique_ptr<Session> session;
    qint64 school = 0;
    QVector<qint64> ids;
    StoreThread store;
    std::unique_ptr<ViewMemory> memory;
    std::unique_ptr<Grid> grid;
};

} // namespace

class TestGrid : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(new Style);
        QApplication::setPalette(theme::lightPalette());
    }

    void rowsAndCountsAreShownAndNamed()
    {
        Fixture fixture;
        QVERIFY(fixture.started());
        QCOMPARE(fixture.grid->countText(), QStringLiteral("300 rows"));
        QCOMPARE(walk::unnamedInputs(fixture.grid.get()), QStringList());
        QCOMPARE(walk::clippedTexts(fixture.grid.get()), QStringList());
        walk::picture(fixture.grid.get(), QStringLiteral("grid-light"));
    }

    void aClickSortsAndShiftAddsAKey()
    {
        Fixture fixture;
        QVERIFY(fixture.started());
        GridHeader *header = fixture.grid->view()->gridHeader();
        const auto click = [&](const char *name, Qt::KeyboardModifiers modifiers) {
            const int column = fixture.grid->column(QString::fromLatin1(name));
            QSignalSpy answered(fixture.grid->table(), &RecordTable::queryAnswered);
            QTest::mouseClick(header->viewport(), Qt::LeftButton, modifiers, QPoint(header->sectionViewportPosition(column) + 20, 10));
            return answered.wait() && fixture.arrived();
        };
        QVERIFY(click("grade", Qt::NoModifier));
        QCOMPARE(fixture.grid->table()->query().sort, QStringList{QStringLiteral("grade")});
        QVERIFY(click("student_state_id", Qt::ShiftModifier));
        QVERIFY(click("student_state_id", Qt::ShiftModifier));
        QCOMPARE(fixture.grid->table()->query().sort, (QStringList{QStringLiteral("grade"), QStringLiteral("-student_state_id")}));
        QCOMPARE(fixture.cell(0, "student_state_id").data().toString(), QStringLiteral("000000296"));
        walk::picture(fixture.grid.get(), QStringLiteral("grid-sorted"));
    }

    void typedFiltersNarrowAndStandAsChips_data()
    {
        QTest::addColumn<QByteArray>("column");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("count");
        QTest::newRow("contains") << QByteArray("last_name") << QStringLiteral("castell") << QStringLiteral("60 of 300 rows");
        QTest::newRow("at least") << QByteArray("graduating_year") << QStringLiteral(">=2029") << QStringLiteral("150 of 300 rows");
        QTest::newRow("span") << QByteArray("graduating_year") << QStringLiteral("2027..2028") << QStringLiteral("150 of 300 rows");
        QTest::newRow("month") << QByteArray("birth_date") << QStringLiteral("2010-02") << QStringLiteral("25 of 300 rows");
        QTest::newRow("empty") << QByteArray("suffix") << QStringLiteral("not empty") << QStringLiteral("0 of 300 rows");
        QTest::newRow("no filter") << QByteArray("graduating_year") << QStringLiteral("soon") << QStringLiteral("300 rows");
    }
    void typedFiltersNarrowAndStandAsChips()
    {
        QFETCH(QByteArray, column);
        QFETCH(QString, text);
        Fixture fixture;
        QVERIFY(fixture.started());
        fixture.grid->toggleFilterRow();
        QVERIFY(fixture.type(column.constData(), text));
        QTEST(fixture.grid->countText(), "count");
        QCOMPARE(fixture.grid->findChild<FilterChipRow *>()->chips().size(), 1);
        walk::picture(fixture.grid.get(), QStringLiteral("grid-filter-") + QString::fromLatin1(QTest::currentDataTag()).replace(QLatin1Char(' '), QLatin1Char('-')));
        fixture.grid->clearFilters();
        QVERIFY(fixture.arrived());
        QCOMPARE(fixture.grid->countText(), QStringLiteral("300 rows"));
    }

    void anEmptyListSaysWhyAndWhatNext()
    {
        Fixture fixture(0);
        fixture.grid->setEmptyText(QStringLiteral("No students yet"), QStringLiteral("They come from your student information system."), QStringLiteral("Import students"));
        QVERIFY(fixture.started());
        QVERIFY(fixture.grid->findChild<EmptyState *>()->isVisible());
        walk::picture(fixture.grid.get(), QStringLiteral("grid-empty"));
        QSignalSpy wanted(fixture.grid.get(), &Grid::emptyNextStepWanted);
        QTest::mouseClick(fixture.grid->findChild<EmptyState *>()->findChild<QPushButton *>(), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
    }

    void copyIsATableInTextAndHtml()
    {
        Fixture fixture;
        QVERIFY(fixture.started());
        const int name = fixture.grid->column(QStringLiteral("first_name"));
        const int id = fixture.grid->column(QStringLiteral("student_state_id"));
        fixture.grid->view()->selectionModel()->select(QItemSelection(fixture.cell(0, name), fixture.cell(1, name)), QItemSelectionModel::Select);
        fixture.grid->view()->selectionModel()->select(QItemSelection(fixture.cell(0, id), fixture.cell(1, id)), QItemSelectionModel::Select);
        QApplication::clipboard()->clear();
        QTest::keyClick(fixture.grid->view(), Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QTest::qWaitFor([] { return !QApplication::clipboard()->text().isEmpty(); }));
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("Robin\t000000000\nRobin\t000000005"));
        QVERIFY(QApplication::clipboard()->mimeData()->html().contains(QStringLiteral("000000005</td>")));
    }

    void liveChangesKeepPlaceSelectionAndEditor()
    {
        Fixture fixture;
        QVERIFY(fixture.started());
        Grid &grid = *fixture.grid;
        grid.table()->makeEditable(Right::EditRoster, QStringLiteral("EditStudent"));
        grid.view()->verticalScrollBar()->setValue(grid.view()->rowHeight(0) * 100 + 7);
        QVERIFY(fixture.arrived());
        const int first = grid.column(QStringLiteral("first_name"));
        grid.view()->setCurrentIndex(fixture.cell(105, first));
        const qint64 edited = grid.currentId();
        grid.view()->edit(fixture.cell(105, first));
        auto *editor = grid.view()->findChild<QLineEdit *>(QStringLiteral("cellEditor"));
        QVERIFY(editor);
        QTest::keyClicks(editor, QStringLiteral("Ki"));
        const int before = grid.view()->rowViewportPosition(105);
        for (int i = 0; i < 3; ++i)
            addStudent(*fixture.session, fixture.school, QStringLiteral("99999999%1").arg(i), QStringLiteral("Aaron"));
        fixture.store.checkForChanges();
        QVERIFY(QTest::qWaitFor([&] { return grid.table()->rowCount() == 303; }));
        QCOMPARE(grid.currentId(), edited);
        QCOMPARE(grid.view()->currentIndex().row(), 108);
        QCOMPARE(grid.view()->rowViewportPosition(108), before);
        QCOMPARE(grid.view()->findChild<QLineEdit *>(QStringLiteral("cellEditor")), editor);
        QCOMPARE(editor->text(), QStringLiteral("Ki"));
        QTest::keyClick(editor, Qt::Key_Return);
        QVERIFY(QTest::qWaitFor([&] { return fixture.session->record(EntityKind::Student, edited)->text("first_name") == QLatin1String("Ki"); }));
    }

    void aRefusedCellStaysInEdit()
    {
        Fixture fixture;
        QVERIFY(fixture.started());
        fixture.grid->table()->makeEditable(Right::EditRoster, QStringLiteral("EditStudent"));
        QSignalSpy refused(fixture.grid.get(), &Grid::editRefused);
        const QModelIndex cell = fixture.cell(3, "birth_date");
        fixture.grid->view()->setCurrentIndex(cell);
        QVERIFY(!fixture.grid->table()->setData(cell, QStringLiteral("31 April")));
        QCOMPARE(refused.size(), 1);
        auto *editor = fixture.grid->view()->findChild<QLineEdit *>(QStringLiteral("cellEditor"));
        QVERIFY(editor);
        QCOMPARE(editor->text(), QStringLiteral("31 April"));
        walk::picture(fixture.grid.get(), QStringLiteral("grid-refused"));
    }

    void theFirstColumnStaysWhenOthersScroll()
    {
        Fixture fixture;
        fixture.grid->resize(520, 400);
        QVERIFY(fixture.started());
        GridView *view = fixture.grid->view();
        view->horizontalScrollBar()->setValue(view->horizontalScrollBar()->maximum());
        QVERIFY(view->horizontalScrollBar()->value() > 100);
        const QModelIndex first = fixture.cell(2, "last_name");
        QCOMPARE(view->visualRect(first).left(), 0);
        QCOMPARE(view->indexAt(QPoint(10, view->rowViewportPosition(2) + 5)), first);
        view->scrollTo(fixture.cell(2, "first_name"));
        QVERIFY(view->visualRect(fixture.cell(2, "first_name")).left() >= view->gridHeader()->frozenWidth());
        view->horizontalScrollBar()->setValue(150);
        walk::picture(fixture.grid.get(), QStringLiteral("grid-frozen"));
    }

    void columnsWidthsAndSortAreRemembered()
    {
        QTemporaryDir folder;
        const QString ini = folder.filePath(QStringLiteral("view.ini"));
        {
            Fixture fixture(20, ini);
            QVERIFY(fixture.started());
            GridHeader *header = fixture.grid->view()->gridHeader();
            header->setSectionHidden(fixture.grid->column(QStringLiteral("grade")), true);
            header->resizeSection(fixture.grid->column(QStringLiteral("first_name")), 211);
            fixture.grid->view()->setDensity(GridView::Density::Compact);
            fixture.grid->readAddress(*PageAddress::fromText(QStringLiteral("certdesk:students?sort=-birth_date&where.graduating_year=2028")));
            QVERIFY(fixture.arrived());
        }
        Fixture fixture(20, ini);
        QVERIFY(fixture.started());
        QVERIFY(fixture.grid->view()->isColumnHidden(fixture.grid->column(QStringLiteral("grade"))));
        QCOMPARE(fixture.grid->view()->columnWidth(fixture.grid->column(QStringLiteral("first_name"))), 211);
        QCOMPARE(fixture.grid->view()->density(), GridView::Density::Compact);
        QCOMPARE(fixture.grid->table()->query().sort, QStringList{QStringLiteral("-birth_date")});
        QCOMPARE(fixture.grid->countText(), QStringLiteral("5 of 20 rows"));
        PageAddress address{QStringLiteral("students"), {}};
        fixture.grid->writeAddress(address);
        QCOMPARE(address.parameters.value(QStringLiteral("where.graduating_year")), QStringLiteral("2028"));
    }

    void itReadsInTheDarkAndWithLargeType()
    {
        QApplication::setPalette(theme::darkPalette());
        QFont large = QApplication::font();
        {
            Fixture fixture;
            QVERIFY(fixture.started());
            fixture.grid->view()->selectAll();
            walk::picture(fixture.grid.get(), QStringLiteral("grid-dark"));
        }
        const QFont normal = large;
        large.setPointSizeF(large.pointSizeF() * 2);
        QApplication::setFont(large);
        {
            Fixture fixture;
            QVERIFY(fixture.started());
            fixture.grid->toggleFilterRow();
            QTest::qWait(1);
            QCOMPARE(walk::clippedTexts(fixture.grid.get()), QStringList());
            walk::picture(fixture.grid.get(), QStringLiteral("grid-large"));
        }
        QApplication::setFont(normal);
        QApplication::setPalette(theme::lightPalette());
    }
};

QTEST_MAIN(TestGrid)
#include "tst_grid.moc"
