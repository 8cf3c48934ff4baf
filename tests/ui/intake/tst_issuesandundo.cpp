// SPDX-License-Identifier: GPL-3.0-or-later
// What comes after an import, in the real window: the list of issues with its next actions, the review of an undo, the history.
#include "models/operations/intake/keptrows.h"
#include "models/store/batch.h"
#include "models/store/viewreader.h"
#include "tests/support/testdatabase.h"
#include "tests/ui/walk.h"
#include "ui/common/grid/grid.h"
#include "ui/common/preferences.h"
#include "ui/common/prompt.h"
#include "ui/frame/mainwindow.h"
#include "ui/frame/workarea.h"
#include "ui/intake/issueeditor.h"
#include "ui/intake/issuespage.h"
#include "ui/intake/undopage.h"
#include "ui/standard.h"

#include <QStandardPaths>
#include <QTableWidget>
#include <QTest>

using namespace certdesk;

class TestIssuesAndUndo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void issuesStandByWhatSolvesThem();
    void aRowIsCorrectedInTheList();
    void aRowIsAssignedSetWaitingAndDismissed();
    void aFixFileGoesOutAndComesBack();
    void anUndoShowsWhatWasChangedSince_data();
    void anUndoShowsWhatWasChangedSince();
    void aBatchOfTheHistoryTellsAllOfItself();

private:
    static constexpr int patience = 30000;
    template <class T> T *find(const char *name) const { return m_window->findChild<T *>(QString::fromLatin1(name)); }
    template <class T> T *page() const { return qobject_cast<T *>(m_window->workArea()->currentPage()); }
    /// Two good rows, and one of an unknown school and one of an unknown grade that stay open.
    qint64 importWithIssues();
    QVector<KeptRow> openRows();
    void chooseRow(Grid *grid, int row);
    QString grade(const QString &stateId);

    ThemeKeeper *m_theme = nullptr;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::TestDatabase> m_database;
    std::unique_ptr<StoreThread> m_store;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<MainWindow> m_window;
};

void TestIssuesAndUndo::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_theme = new ThemeKeeper(*qApp);
    m_theme->choose(theme::Choice::Light);
}

void TestIssuesAndUndo::init()
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

void TestIssuesAndUndo::cleanup()
{
    m_window.reset();
    m_store.reset();
    m_database.reset();
}

qint64 TestIssuesAndUndo::importWithIssues()
{
    QFile file(m_folder->filePath(QStringLiteral("students.csv")));
    if (!file.open(QIODevice::WriteOnly))
        return 0;
    file.write("State ID,Last Name,First Name,Grade,School Code\r\n4001300271,Quillon,Ellery,10,S1\r\n4001300272,Birch,Robin,11,S1\r\n"
               "4001300273,Dion,Ann,Gr X,S1\r\n4001300274,Fenn,Lark,10,NOWHERE\r\n");
    file.close();
    auto session = m_database->session();
    ImportRequest request;
    request.kind = QStringLiteral("students");
    request.file = file.fileName();
    const auto prepared = prepareImport(*session, request);
    if (!prepared)
        return 0;
    ImportDecision decision;
    decision.mode = CommitMode::GoodRows;
    const auto outcome = commitImport(*session, *prepared, decision);
    return outcome ? outcome->batch.value_or(0) : 0;
}

QVector<KeptRow> TestIssuesAndUndo::openRows()
{
    auto session = m_database->session();
    return keptRows(*session, 0, false).value_or(QVector<KeptRow>());
}

void TestIssuesAndUndo::chooseRow(Grid *grid, int row)
{
    QTRY_VERIFY_WITH_TIMEOUT(grid->table()->idAt(row) != 0, patience);
    grid->goTo(grid->table()->idAt(row));
    QTRY_COMPARE_WITH_TIMEOUT(grid->currentId(), grid->table()->idAt(row), patience);
}

QString TestIssuesAndUndo::grade(const QString &stateId)
{
    auto session = m_database->session();
    const auto students = session->records(EntityKind::Student);
    for (const Record &student : *students) {
        if (student.text("student_state_id") == stateId)
            return student.text("grade");
    }
    return {};
}

