// SPDX-License-Identifier: GPL-3.0-or-later
// What Review shows of a plan, the decisions that go back into it, and the templates that a person fills.
#include "models/operations/intake/importtemplate.h"
#include "models/operations/intake/review.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace certdesk;

Q_DECLARE_METATYPE(certdesk::ReviewFilter)

class TestReview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aLineTellsTheOldAndTheNewValue();
    void aCorrectedCellAndALeftOutRowChangeThePlan();
    void filtersPickTheLines_data();
    void filtersPickTheLines();
    void aRosterFileKeepsCountOfEveryRow();
    void aFilledTemplateIsMatchedByItself_data();
    void aFilledTemplateIsMatchedByItself();

private:
    struct Made
    {
        std::shared_ptr<const Table> table;
        std::shared_ptr<const Review> review;
    };
    Made make(ImportRequest request);
    QString write(const QByteArray &text) const;

    QTemporaryDir m_folder;
    std::unique_ptr<test::TestDatabase> m_database;
    std::unique_ptr<Session> m_session;
};

static const QByteArray header("State ID,Last Name,First Name,Grade,School Code\r\n");

void TestReview::init()
{
    m_database = std::make_unique<test::TestDatabase>(Engine::Sqlite);
    m_session = m_database->session();
    const qint64 school = test::addSchool(*m_session, QStringLiteral("S1"), QStringLiteral("Alder High"));
    test::addStudent(*m_session, school, QStringLiteral("4001300271"), QStringLiteral("Quill"), QStringLiteral("Ellery"));
}

QString TestReview::write(const QByteArray &text) const
{
    QFile file(m_folder.filePath(QStringLiteral("file.csv")));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName() : QString();
}

TestReview::Made TestReview::make(ImportRequest request)
{
    auto table = readTableFile(request.file, request.read);
    if (!table)
        return {};
    const auto shared = std::make_shared<const Table>(request.corrections.isEmpty() ? *table : correctedTable(*table, request.corrections));
    PresentData present;
    auto plan = planReadImport(*m_session, request, *shared, &present, nullptr);
    if (!plan)
        return {shared, nullptr};
    return {shared, reviewOf(shared, std::make_shared<const ImportPlan>(std::move(*plan)), present)};
}

void TestReview::aLineTellsTheOldAndTheNewValue()
{
    ImportRequest request;
    request.kind = QStringLiteral("students");
    request.file = write(header + "4001300271,Quillon,Ellery,10,S1\r\n4001300272,Birch,Robin,11,S1\r\n");
    const Made made = make(request);
    QVERIFY(made.review);
    QCOMPARE(made.review->rowCount(), 2);
    const ReviewLine changed = made.review->line(0);
    QCOMPARE(changed.row, 2);
    QCOMPARE(changed.person, QStringLiteral("Quillon, Ellery"));
    const auto name = std::find_if(changed.changes.cbegin(), changed.changes.cend(), [](const ReviewChange &c) { return c.field == QLatin1String("last_name"); });
    QVERIFY(name != changed.changes.cend());
    QCOMPARE(name->before, QStringLiteral("Quill"));
    QCOMPARE(name->after, QStringLiteral("Quillon"));
    QVERIFY(changed.effect.contains(QStringLiteral("Last name Quill → Quillon")));
    QCOMPARE(made.review->status(1), RowStatus::Create);
}

void TestReview::aCorrectedCellAndALeftOutRowChangeThePlan()
{
    ImportRequest request;
    request.kind = QStringLiteral("students");
    request.file = write(header + "4001300272,Birch,Robin,11,NOWHERE\r\n4001300273,Dion,Ann,Gr X,S1\r\n");
    Made made = make(request);
    QCOMPARE(made.review->heldBack(), 2);
    QCOMPARE(made.review->firstHeld(), 0);
    QCOMPARE(made.review->code(1), QStringLiteral("C05"));
    request.corrections = {{2, 4, QStringLiteral("S1")}};
    request.options.skipped = {3};
    made = make(request);
    QCOMPARE(made.review->heldBack(), 0);
    QCOMPARE(made.review->status(0), RowStatus::Create);
    QCOMPARE(made.review->status(1), RowStatus::Skipped);
    QCOMPARE(made.review->cell(0, 4), QStringLiteral("S1"));
    QCOMPARE(made.review->cell(1, 1), QStringLiteral("Dion"));
}

