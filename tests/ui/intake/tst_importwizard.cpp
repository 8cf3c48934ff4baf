// SPDX-License-Identifier: GPL-3.0-or-later
// The wizard of the file operations in the real window, driven with its real widgets: mapping by drag and by keyboard, corrections in
// the grid, decisions, the result.
#include "models/operations/intake/importtemplate.h"
#include "models/store/viewreader.h"
#include "tests/support/testdatabase.h"
#include "tests/ui/walk.h"
#include "ui/common/banner.h"
#include "ui/common/grid/gridview.h"
#include "ui/common/preferences.h"
#include "ui/common/prompt.h"
#include "ui/common/wizardframe.h"
#include "ui/frame/mainwindow.h"
#include "ui/frame/workarea.h"
#include "ui/intake/fieldtray.h"
#include "ui/intake/importpage.h"
#include "ui/intake/mappingtable.h"
#include "ui/intake/mappingview.h"
#include "ui/intake/reviewfilters.h"
#include "ui/intake/reviewtable.h"
#include "ui/standard.h"

#include <QDropEvent>
#include <QHeaderView>
#include <QMimeData>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTableWidget>
#include <QTest>

using namespace certdesk;

class TestImportWizard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void knownHeadersAreMatchedWithoutADrag();
    void aFieldIsDraggedOntoAColumn_data();
    void aFieldIsDraggedOntoAColumn();
    void aFieldIsChosenByKeyboardAlone();
    void aMissingFieldNamesItself();
    void aSecondColumnForAFieldIsRefused();
    void goingBackLosesNothing();
    void theDialectCanBeOverridden();
    void theRowThatHoldsBackIsNamed();
    void aCellIsCorrectedAndCheckedAtOnce();
    void rowsAreLeftOutAndFiltered();
    void goodRowsOnlyKeepsTheOthersAsIssues();
    void anUpgradeFileSaysWhatItDoes();
    void anArchiveFileArchives();
    void aTemplateIsSaved();
    void aDraftComesBack();
    void everyStepIsReadable_data();
    void everyStepIsReadable();

private:
    static constexpr int patience = 30000;
    template <class T> T *find(const char *name) const { return m_window->findChild<T *>(QString::fromLatin1(name)); }
    WizardFrame *wizard() const { return find<WizardFrame>("wizardFrame"); }
    ReviewTable *review() const { return m_window->findChild<ReviewTable *>(); }
    MappingTable *mapping() const { return m_window->findChild<MappingTable *>(); }
    QString write(const QByteArray &text) const;
    void openFile(const char *operation, const QString &file);
    void toMapping(const char *operation, const QByteArray &text);
    void confirm(int step);
    int count(const QString &view, const QString &column = {}, const QString &value = {});
    static void drop(QWidget *target, const QPoint &at, const QByteArray &field);

    ThemeKeeper *m_theme = nullptr;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::TestDatabase> m_database;
    std::unique_ptr<StoreThread> m_store;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<MainWindow> m_window;
};

static const QByteArray goodHeader("State ID,Last Name,First Name,Grade,School Code\r\n");

void TestImportWizard::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_theme = new ThemeKeeper(*qApp);
}

void TestImportWizard::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_database = std::make_unique<test::TestDatabase>(Engine::Sqlite);
    {
        auto session = m_database->session();
        const qint64 school = test::addSchool(*session, QStringLiteral("S1"), QStringLiteral("Alder High"));
        test::addStudent(*session, school, QStringLiteral("4001300271"), QStringLiteral("Quill"), QStringLiteral("Ellery"));
    }
    m_store = std::make_unique<StoreThread>();
    m_preferences = std::make_unique<Preferences>(m_folder->filePath(QStringLiteral("preferences.ini")));
    m_window = std::make_unique<MainWindow>(*m_store, *m_preferences, *m_theme, standardServices(), m_folder->filePath(QStringLiteral("drafts")));
    m_window->resize(1366, 768);
    m_window->show();
    m_window->openDatabase(m_database->url(), QStringLiteral("admin"), test::TestDatabase::password());
    QTRY_COMPARE_WITH_TIMEOUT(m_window->face(), MainWindow::Face::Work, patience);
}