void TestIssuesAndUndo::issuesStandByWhatSolvesThem()
{
    const qint64 batch = importWithIssues();
    QVERIFY(batch > 0);
    m_window->goTo(PageAddress{QStringLiteral("issues"), {}}.set("batch", QString::number(batch)));
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("issues_correct"), patience);
    QCOMPARE(find<QPushButton>("issues_correct")->text(), QStringLiteral("Correct 2"));
    auto *grid = page<IssuesPage>()->findChild<Grid *>();
    QTRY_COMPARE_WITH_TIMEOUT(grid->table()->totalRows(), 2, patience);
    chooseRow(grid, 0);
    QTRY_VERIFY_WITH_TIMEOUT(page<IssuesPage>()->findChild<IssueEditor *>(), patience);
    walk::settle();
    walk::picture(m_window.get(), QStringLiteral("issues"));
    QCOMPARE(walk::clippedTexts(m_window.get()), QStringList());
    QCOMPARE(walk::unnamedInputs(m_window.get()), QStringList());
}

void TestIssuesAndUndo::aRowIsCorrectedInTheList()
{
    importWithIssues();
    m_window->goTo({QStringLiteral("issues"), {}});
    chooseRow(page<IssuesPage>()->findChild<Grid *>(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(page<IssuesPage>()->findChild<IssueEditor *>(), patience);
    auto *editor = page<IssuesPage>()->findChild<IssueEditor *>();
    QLineEdit *wrong = nullptr;
    for (QLineEdit *input : editor->findChildren<QLineEdit *>()) {
        if (input->text() == QLatin1String("Gr X"))
            wrong = input;
    }
    QVERIFY(wrong);
    wrong->selectAll();
    QTest::keyClicks(wrong, QStringLiteral("12"));
    editor->findChild<QPushButton *>(QStringLiteral("retryIssueButton"))->click();
    QTRY_COMPARE_WITH_TIMEOUT(openRows().size(), 1, patience);
    QCOMPARE(grade(QStringLiteral("4001300273")), QStringLiteral("12"));
    QTRY_COMPARE_WITH_TIMEOUT(find<QPushButton>("issues_correct")->text(), QStringLiteral("Correct 1"), patience);
}

void TestIssuesAndUndo::aRowIsAssignedSetWaitingAndDismissed()
{
    importWithIssues();
    m_window->goTo({QStringLiteral("issues"), {}});
    auto *grid = page<IssuesPage>()->findChild<Grid *>();
    chooseRow(grid, 0);
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("waitIssueButton"), patience);
    QTest::keyClicks(find<QLineEdit>("assignIssueInput"), QStringLiteral("Lark Fenn"));
    find<QPushButton>("assignIssueButton")->click();
    const int column = grid->table()->view().columnIndex(QStringLiteral("assigned_to"));
    QTRY_COMPARE_WITH_TIMEOUT(grid->table()->index(0, column).data().toString(), QStringLiteral("Lark Fenn"), patience);
    find<QPushButton>("waitIssueButton")->click();
    QTRY_COMPARE_WITH_TIMEOUT(openRows().first().issues.first().state, QStringLiteral("waiting"), patience);
    QVERIFY(!find<QPushButton>("dismissIssueButton")->isEnabled());
    QTest::keyClicks(find<QLineEdit>("dismissReasonInput"), QStringLiteral("moved out of state"));
    find<QPushButton>("dismissIssueButton")->click();
    QTRY_COMPARE_WITH_TIMEOUT(openRows().size(), 1, patience);
}

void TestIssuesAndUndo::aFixFileGoesOutAndComesBack()
{
    importWithIssues();
    m_window->goTo({QStringLiteral("issues"), {}});
    const QString path = m_folder->filePath(QStringLiteral("fix.csv"));
    FileChooser::setNextFileName(path);
    find<QAction>("fixFileOutAction")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(path).size() > 0, patience);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray text = file.readAll();
    file.close();
    QVERIFY(text.contains("Gr X"));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(text.replace("Gr X", "12"));
    file.close();
    FileChooser::setNextFileName(path);
    find<QAction>("fixFileInAction")->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(openRows().size(), 1, patience);
    QCOMPARE(grade(QStringLiteral("4001300273")), QStringLiteral("12"));
}