void TestReview::filtersPickTheLines_data()
{
    QTest::addColumn<ReviewFilter>("filter");
    QTest::addColumn<QVector<int>>("lines");
    ReviewFilter filter;
    QTest::newRow("none") << filter << QVector<int>{0, 1, 2};
    filter.statuses = {RowStatus::Create};
    QTest::newRow("status") << filter << QVector<int>{0};
    filter = {};
    filter.code = QStringLiteral("C05");
    QTest::newRow("code") << filter << QVector<int>{1};
    filter = {};
    filter.grade = QStringLiteral("11");
    QTest::newRow("grade") << filter << QVector<int>{0};
    filter = {};
    filter.school = QStringLiteral("NOWHERE");
    QTest::newRow("school") << filter << QVector<int>{2};
    filter = {};
    filter.heldOnly = true;
    QTest::newRow("held") << filter << QVector<int>{1, 2};
    filter = {};
    filter.text = QStringLiteral("dion");
    QTest::newRow("text") << filter << QVector<int>{1};
}

void TestReview::filtersPickTheLines()
{
    QFETCH(ReviewFilter, filter);
    ImportRequest request;
    request.kind = QStringLiteral("students");
    request.file = write(header + "4001300272,Birch,Robin,11,S1\r\n4001300273,Dion,Ann,Gr X,S1\r\n4001300274,Fenn,Lark,10,NOWHERE\r\n");
    const Made made = make(request);
    QVERIFY(made.review);
    QTEST(*made.review->filtered(filter), "lines");
}

void TestReview::aRosterFileKeepsCountOfEveryRow()
{
    const QString file = write("State ID\r\n4001300271\r\n4001300279\r\n4001300278\r\n");
    auto table = readTableFile(file);
    QVERIFY(table.has_value());
    const auto shared = std::make_shared<const Table>(std::move(*table));
    const Mapping mapping = mapImport(*shared, {QStringLiteral("students"), file, {}, {}, false, {}, {}, {}}, 2028);
    RosterRequest request;
    request.kind = RosterRequest::Kind::UpgradeByFile;
    request.rows = rosterRows(*shared, mapping, 2028).value();
    request.file = file;
    request.skipped = {4};
    auto planned = planRosterOperation(*m_session, request, nullptr);
    QVERIFY(planned.has_value());
    const auto review = reviewOf(shared, mapping, std::make_shared<const PlannedRosterOperation>(std::move(*planned)), {});
    QCOMPARE(review->rowCount(), 3);
    QCOMPARE(review->count(RowStatus::Promote), 1);
    QCOMPARE(review->count(RowStatus::Error), 1);
    QCOMPARE(review->count(RowStatus::Skipped), 1);
    const auto promoted = review->filtered([] { ReviewFilter f; f.statuses = {RowStatus::Promote}; return f; }());
    QCOMPARE(review->line(promoted->first()).effect, QStringLiteral("Grade 10 → 11"));
}

void TestReview::aFilledTemplateIsMatchedByItself_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("ending");
    for (const ImportKind &kind : importKinds()) {
        for (const char *ending : {"csv", "xlsx"})
            QTest::addRow("%s %s", kind.name, ending) << QString::fromLatin1(kind.name) << QString::fromLatin1(ending);
    }
}

void TestReview::aFilledTemplateIsMatchedByItself()
{
    QFETCH(QString, kind);
    QFETCH(QString, ending);
    const QString path = m_folder.filePath(kind + QLatin1Char('.') + ending);
    QVERIFY(writeImportTemplate(kind, TemplateContent::Sample, path).has_value());
    const auto table = readTableFile(path);
    QVERIFY(table.has_value());
    QCOMPARE(table->rowCount(), 3);
    const Mapping mapping = mapImport(*table, {kind, path, {}, {}, false, {}, {}, {}}, 2027);
    QStringList wrong;
    for (const ColumnMatch &match : mapping.columns) {
        if (!match.applied)
            wrong.append(match.column);
    }
    QCOMPARE(wrong, QStringList());
    QVERIFY(mapping.isUsable());
}

QTEST_GUILESS_MAIN(TestReview)
#include "tst_review.moc"