void TestImportWizard::cleanup()
{
    m_window.reset();
    m_store.reset();
    m_database.reset();
}

QString TestImportWizard::write(const QByteArray &text) const
{
    QFile file(m_folder->filePath(QStringLiteral("list.csv")));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName() : QString();
}

void TestImportWizard::openFile(const char *operation, const QString &file)
{
    m_window->goTo(PageAddress{QStringLiteral("import"), {}}.set("kind", QString::fromLatin1(operation)).set("file", file));
    wizard()->nextButton()->click();
}

void TestImportWizard::toMapping(const char *operation, const QByteArray &text)
{
    openFile(operation, write(text));
    QTRY_COMPARE_WITH_TIMEOUT(wizard()->currentStep(), ImportPage::Mapping, patience);
}

void TestImportWizard::confirm(int step)
{
    QTRY_VERIFY_WITH_TIMEOUT(wizard()->nextButton()->isEnabled(), patience);
    wizard()->nextButton()->click();
    QTRY_COMPARE_WITH_TIMEOUT(wizard()->currentStep(), step, patience);
}

int TestImportWizard::count(const QString &view, const QString &column, const QString &value)
{
    auto session = m_database->session();
    ViewQuery query;
    query.view = view;
    query.withArchived = true;
    if (!column.isEmpty())
        query.filters.append({column, ViewFilter::Operator::Equals, Value(value), {}});
    return static_cast<int>(ViewReader(*session).count(query).value_or(-1));
}

/// What the window system does at the end of a drag.
void TestImportWizard::drop(QWidget *target, const QPoint &at, const QByteArray &field)
{
    QMimeData data;
    data.setData(fieldMimeType, field);
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &event);
}

void TestImportWizard::knownHeadersAreMatchedWithoutADrag()
{
    toMapping("students", goodHeader + "4001300272,Birch,Robin,11,S1\r\n");
    QCOMPARE(mapping()->columnCount(), 5);
    QStringList fields;
    for (int column = 0; column < 5; ++column)
        fields.append(mapping()->fieldAt(column));
    QCOMPARE(fields, (QStringList{QStringLiteral("student_state_id"), QStringLiteral("last_name"), QStringLiteral("first_name"), QStringLiteral("grade"), QStringLiteral("school_code")}));
    QVERIFY(wizard()->nextButton()->isEnabled());
    QCOMPARE(mapping()->index(MappingTable::SampleRow, 1).data().toString(), QStringLiteral("Birch"));
    QCOMPARE(mapping()->index(MappingTable::FilledRow, 1).data().toString(), QStringLiteral("100 %"));
    confirm(ImportPage::Review);
    confirm(ImportPage::Commit);
    QVERIFY(find<QLabel>("commitHead")->text().contains(QStringLiteral("2026-27")));
    QCOMPARE(count(QStringLiteral("students")), 1);
    confirm(ImportPage::Result);
    QCOMPARE(count(QStringLiteral("students")), 2);
    QVERIFY(find<QLabel>("resultMore")->text().contains(QStringLiteral("1 applied, 0 with nothing to do, 0 left open: together 1 row.")));
}

void TestImportWizard::aFieldIsDraggedOntoAColumn_data()
{
    QTest::addColumn<bool>("onHeading");
    QTest::newRow("heading") << true;
    QTest::newRow("cell") << false;
}