void TestIssuesAndUndo::anUndoShowsWhatWasChangedSince_data()
{
    QTest::addColumn<bool>("revert");
    QTest::addColumn<QString>("lastName");
    QTest::newRow("keep") << false << QStringLiteral("Quillby");
    QTest::newRow("revert") << true << QStringLiteral("Quill");
}

void TestIssuesAndUndo::anUndoShowsWhatWasChangedSince()
{
    QFETCH(bool, revert);
    const qint64 batch = importWithIssues();
    const auto student = [this] {
        auto session = m_database->session();
        const auto students = session->records(EntityKind::Student);
        return *std::find_if(students->cbegin(), students->cend(), [](const Record &one) { return one.text("student_state_id") == QLatin1String("4001300271"); });
    };
    {
        auto session = m_database->session();
        const Record record = student();
        RowChange change{RowChange::Operation::Update, EntityKind::Student, record.id, record.version, {}, 0};
        change.fields.append({entityDef(EntityKind::Student).index("last_name"), Value(QStringLiteral("Quillby"))});
        BatchInfo later;
        later.kind = QStringLiteral("students");
        CommitBatch command(QStringLiteral("Import"), Right::ImportRoster, later, {change});
        QVERIFY(session->apply(command).has_value());
    }
    m_window->goTo(PageAddress{QStringLiteral("undo"), {}}.set("batch", QString::number(batch)));
    auto *conflicts = find<QTableWidget>("undoConflicts");
    QTRY_COMPARE_WITH_TIMEOUT(conflicts->rowCount(), 1, patience);
    QCOMPARE(conflicts->item(0, 2)->text(), QStringLiteral("Quill"));
    QCOMPARE(conflicts->item(0, 3)->text(), QStringLiteral("Quillon"));
    QCOMPARE(conflicts->item(0, 4)->text(), QStringLiteral("Quillby"));
    walk::settle();
    walk::picture(m_window.get(), QStringLiteral("undo"));
    QCOMPARE(walk::clippedTexts(m_window.get()), QStringList());
    QCOMPARE(walk::unnamedInputs(m_window.get()), QStringList());
    if (revert)
        find<QComboBox>("undoChoice_0")->setCurrentIndex(1);
    find<QPushButton>("undoBatchButton")->click();
    QTRY_COMPARE_WITH_TIMEOUT(m_window->workArea()->currentPage()->name(), QStringLiteral("history"), patience);
    QTEST(student().text("last_name"), "lastName");
}

void TestIssuesAndUndo::aBatchOfTheHistoryTellsAllOfItself()
{
    const qint64 batch = importWithIssues();
    m_window->goTo(PageAddress{QStringLiteral("history"), {}}.set("id", QString::number(batch)));
    QTRY_VERIFY_WITH_TIMEOUT(find<QWidget>("batchDetails"), patience);
    QStringList texts;
    for (const QLabel *label : find<QWidget>("batchDetails")->findChildren<QLabel *>())
        texts.append(label->text());
    QVERIFY2(texts.contains(QStringLiteral("2 applied, 2 left open; together 4")), qPrintable(texts.join(QLatin1Char('\n'))));
    walk::settle();
    walk::picture(m_window.get(), QStringLiteral("history"));
    find<QPushButton>("batchRepeatButton")->click();
    QTRY_COMPARE_WITH_TIMEOUT(m_window->workArea()->currentPage()->name(), QStringLiteral("import"), patience);
    QCOMPARE(find<QComboBox>("importKindInput")->currentData().toString(), QStringLiteral("students"));
    m_window->goTo(PageAddress{QStringLiteral("history"), {}}.set("id", QString::number(batch)));
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>("batchIssuesButton"), patience);
    find<QPushButton>("batchIssuesButton")->click();
    QTRY_COMPARE_WITH_TIMEOUT(m_window->workArea()->currentPage()->name(), QStringLiteral("issues"), patience);
}

QTEST_MAIN(TestIssuesAndUndo)
#include "tst_issuesandundo.moc"