void TestImportWizard::aFieldIsDraggedOntoAColumn()
{
    QFETCH(bool, onHeading);
    toMapping("students", "Kid No,Last Name,First Name,Grade,School Code\r\n4001300272,Birch,Robin,11,S1\r\n");
    QVERIFY(mapping()->fieldAt(0).isEmpty());
    QVERIFY(!wizard()->nextButton()->isEnabled());
    auto *view = find<MappingView>("mappingTable");
    const int x = view->columnViewportPosition(0) + 10;
    drop(onHeading ? view->horizontalHeader()->viewport() : view->viewport(), QPoint(x, 8), "student_state_id");
    QCOMPARE(mapping()->fieldAt(0), QStringLiteral("student_state_id"));
    QVERIFY(wizard()->nextButton()->isEnabled());
    // Dragged off, it is clear again.
    drop(find<FieldTray>("requiredFields")->viewport(), QPoint(8, 8), "student_state_id\t0");
    QVERIFY(mapping()->fieldAt(0).isEmpty());
    QVERIFY(!wizard()->nextButton()->isEnabled());
}

void TestImportWizard::aFieldIsChosenByKeyboardAlone()
{
    toMapping("students", "Kid No,Last Name,First Name,Grade,School Code\r\nK-7,Birch,Robin,11,S1\r\n");
    auto *view = find<MappingView>("mappingTable");
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClick(view, Qt::Key_Return);
    auto *list = find<QComboBox>("fieldOfColumnInput");
    QVERIFY(list);
    list->setCurrentIndex(0);
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(list->currentData().toString(), QStringLiteral("student_state_id"));
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_COMPARE(mapping()->fieldAt(0), QStringLiteral("student_state_id"));
    QVERIFY(wizard()->nextButton()->isEnabled());
    QTest::keyClick(view, Qt::Key_Delete);
    QVERIFY(mapping()->fieldAt(0).isEmpty());
}

void TestImportWizard::aMissingFieldNamesItself()
{
    toMapping("students", "State ID,Last Name,First Name,School Code\r\n4001300272,Birch,Robin,S1\r\n");
    QVERIFY(!wizard()->nextButton()->isEnabled());
    QCOMPARE(wizard()->reasons(ImportPage::Mapping).size(), 1);
    QCOMPARE(wizard()->reasons(ImportPage::Mapping).first().text, QStringLiteral("H03  Required field \"Grade\" has no column"));
}

void TestImportWizard::aSecondColumnForAFieldIsRefused()
{
    toMapping("students", "State ID,Last Name,Nom,First Name,Grade,School Code\r\n4001300272,Birch,Bouleau,Robin,11,S1\r\n");
    auto *view = find<MappingView>("mappingTable");
    drop(view->horizontalHeader()->viewport(), QPoint(view->columnViewportPosition(2) + 10, 8), "last_name");
    QCOMPARE(mapping()->fieldAt(1), QStringLiteral("last_name"));
    QVERIFY(mapping()->fieldAt(2).isEmpty());
    QVERIFY(wizard()->banner()->text().contains(QStringLiteral("H04")));
}

void TestImportWizard::goingBackLosesNothing()
{
    toMapping("students", "Kid No,Last Name,First Name,Grade,School Code\r\n4001300272,Birch,Robin,11,S1\r\n");
    QVERIFY(mapping()->wantField(0, QStringLiteral("student_state_id")).isEmpty());
    confirm(ImportPage::Review);
    wizard()->backButton()->click();
    QCOMPARE(wizard()->currentStep(), ImportPage::Match);
    wizard()->backButton()->click();
    QCOMPARE(wizard()->currentStep(), ImportPage::Mapping);
    QCOMPARE(mapping()->fieldAt(0), QStringLiteral("student_state_id"));
    wizard()->backButton()->click();
    QCOMPARE(wizard()->currentStep(), ImportPage::Dialect);
    wizard()->backButton()->click();
    QVERIFY(find<QLineEdit>("importFileInput")->text().endsWith(QStringLiteral("list.csv")));
    // What was passed over is within reach, and so is what was done.
    find<QPushButton>("wizardStep_5")->click();
    QCOMPARE(wizard()->currentStep(), ImportPage::Review);
}

void TestImportWizard::theDialectCanBeOverridden()
{
    toMapping("students", "Roster of Alder High\r\n\r\n" + goodHeader + "4001300272,Birch,Robin,11,S1\r\n");
    find<QPushButton>("wizardStep_2")->click();
    QCOMPARE(wizard()->currentStep(), ImportPage::Dialect);
    auto *preview = find<QTableWidget>("dialectPreview");
    QCOMPARE(preview->item(0, 1)->text(), QStringLiteral("Roster of Alder High"));
    auto *delimiter = find<QComboBox>("delimiterInput");
    delimiter->setCurrentIndex(delimiter->findText(QStringLiteral("Semicolon")));
    QTRY_COMPARE_WITH_TIMEOUT(preview->columnCount(), 2, patience);
    delimiter->setCurrentIndex(0);
    QTRY_COMPARE_WITH_TIMEOUT(preview->columnCount(), 6, patience);
    find<QSpinBox>("headerLineInput")->setValue(3);
    QTRY_VERIFY_WITH_TIMEOUT(preview->rowCount() > 2 && preview->item(preview->rowCount() - 2, 0)->text() == QStringLiteral("3 header"), patience);
    confirm(ImportPage::Mapping);
    confirm(ImportPage::Review);
    QTRY_COMPARE(review()->rowCount(), 1);
}

void TestImportWizard::theRowThatHoldsBackIsNamed()
{
    toMapping("students", goodHeader + "4001300272,Birch,Robin,11,S1\r\n4001300273,Dion,Ann,Gr X,S1\r\n");
    confirm(ImportPage::Review);
    QVERIFY(!wizard()->nextButton()->isEnabled());
    QCOMPARE(wizard()->reasons(ImportPage::Review).first().text, QStringLiteral("Row 3 holds back (C05)"));
    find<QPushButton>("reason_held")->click();
    QTRY_COMPARE(review()->rowCount(), 1);
    QCOMPARE(review()->line(0).row, 3);
}

void TestImportWizard::aCellIsCorrectedAndCheckedAtOnce()
{
    toMapping("students", goodHeader + "4001300272,Birch,Robin,11,S1\r\n4001300273,Dion,Ann,Gr X,S1\r\n");
    confirm(ImportPage::Review);
    QTRY_COMPARE(review()->rowCount(), 2);
    auto *view = find<GridView>("reviewGrid");
    const QModelIndex cell = review()->index(1, review()->columnOf(3));
    view->setFocus();
    view->setCurrentIndex(cell);
    view->edit(cell);
    auto *editor = view->viewport()->findChild<QLineEdit *>();
    QVERIFY(editor);
    QCOMPARE(editor->text(), QStringLiteral("Gr X"));
    editor->selectAll();
    QTest::keyClicks(editor, QStringLiteral("10"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(wizard()->nextButton()->isEnabled(), patience);
    QCOMPARE(m_window->findChild<ReviewFilters *>()->countTexts(), QStringList{QStringLiteral("2 new")});
    confirm(ImportPage::Commit);
    confirm(ImportPage::Result);
    QCOMPARE(count(QStringLiteral("students"), QStringLiteral("grade"), QStringLiteral("10")), 2);
}

void TestImportWizard::rowsAreLeftOutAndFiltered()
{
    toMapping("students", goodHeader + "4001300272,Birch,Robin,11,S1\r\n4001300273,Dion,Ann,Gr X,S1\r\n4001300274,Fenn,Lark,10,S1\r\n");
    confirm(ImportPage::Review);
    QTRY_COMPARE(review()->rowCount(), 3);
    find<QPushButton>("count_create")->click();
    QTRY_COMPARE(review()->rowCount(), 2);
    find<QPushButton>("count_create")->click();
    QTest::keyClicks(find<QLineEdit>("reviewTextFilter"), QStringLiteral("dion"));
    QTRY_COMPARE(review()->rowCount(), 1);
    find<QPushButton>("leaveOutShownButton")->click();
    QTRY_VERIFY_WITH_TIMEOUT(wizard()->nextButton()->isEnabled(), patience);
    QCOMPARE(m_window->findChild<ReviewFilters *>()->countTexts(), (QStringList{QStringLiteral("1 left out"), QStringLiteral("2 new")}));
    find<QLineEdit>("reviewTextFilter")->clear();
    QTRY_COMPARE(review()->rowCount(), 3);
    find<GridView>("reviewGrid")->setCurrentIndex(review()->index(1, 0));
    find<QPushButton>("takeInButton")->click();
    QTRY_VERIFY_WITH_TIMEOUT(!wizard()->nextButton()->isEnabled() && wizard()->reasons(ImportPage::Review).first().key == QLatin1String("held"), patience);
}

void TestImportWizard::goodRowsOnlyKeepsTheOthersAsIssues()
{
    toMapping("students", goodHeader + "4001300272,Birch,Robin,11,S1\r\n4001300273,Dion,Ann,Gr X,S1\r\n");
    confirm(ImportPage::Review);
    find<QAbstractButton>("goodRowsRadio")->click();
    confirm(ImportPage::Commit);
    QCOMPARE(wizard()->nextButton()->text(), QStringLiteral("Apply 1 row, keep 1 as issues"));
    confirm(ImportPage::Result);
    QVERIFY(find<QLabel>("resultMore")->text().contains(QStringLiteral("1 applied, 0 with nothing to do, 1 left open: together 2 rows.")));
    QVERIFY(find<QPushButton>("resultIssuesButton")->isVisible());
    QCOMPARE(count(QStringLiteral("issues")), 1);
}

void TestImportWizard::anUpgradeFileSaysWhatItDoes()
{
    toMapping("upgrade", "State ID\r\n4001300271\r\n");
    QVERIFY(wizard()->nextButton()->isEnabled());
    confirm(ImportPage::Review);
    QTRY_COMPARE(review()->rowCount(), 1);
    QCOMPARE(review()->line(0).person, QStringLiteral("Quill, Ellery"));
    QCOMPARE(review()->line(0).effect, QStringLiteral("Grade 10 → 11"));
    confirm(ImportPage::Commit);
    QCOMPARE(find<QLabel>("commitHead")->text(), QStringLiteral("Promote 1 students from grade 10 to grade 11 for 2027-28"));
    confirm(ImportPage::Result);
    QCOMPARE(count(QStringLiteral("students"), QStringLiteral("grade"), QStringLiteral("11")), 1);
}

void TestImportWizard::anArchiveFileArchives()
{
    toMapping("archive", "State ID\r\n4001300271\r\n");
    confirm(ImportPage::Review);
    QTRY_COMPARE(review()->rowCount(), 1);
    QCOMPARE(review()->line(0).status, RowStatus::Archive);
    confirm(ImportPage::Commit);
    confirm(ImportPage::Result);
    QCOMPARE(count(QStringLiteral("students"), QStringLiteral("status"), QStringLiteral("archived")), 1);
}

void TestImportWizard::aTemplateIsSaved()
{
    m_window->goTo(PageAddress{QStringLiteral("import"), {}}.set("kind", QStringLiteral("upgrade")));
    const QString path = m_folder->filePath(QStringLiteral("sample.csv"));
    FileChooser::setNextFileName(path);
    find<QPushButton>("saveSampleButton")->click();
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    QVERIFY(text.contains(QStringLiteral("Student state id,Local id,Login")));
    QVERIFY(text.contains(QStringLiteral("0040013271")));
    file.close();
    openFile("upgrade", path);
    QTRY_COMPARE_WITH_TIMEOUT(wizard()->currentStep(), ImportPage::Mapping, patience);
}

void TestImportWizard::aDraftComesBack()
{
    toMapping("students", "Kid No,Last Name,First Name,Grade,School Code\r\n4001300272,Birch,Robin,11,S1\r\n4001300273,Dion,Ann,10,S1\r\n");
    mapping()->wantField(0, QStringLiteral("student_state_id"));
    confirm(ImportPage::Review);
    auto *page = m_window->findChild<ImportPage *>();
    QTRY_COMPARE(review()->rowCount(), 2);
    find<GridView>("reviewGrid")->setCurrentIndex(review()->index(1, 0));
    find<QPushButton>("leaveOutButton")->click();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<ReviewFilters *>()->countTexts().contains(QStringLiteral("1 left out")), patience);
    const QJsonObject draft = page->draft();
    PageContext context;
    context.store = m_store.get();
    context.schoolYear = 2027;
    ImportPage other(context);
    other.restoreDraft(draft);
    auto *frame = other.findChild<WizardFrame *>();
    frame->nextButton()->click();
    QTRY_COMPARE_WITH_TIMEOUT(frame->currentStep(), ImportPage::Mapping, patience);
    QCOMPARE(other.findChild<MappingTable *>()->fieldAt(0), QStringLiteral("student_state_id"));
    frame->nextButton()->click();
    QTRY_COMPARE_WITH_TIMEOUT(frame->currentStep(), ImportPage::Review, patience);
    QCOMPARE(other.findChild<ReviewFilters *>()->countTexts(), (QStringList{QStringLiteral("1 left out"), QStringLiteral("1 new")}));
}

void TestImportWizard::everyStepIsReadable_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("percent");
    QTest::newRow("light") << false << 100;
    QTest::newRow("dark") << true << 100;
    QTest::newRow("large") << false << 200;
}

void TestImportWizard::everyStepIsReadable()
{
    QFETCH(bool, dark);
    QFETCH(int, percent);
    const QFont usual = QApplication::font();
    m_theme->choose(dark ? theme::Choice::Dark : theme::Choice::Light);
    QFont font = usual;
    font.setPointSizeF(usual.pointSizeF() * percent / 100);
    QApplication::setFont(font);
    cleanup();
    init();
    toMapping("students", "State ID,Last Name,First Name,Grade,School Code,Nickname,Kid Email,Homeroom\r\n4001300271,Quillon,Ellery,10,S1,Elle,e.quill@s.example,12\r\n"
                          "4001300272,Birch,Robin,11,S1,,r.birch@s.example,12\r\n4001300273,Dion,Ann,Gr X,S1,,a.dion@s.example,14\r\n"
                          "4001300274,Fenn,Lark,10,NOWHERE,,l.fenn@s.example,14\r\n4001300272,Birch,Robin,11,S1,,r.birch@s.example,12\r\n");
    const QString suffix = QString::fromLatin1(QTest::currentDataTag());
    QStringList wrong;
    const auto look = [&](const char *name) {
        walk::settle();
        walk::picture(m_window.get(), QStringLiteral("intake-%1-%2").arg(QString::fromLatin1(name), suffix));
        wrong += walk::clippedTexts(m_window.get()) + walk::unnamedInputs(m_window.get()) + walk::overflowing(m_window.get());
    };
    look("mapping");
    find<QPushButton>("wizardStep_1")->click();
    look("source");
    find<QPushButton>("wizardStep_2")->click();
    look("dialect");
    find<QPushButton>("wizardStep_4")->click();
    look("match");
    confirm(ImportPage::Review);
    QTRY_COMPARE(review()->rowCount(), 5);
    look("review");
    find<QAbstractButton>("goodRowsRadio")->click();
    confirm(ImportPage::Commit);
    look("commit");
    confirm(ImportPage::Result);
    look("result");
    QApplication::setFont(usual);
    m_theme->choose(theme::Choice::Light);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

QTEST_MAIN(TestImportWizard)
#include "tst_importwizard.moc"
